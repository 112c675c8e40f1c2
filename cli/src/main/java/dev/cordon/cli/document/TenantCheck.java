package dev.cordon.cli.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * That a tenant answers.
 *
 * @param name how it is called here
 * @param tenantId its id at Microsoft
 * @param displayName what it calls itself
 * @param caller as whom we came
 * @param permissions what we may ask for, in Microsoft's words
 * @param missing what we lack as far as can be seen, each with what will not work without it
 * @param at its own time
 */
public record TenantCheck(
        String name,
        String tenantId,
        String displayName,
        String caller,
        List<String> permissions,
        List<String> missing,
        Instant at) {
    public TenantCheck {
        requireNonNull(name, "name is null");
        requireNonNull(tenantId, "tenantId is null");
        requireNonNull(displayName, "displayName is null");
        requireNonNull(caller, "caller is null");
        permissions = List.copyOf(permissions);
        missing = List.copyOf(missing);
        requireNonNull(at, "at is null");
    }
}
