package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.tenant.LogSource;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.RiskQuestion;
import dev.cordon.tenant.RiskyUsers;
import java.util.Optional;

/** Identity Protection over Graph. */
public record GraphRiskyUsers(GraphClient graph) implements RiskyUsers {
    @Override
    public Reading<Optional<Risk>> fetchRisk(String objectId) {
        return graph.find(
                        Need.READ_RISK,
                        "Read the risk of " + objectId,
                        V1 + "/identityProtection/riskyUsers/" + segment(objectId),
                        user -> new Risk(
                                user.text("riskLevel"),
                                user.textOrEmpty("riskState"),
                                user.textOrEmpty("riskDetail"),
                                user.findInstant("riskLastUpdatedDateTime")))
                .reading();
    }

    @Override
    public LogSource<PagePosition<RiskQuestion>> detections() {
        return new RiskDetectionRows(graph);
    }
}
