package dev.cordon.procedure.journal;

/** How an effect concluded. */
public enum EffectOutcome {
    /** The service said it did it. */
    DONE,
    /** There was nothing left to do. */
    ALREADY,
    /** The service said it did not do it. */
    REFUSED,
    /** Whether it was done is not known. */
    UNKNOWN;

    /** Whether it is certain what happened. */
    public boolean isCertain() {
        return this != UNKNOWN;
    }
}
