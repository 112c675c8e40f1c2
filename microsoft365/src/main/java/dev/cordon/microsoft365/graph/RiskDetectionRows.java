package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.quoted;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.licences.Licensed;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.LogSource;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.RiskQuestion;
import dev.cordon.tenant.TenantException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Identity Protection's detections.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/riskdetection-list">List riskDetections</a>
 */
record RiskDetectionRows(GraphClient graph) implements LogSource<PagePosition<RiskQuestion>> {
    private static final String ATTEMPTED = "Read the risk detections";

    @Override
    public CollectionEnd collect(
            PagePosition<RiskQuestion> from, Consumer<? super LogPage<PagePosition<RiskQuestion>>> sink) {
        RiskQuestion question = from.question();
        try {
            CollectionEnd end = new LogListing(graph, Need.READ_DETECTIONS, ATTEMPTED, RiskDetectionRows::row)
                    .collect(from.progress(), path(question), progress -> new PagePosition<>(question, progress), sink);
            return end instanceof CollectionEnd.Complete ? licensed().read() : end;
        } catch (TenantException e) {
            return licensed().refused(e.failure());
        }
    }

    private Licensed licensed() {
        return new Licensed(
                new GraphDirectory(graph)::fetchServicePlanIds,
                Set.of(Licensed.ENTRA_ID_P2),
                ATTEMPTED,
                "The tenant has no Entra ID P2: Microsoft hides what it detected or tells less of it, so that nothing here"
                        + " does not mean that nothing was detected.",
                "Judge by the sign-ins themselves; detections can be had from the day on which Entra ID P2 is licensed.");
    }

    private static String path(RiskQuestion question) {
        return V1 + "/identityProtection/riskDetections"
                + question.userId()
                        .map(user -> "?$filter=" + option("userId eq " + quoted(user)))
                        .orElse("");
    }

    private static LogRow row(JsonItem row) {
        return new LogRow(
                row.text("id"),
                row.findInstant("activityDateTime").or(() -> row.findInstant("detectedDateTime")),
                row.textOrEmpty("userPrincipalName"),
                row.textOrEmpty("riskEventType"),
                row.textOrEmpty("ipAddress"),
                row.object().toString());
    }
}
