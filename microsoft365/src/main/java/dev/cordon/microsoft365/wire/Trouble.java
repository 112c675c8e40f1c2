package dev.cordon.microsoft365.wire;

/** What went wrong with one sending, and may pass. */
public enum Trouble {
    /** No connection. */
    NOT_SENT,
    /** Sent, and no whole answer. */
    LOST,
    /** Refused before it was looked at. */
    THROTTLED,
    /** The service does not serve now. */
    BUSY,
    /** The service broke over it. */
    FAULT,
    /** Refused in a way that is sometimes only a passing fault; what it says stands when it stays. */
    DOUBTFUL,
    /** Success, with a body that makes no sense. */
    UNREADABLE
}
