package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Who we are to Microsoft 365, read from our own access tokens.
 *
 * @param kind a signed-in administrator, or the application itself
 * @param objectId the administrator's object id, or the service principal's
 * @param name the administrator's UPN, or the application's client id
 * @param graphPermissions delegated scopes or application roles in the Graph token
 * @param roleTemplateIds directory role template ids ({@code wids}) in the token
 */
public record Caller(
        Kind kind, String objectId, String name, Set<String> graphPermissions, Set<String> roleTemplateIds) {
    public Caller {
        requireNonNull(kind, "kind is null");
        requireNonNull(objectId, "objectId is null");
        requireNonNull(name, "name is null");
        graphPermissions = Set.copyOf(graphPermissions);
        roleTemplateIds = Set.copyOf(roleTemplateIds);
    }

    /** Delegated or application-only. */
    public enum Kind {
        ADMINISTRATOR,
        APPLICATION
    }
}
