package dev.cordon.microsoft365.graph;

import dev.cordon.tenant.AuditLogQueries;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.TenantException;
import java.util.function.Consumer;

/**
 * The unified audit log by queries over Graph: the released version first, beta where the tenant does not know them there.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/security-auditcoreroot-post-auditlogqueries">Create auditLogQuery</a>
 */
public record GraphAuditLogQueries(GraphClient graph) implements AuditLogQueries {
    @Override
    public CollectionEnd collect(Position from, Consumer<? super LogPage<Position>> sink) {
        try {
            return new AuditQuery(graph, from.question(), sink).collect(from.progress());
        } catch (TenantException e) {
            return CollectionEnd.of(e.failure());
        }
    }
}
