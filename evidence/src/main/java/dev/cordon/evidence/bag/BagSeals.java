package dev.cordon.evidence.bag;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.attestation.ManifestSigner;
import dev.cordon.evidence.attestation.TimeStamping;
import java.util.Optional;

/**
 * What is to vouch for a bag beside its own lists. Both are made over {@code tagmanifest-sha256.txt}, which stands for the whole bag.
 *
 * @param signer who signs it
 * @param stamping where a time stamp is asked for; a server that fails stops nothing
 */
public record BagSeals(Optional<ManifestSigner> signer, Optional<TimeStamping> stamping) {
    /** The file with the signature: CMS, detached, DER. A name that begins with "tagmanifest" would be read as a list by others. */
    static final String SIGNATURE = "signature-of-tagmanifest-sha256.p7s";

    /** The file with the stamp: the server's answer, DER. */
    static final String STAMP = "stamp-of-tagmanifest-sha256.tsr";

    /** The digests of those two, which can stand in no list that they vouch for. */
    static final String DIGESTS = "seals-sha256.txt";

    public BagSeals {
        requireNonNull(signer, "signer is null");
        requireNonNull(stamping, "stamping is null");
    }

    /** A bag that only its own lists hold together. */
    public static BagSeals none() {
        return new BagSeals(Optional.empty(), Optional.empty());
    }

    static boolean isSeal(String name) {
        return name.equals(SIGNATURE) || name.equals(STAMP) || name.equals(DIGESTS);
    }
}
