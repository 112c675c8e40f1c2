package dev.cordon.procedure;

/** What became of an item, as read back. */
public enum ItemOutcome {
    KEPT,
    REMOVED,
    DISABLED,
    ALREADY_GONE,
    FAILED,
    UNKNOWN;

    /** Whether the item is known to be gone, so that meeting it again means that somebody made it anew. */
    public boolean isGone() {
        return this == REMOVED || this == ALREADY_GONE;
    }

    /** Whether the item is known to act no longer: gone, or disabled and kept. */
    public boolean isHarmless() {
        return isGone() || this == DISABLED;
    }
}
