package dev.cordon.simulator.auditqueries;

import com.google.gson.JsonObject;
import dev.cordon.simulator.exchange.AuditSearch;
import dev.cordon.simulator.state.TableKey;
import java.time.Duration;
import java.time.Instant;

/**
 * One query. What it is now follows from the time.
 *
 * @param caller whose limit it counts against
 * @param shown what was asked, as Graph shows it
 * @param ended when it is through
 * @param fails whether it fails then
 */
record AuditQuery(
        String id, String caller, JsonObject shown, AuditSearch search, Instant created, Instant ended, boolean fails) {

    static final TableKey<AuditQuery> TABLE = new TableKey<>("audit-queries", AuditQuery.class);

    AuditQuery {
        shown = shown.deepCopy();
    }

    boolean isOver(Instant now) {
        return !now.isBefore(ended);
    }

    String status(Instant now) {
        if (isOver(now)) {
            return fails ? "failed" : "succeeded";
        }
        var begun = created.plus(Duration.between(created, ended).dividedBy(4));
        return now.isBefore(begun) ? "notStarted" : "running";
    }
}
