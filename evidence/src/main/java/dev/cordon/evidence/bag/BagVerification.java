package dev.cordon.evidence.bag;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Verification;
import java.util.Optional;

/**
 * What the verification of a bag looked at and found.
 *
 * @param verification how many exhibits, journal and custody entries were hashed again, every fault, and what is withheld; no report files
 * @param files how many files were hashed
 * @param placesOnly of how many more entries of journal and custody log only the place in the chain is in it, and was checked
 * @param incident whose evidence the bag says it is
 * @param audience for whom it says it was made
 * @param tagManifest the SHA-256 of its {@code tagmanifest-sha256.txt}, to be compared with what its maker says; empty where there is none
 */
public record BagVerification(
        Verification verification,
        long files,
        long placesOnly,
        Optional<String> incident,
        Optional<String> audience,
        Optional<Digest> tagManifest) {
    public BagVerification {
        requireNonNull(verification, "verification is null");
        requireNonNull(incident, "incident is null");
        requireNonNull(audience, "audience is null");
        requireNonNull(tagManifest, "tagManifest is null");
    }

    /** Whether everything that was checked agreed. */
    public boolean ok() {
        return verification.ok();
    }
}
