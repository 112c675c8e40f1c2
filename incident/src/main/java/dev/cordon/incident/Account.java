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
    public Account {
        requireNonNull(objectId, "objectId is null");
        requireNonNull(userPrincipalName, "userPrincipalName is null");
        requireNonNull(displayName, "displayName is null");
        if (objectId.isBlank()) {
            throw new IllegalArgumentException("objectId is blank");
        }
    }
}
