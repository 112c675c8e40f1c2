package dev.cordon.incident;

import static java.util.Objects.requireNonNull;

/**
 * The directory account an incident is about. Every act goes by {@code objectId}; the names are for people and may have been
 * chosen by an attacker, so they are escaped wherever they are shown.
 *
 * @param objectId the directory object id, the only identity acted on
 * @param userPrincipalName the sign-in name at the time the incident was opened
 * @param displayName the display name at that time
 */
public record Account(String objectId, String userPrincipalName, String displayName) {
    /** Stands where no directory was asked. No object of a directory has it. */
    private static final String NOT_KNOWN = "not-known";

    /** An account of which only a sign-in name is known, or nothing where that is empty: no directory was asked. */
    public static Account notLookedUp(String userPrincipalName) {
        return new Account(NOT_KNOWN, userPrincipalName, userPrincipalName);
    }

    /** Whether a directory has named it, so that something can be done to it. */
    public boolean isLookedUp() {
        return !objectId.equals(NOT_KNOWN);
    }

    public Account {
        requireNonNull(objectId, "objectId is null");
        requireNonNull(userPrincipalName, "userPrincipalName is null");
        requireNonNull(displayName, "displayName is null");
        if (objectId.isBlank()) {
            throw new IllegalArgumentException("objectId is blank");
        }
    }
}
