package dev.cordon.simulator.audits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an audit names.
 *
 * @param type {@code User}, {@code ServicePrincipal}, {@code Device}, ...
 * @param id its object id
 * @param displayName its name, where the audit says it
 * @param userPrincipalName of a person
 */
public record AuditTarget(
        String type,
        String id,
        @Nullable String displayName,
        @Nullable String userPrincipalName,
        List<AuditChange> changes) {

    /** Copies the list. */
    public AuditTarget {
        changes = List.copyOf(changes);
    }
}
