package dev.cordon.evidence.verification;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * A time stamp or a signature that is intact: what it is of was not changed since. Only with a trusted root is it known to be of whom it names,
 * and only then is it a proof. Names and texts in it may be written by anybody.
 *
 * @param kind what it is
 * @param place the file or the entry it was found in
 * @param over what it is of, for people
 * @param by whom its certificate names
 * @param certificate the SHA-256 of that certificate
 * @param at the time that is stamped, or at which its signer says that he signed; UTC
 * @param serial a stamp's number; empty for a signature
 * @param root the root that it leads to; empty where nobody here trusts it
 * @param because why it is trusted, or why not
 */
public record Attestation(
        Kind kind,
        String place,
        String over,
        String by,
        Digest certificate,
        Optional<Instant> at,
        Optional<String> serial,
        Optional<String> root,
        String because) {
    /** What somebody vouches for. */
    public enum Kind {
        /** That it was there at that time. */
        TIME_STAMP,
        /** That it is what he handed out. */
        SIGNATURE
    }

    public Attestation {
        requireNonNull(kind, "kind is null");
        requireNonNull(place, "place is null");
        requireNonNull(over, "over is null");
        requireNonNull(by, "by is null");
        requireNonNull(certificate, "certificate is null");
        requireNonNull(at, "at is null");
        requireNonNull(serial, "serial is null");
        requireNonNull(root, "root is null");
        requireNonNull(because, "because is null");
    }

    /** Whether it proves something to whoever believes the root. */
    public boolean isProof() {
        return root.isPresent();
    }

    /** It in words. */
    public String text() {
        String what = switch (kind) {
            case TIME_STAMP -> "The time stamp over " + over + " is intact: ";
            case SIGNATURE -> "The signature over " + over + " is intact: ";
        };
        return what
                + by
                + at.map(time -> ", " + time).orElse("")
                + serial.map(number -> ", serial " + number).orElse("")
                + root.map(trusted -> "; it leads to " + trusted + ", and " + because + ".")
                        .orElseGet(() -> "; but " + because
                                + ", so anybody may have made it: IT PROVES NOTHING until whose" + " certificate "
                                + certificate + " is, is known by another way (--trust FILE names roots).");
    }
}
