package dev.cordon.simulator.logs;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphRefusal;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.odata.Filter;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;
import java.util.Set;

/**
 * Defender's incidents and alerts (E1, E4), which hold nothing where no plan of Defender is licensed, and the Secure Score
 * (E19), which every tenant has.
 */
public final class SecurityRoutes implements GraphArea {

    private static final String[] READERS = {
        "Security Reader", "Security Operator", "Security Administrator", "Global Reader"
    };
    private static final Permit INCIDENTS = Permit.anyOf("SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All")
            .roles(READERS);
    private static final Permit ALERTS = Permit.anyOf("SecurityAlert.Read.All").roles(READERS);
    private static final Permit SCORES = Permit.anyOf("SecurityEvents.Read.All").roles(READERS);
    private static final Set<String> INCIDENTS_BY = Set.of(
            "assignedTo",
            "classification",
            "createdDateTime",
            "determination",
            "lastUpdateDateTime",
            "severity",
            "status");

    @Override
    public String name() {
        return "security";
    }

    @Override
    public List<GraphRoute> routes() {
        return List.of(
                GraphRoute.get("/security/incidents", INCIDENTS, "E1", SecurityRoutes::incidents)
                        .bucket("security-incidents"),
                GraphRoute.get("/security/incidents/{incident}", INCIDENTS, "E2", SecurityRoutes::incident)
                        .bucket("security-incidents"),
                GraphRoute.get("/security/alerts_v2", ALERTS, "E4", SecurityRoutes::alerts)
                        .bucket("security"),
                GraphRoute.get("/security/secureScores", SCORES, "E19", SecurityRoutes::scores)
                        .bucket("security"));
    }

    /** Filtered by few properties, and in Defender's own order alone. */
    private static WireResponse incidents(GraphCall call) {
        var query = call.query();
        query.orderBy().ifPresent(order -> {
            throw refused("The query parameter '$orderby' is not supported.");
        });
        query.filter().map(Filter::properties).orElse(Set.of()).stream()
                .filter(property -> !INCIDENTS_BY.contains(property))
                .findFirst()
                .ifPresent(property -> {
                    throw refused("Filtering by '" + property + "' is not supported.");
                });
        var rows = new SecurityIncidents(call.tenant()).incidents(expanded(call));
        return Pages.plain("security/incidents", 50, 50).answer(call, rows);
    }

    private static boolean expanded(GraphCall call) {
        call.query().expand().stream()
                .filter(name -> !name.equals("alerts"))
                .findFirst()
                .ifPresent(name -> {
                    throw refused("Could not find a property named '" + name
                            + "' on type 'microsoft.graph.security.incident'.");
                });
        return call.query().expand().contains("alerts");
    }

    private static WireResponse incident(GraphCall call) {
        var id = call.variable("incident");
        return new SecurityIncidents(call.tenant())
                .incidents(expanded(call)).stream()
                        .filter(incident -> incident.get("id").getAsString().equals(id))
                        .findFirst()
                        .map(incident -> call.one("security/incidents/$entity", incident))
                        .orElseThrow(() -> new GraphRefusal(404, "NotFound", "Incident '" + id + "' was not found."));
    }

    private static GraphRefusal refused(String message) {
        return new GraphRefusal(400, "BadRequest", message);
    }

    private static WireResponse alerts(GraphCall call) {
        return Pages.plain("security/alerts_v2", 100, 1000).answer(call, new SecurityIncidents(call.tenant()).alerts());
    }

    private static WireResponse scores(GraphCall call) {
        List<JsonObject> days = new SecureScores(call.tenant()).days();
        return Pages.plain("security/secureScores", 100, 1000).answer(call, days);
    }
}
