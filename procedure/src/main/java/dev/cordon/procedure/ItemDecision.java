package dev.cordon.procedure;

/** What was decided about an item. */
public enum ItemDecision {
    KEEP,
    REMOVE,
    UNDECIDED
}
