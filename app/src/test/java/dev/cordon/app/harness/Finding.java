package dev.cordon.app.harness;

/**
 * Something that is not as it must be.
 *
 * @param weight how bad
 * @param text what happened
 */
record Finding(Weight weight, String text) {
    /** From the worst down. */
    enum Weight {
        /** Said to be verified, done or gone, and it is not. */
        FALSE_SUCCESS,
        /** A legitimate thing is gone or changed. */
        COLLATERAL,
        /** Deleted before it was captured, revoke and reset in the wrong order, or evidence that does not verify. */
        ORDER_OR_PROOF,
        /** The attacker's, and taken for harmless or not seen at all. */
        MISSED,
        /** The run ended elsewhere than it had to. */
        WRONG_BRANCH,
        /** The harness could not go on. */
        BROKEN
    }

    @Override
    public String toString() {
        return weight + ": " + text;
    }
}
