package dev.cordon.procedure;

/** What became of an item, as read back. */
public enum ItemOutcome {
    KEPT,
    REMOVED,
    DISABLED,
    ALREADY_GONE,
    FAILED,
    UNKNOWN,
    /** It was seen after the clean-up, come back or new, and nobody has removed it since. */
    STILL_THERE,
    /** It was removed or disabled, and a person gave it back. */
    GIVEN_BACK;

    /** Whether the item is known to be gone, so that meeting it again means that somebody made it anew. */
    public boolean isGone() {
        return this == REMOVED || this == ALREADY_GONE;
    }

    /** Whether the item is known to act no longer: gone, or disabled and kept. */
    public boolean isHarmless() {
        return isGone() || this == DISABLED;
    }
}
