package dev.cordon.incident;

/**
 * Where an incident stands. {@link #CONTAINED} and {@link #VERIFIED} are different words everywhere: contained means that the revoke
 * and the reset (or block) were proven by reading back; verified means that every machine-readable row of the sign-off also read true.
 */
public enum IncidentState {
    OPEN,
    CONTAINING,
    CONTAINED,
    VERIFIED,
    WATCHING,
    CLOSED,
    FALSE_POSITIVE,
    REOPENED,
    NEEDS_OPERATOR;

    /** Whether no further work is expected on the incident. */
    public boolean isEnded() {
        return this == CLOSED || this == FALSE_POSITIVE;
    }
}
