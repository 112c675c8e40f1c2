package dev.cordon.incident;

/** Whether somebody who clicked reached the page behind the link. What is not known is treated as reached. */
public enum ClickResult {
    /** He saw the block page and nothing else. */
    BLOCKED,
    /** He reached the page, or gave something away. */
    REACHED,
    /** No source says it. */
    UNKNOWN;

    /** Whether he is responded to as one who reached it. */
    public boolean isTreatedAsReached() {
        return this != BLOCKED;
    }

    /** The worse of both. */
    public ClickResult orWorse(ClickResult other) {
        if (this == REACHED || other == REACHED) {
            return REACHED;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : BLOCKED;
    }
}
