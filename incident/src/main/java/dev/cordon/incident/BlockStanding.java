package dev.cordon.incident;

/** How something stands on the tenant's list of what is blocked. */
public enum BlockStanding {
    /** Put there by us, and read back. */
    BLOCKED,
    /** Somebody else had put it there. */
    ALREADY_BLOCKED,
    /** Many share it, or it is a partner's or our own, and nobody said yes a second time. */
    DECLINED,
    /** The tenant allows it by an entry of its own. */
    ALLOWED,
    /** It was refused. */
    FAILED,
    /** Nobody knows whether it is there. */
    UNKNOWN,
    /** It was taken out again. */
    LIFTED;

    /** Whether it keeps mail and clicks away now. */
    public boolean isInForce() {
        return this == BLOCKED || this == ALREADY_BLOCKED;
    }
}
