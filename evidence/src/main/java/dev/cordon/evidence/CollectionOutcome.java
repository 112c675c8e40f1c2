package dev.cordon.evidence;

/** How the collection of a log stands. Only {@link #COMPLETE} allows to say that there is no more. */
public enum CollectionOutcome {
    /** All was read, and so much later than the last moment asked for that no row of then can still arrive. */
    COMPLETE,
    /** All was read that was there; the log is late, and rows may still arrive. */
    LATE,
    /** Something is missing. */
    CUT_OFF,
    /** A permission or a role is missing. */
    NOT_PERMITTED,
    /** The tenant's licences do not include the log. */
    NOT_LICENSED,
    /** Microsoft is still at it. */
    STILL_RUNNING;

    /** Whether everything that was there at the time was read. */
    public boolean isRead() {
        return switch (this) {
            case COMPLETE, LATE -> true;
            case CUT_OFF, NOT_PERMITTED, NOT_LICENSED, STILL_RUNNING -> false;
        };
    }

    /** Whether we were refused. */
    public boolean isRefused() {
        return switch (this) {
            case NOT_PERMITTED, NOT_LICENSED -> true;
            case COMPLETE, LATE, CUT_OFF, STILL_RUNNING -> false;
        };
    }
}
