package dev.cordon.procedure;

/** How an item was judged. */
public enum Verdict {
    MALICIOUS,
    REVIEW,
    BENIGN
}
