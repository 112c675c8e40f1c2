package dev.cordon.incident;

/** Where a mail got to, as the service's logs have it. */
public enum DeliveryResult {
    /** It was put into the mailbox. */
    DELIVERED,
    /** It was put into quarantine or among the junk. */
    FILTERED,
    /** It had been delivered, and Microsoft took it out again. */
    REMOVED,
    /** It never arrived. */
    FAILED,
    /** The logs do not say it. */
    UNKNOWN
}
