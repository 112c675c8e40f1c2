package dev.cordon.investigation.fraud;

/** Whether the copy of a sent mail is still where its owner would find it. */
public enum SentCopy {
    THERE,
    /** It was deleted, and an administrator still finds it. */
    DELETED,
    /** The mailbox was read to its end and has none. */
    GONE,
    /** The mailbox was not read, or not to its end. */
    NOT_KNOWN
}
