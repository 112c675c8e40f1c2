package dev.cordon.response;

import dev.cordon.investigation.collection.LogCollections.Collected;

/** Is told how a collection goes, on the collecting thread. */
public interface CollectionListener {
    /** What is not asked as it was wanted, and why, a sentence. */
    default void notes(String note) {}

    /** A round is read now: a new one, or one that was cut off. */
    void reads(Collected source);

    /** A page of it is kept. */
    void keeps(Collected source);

    /** It ended, in whatever way. */
    void ended(Collected source);

    /**
     * Every log was asked: mails are sealed, and what the attacker did is put together, which takes minutes where there are many rows.
     *
     * @param rows how many rows are kept
     */
    default void concludes(long rows) {}

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
