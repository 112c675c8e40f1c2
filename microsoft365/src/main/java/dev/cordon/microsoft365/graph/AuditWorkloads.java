package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.wire.TokenClaims;
import dev.cordon.tenant.CollectionEnd;
import java.util.List;

/**
 * Whose rows a query of the audit log gives: of each workload only with its permission, and without a word about the others.
 *
 * @see <a href="https://learn.microsoft.com/graph/permissions-reference">Permissions reference</a>
 */
final class AuditWorkloads {
    private static final String ALL = "AuditLogsQuery.Read.All";
    private static final List<String> WORKLOADS =
            List.of("Entra", "Exchange", "SharePoint", "OneDrive", "Endpoint", "CRM");

    private AuditWorkloads() {}

    /** How a query that was read to its end ends with these permissions. */
    static CollectionEnd seen(TokenClaims claims) {
        List<String> missing = WORKLOADS.stream()
                .map(workload -> "AuditLogsQuery-" + workload + ".Read.All")
                .filter(permission -> !claims.permissions().contains(permission))
                .toList();
        return claims.permissions().contains(ALL) || missing.isEmpty()
                ? new CollectionEnd.Complete()
                : new CollectionEnd.CutOff("Rows of some workloads are not given without the permissions "
                        + String.join(", ", missing) + ".");
    }
}
