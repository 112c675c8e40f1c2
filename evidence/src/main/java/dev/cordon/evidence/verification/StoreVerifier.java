package dev.cordon.evidence.verification;

import dev.cordon.evidence.chain.ChainHead;
import java.util.List;

/**
 * Reads a whole store again and compares everything that can be compared: each exhibit's and each report's bytes with their digests, both
 * chains entry by entry, and every anchor with the chain it names. Files that no entry knows are named.
 *
 * <p>Never repairs and never changes anything. Safe to run while an incident is being worked on.
 */
public interface StoreVerifier {
    /** Verifies against the store's own anchors: {@code heads}, those in the chains themselves, and those of every report. */
    default Verification verify() {
        return verify(List.of());
    }

    /** The same, and against {@code anchors} that were kept elsewhere, for example printed on paper. */
    default Verification verify(List<ChainHead> anchors) {
        return verify(anchors, TrustedRoots.ofJava());
    }

    /**
     * The same.
     *
     * @param roots who is believed about whose a time stamp is
     */
    Verification verify(List<ChainHead> anchors, TrustedRoots roots);
}
