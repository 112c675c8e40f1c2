package dev.cordon.microsoft365.wire;

/** What a repeat of a request would do. */
public enum Repeat {
    /** It changes nothing. */
    READ,
    /** It changes nothing but what the next answer holds: repeated, it would pass over what an answer that was lost held. */
    READ_ON,
    /** It changes something, and the second time changes nothing more. */
    IDEMPOTENT,
    /** It must not be repeated once it may have arrived. */
    ONCE,
    /** It must not be repeated once it was sent, not even after a refusal that asks to come again. */
    NEVER;

    boolean isRead() {
        return this == READ || this == READ_ON;
    }
}
