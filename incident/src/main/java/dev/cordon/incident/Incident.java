package dev.cordon.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One case, as it was opened. What happens to it afterwards stands in its journal; its present state is read from there.
 *
 * @param id the case's name
 * @param type which procedure it follows
 * @param tenant the name under which the tenant was added; empty text for imported evidence, which needs none
 * @param account the account it is about
 * @param severity how bad it was judged when opened
 * @param detectedBy what made somebody look
 * @param detectedAt when it was detected, tenant time, UTC
 * @param openedAt when it was opened, tenant time, UTC; by this machine's clock where there is no tenant
 * @param attack whether damage was being done when it was opened
 * @param drill whether it is an exercise or a demonstration, which never enters the metrics
 */
public record Incident(
        IncidentId id,
        IncidentType type,
        String tenant,
        Account account,
        Severity severity,
        DetectionSource detectedBy,
        Instant detectedAt,
        Instant openedAt,
        AttackActivity attack,
        boolean drill) {
    public Incident {
        requireNonNull(id, "id is null");
        requireNonNull(type, "type is null");
        requireNonNull(tenant, "tenant is null");
        requireNonNull(account, "account is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(detectedBy, "detectedBy is null");
        requireNonNull(detectedAt, "detectedAt is null");
        requireNonNull(openedAt, "openedAt is null");
        requireNonNull(attack, "attack is null");
        if (tenant.isEmpty() && type != IncidentType.IMPORTED_EVIDENCE) {
            throw new IllegalArgumentException("an incident of " + type + " needs a tenant");
        }
    }
}
