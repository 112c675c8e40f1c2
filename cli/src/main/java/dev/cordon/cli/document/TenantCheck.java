package dev.cordon.cli.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a tenant answers.
 *
 * @param name how it is called here
 * @param tenantId its id at Microsoft
 * @param displayName what it calls itself
 * @param caller as whom we came
 * @param permissions what we may ask for, in Microsoft's words
 * @param missing what we lack as far as can be seen, each with what will not work without it
 * @param breakGlass the listed break-glass accounts as they are
 * @param at its own time
 */
public record TenantCheck(
        String name,
        String tenantId,
        String displayName,
        String caller,
        List<String> permissions,
        List<String> missing,
        List<BreakGlass> breakGlass,
        Instant at) {
    public TenantCheck {
        requireNonNull(name, "name is null");
        requireNonNull(tenantId, "tenantId is null");
        requireNonNull(displayName, "displayName is null");
        requireNonNull(caller, "caller is null");
        permissions = List.copyOf(permissions);
        missing = List.copyOf(missing);
        breakGlass = List.copyOf(breakGlass);
        requireNonNull(at, "at is null");
    }

    /**
     * A listed break-glass account.
     *
     * @param objectId under which it is listed
     * @param upn its sign-in name; empty where it could not be read
     * @param standing how it stands
     */
    public record BreakGlass(String objectId, Optional<String> upn, Standing standing) {
        public BreakGlass {
            requireNonNull(objectId, "objectId is null");
            requireNonNull(upn, "upn is null");
            requireNonNull(standing, "standing is null");
        }
    }

    /** How a break-glass account stands. */
    public enum Standing {
        /** It can sign in. */
        ENABLED,
        /** Its sign-in is blocked. */
        BLOCKED,
        /** It is not there any more. */
        GONE,
        /** It could not be read. */
        NOT_READ
    }
}
