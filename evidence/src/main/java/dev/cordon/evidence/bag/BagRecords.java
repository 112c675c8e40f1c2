package dev.cordon.evidence.bag;

import dev.cordon.evidence.EvidenceDamagedException;

/** Takes down, while a bag is made, what has to be recorded of it. */
public interface BagRecords {
    /** An exhibit is no longer what was sealed, and the bag goes without its bytes. Told before the logs are copied, so that they tell it. */
    void damaged(EvidenceDamagedException damage);

    /** The bag is whole and not yet in its place. */
    void whole(BagWriter.Written bag);
}
