package dev.cordon.simulator.auditqueries;

import dev.cordon.simulator.graph.GraphRefusal;
import java.util.Map;

/** How the audit search refuses; the texts are from memory. */
final class AuditQueryErrors {

    private AuditQueryErrors() {}

    static GraphRefusal invalid(String message) {
        return new GraphRefusal(400, "BadRequest", message);
    }

    static GraphRefusal notFound() {
        return new GraphRefusal(404, "NotFound", "The audit log query does not exist.");
    }

    static GraphRefusal tooMany(long seconds) {
        return new GraphRefusal(429, "TooManyRequests", "Too many audit log queries are running.")
                .headers(Map.of("Retry-After", String.valueOf(Math.max(1, seconds))));
    }

    static GraphRefusal notOver() {
        return new GraphRefusal(400, "BadRequest", "The audit log query has not succeeded.");
    }
}
