package dev.cordon.response;

import dev.cordon.investigation.collection.LogCollections.Collected;

/** Is told how a collection goes, and the reconstruction that follows it, on the collecting thread. */
public interface CollectionListener extends ReconstructionListener {
    /** What is not asked as it was wanted, and why, a sentence. */
    default void notes(String note) {}

    /** A round is read now: a new one, or one that was cut off. */
    void reads(Collected source);

    /** A page of it is kept. */
    void keeps(Collected source);

    /** It ended, in whatever way. */
    void ended(Collected source);

    /** One that is not interested. */
    static CollectionListener none() {
        return new CollectionListener() {
            @Override
            public void reads(Collected source) {}

            @Override
            public void keeps(Collected source) {}

            @Override
            public void ended(Collected source) {}
        };
    }
}
