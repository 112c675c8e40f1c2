package dev.cordon.simulator.logs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.graph.GraphRefusal;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.History;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.users.AccountChanges;
import dev.cordon.simulator.wire.WireResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Identity Protection (E14-E16) and Defender's incidents and alerts (E1, E4). Without P2 risk is hidden. */
public final class RiskRoutes implements GraphArea {

    private static final String[] READERS = {
        "Security Reader", "Security Operator", "Security Administrator", "Global Reader"
    };
    private static final Permit READ = Permit.anyOf("IdentityRiskyUser.Read.All", "IdentityRiskyUser.ReadWrite.All")
            .roles(READERS);
    private static final Permit EVENTS =
            Permit.anyOf("IdentityRiskEvent.Read.All").roles(READERS);
    private static final Permit WRITE =
            Permit.anyOf("IdentityRiskyUser.ReadWrite.All").roles("Security Operator", "Security Administrator");
    private static final Permit INCIDENTS = Permit.anyOf("SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All")
            .roles(READERS);
    private static final Permit ALERTS = Permit.anyOf("SecurityAlert.Read.All").roles(READERS);

    @Override
    public String name() {
        return "risk and security";
    }

    @Override
    public List<GraphRoute> routes() {
        var risk = "identity-protection";
        return List.of(
                GraphRoute.get("/identityProtection/riskyUsers", READ, "E14", RiskRoutes::all)
                        .bucket(risk),
                GraphRoute.get("/identityProtection/riskyUsers/{user}", READ, "E14", RiskRoutes::one)
                        .bucket(risk),
                GraphRoute.post(
                                "/identityProtection/riskyUsers/confirmCompromised",
                                WRITE,
                                "E15",
                                call -> judge(call, true))
                        .bucket(risk),
                GraphRoute.post("/identityProtection/riskyUsers/dismiss", WRITE, "E15", call -> judge(call, false))
                        .bucket(risk),
                GraphRoute.get("/identityProtection/riskDetections", EVENTS, "E16", RiskRoutes::detections)
                        .bucket(risk),
                GraphRoute.get("/security/incidents", INCIDENTS, "E1", RiskRoutes::incidents)
                        .bucket("security"),
                GraphRoute.get("/security/alerts_v2", ALERTS, "E4", RiskRoutes::alerts)
                        .bucket("security"));
    }

    private static boolean shows(GraphCall call) {
        return ServicePlans.hasPremiumP2(call.state().licences());
    }

    private static List<History.SignIn> stolen(GraphCall call) {
        return call.state().scenario().history().signIns().stream()
                .filter(signIn -> signIn.by() == Author.ATTACKER && !signIn.at().isAfter(call.now()))
                .toList();
    }

    private static Optional<User> user(GraphCall call, String upn) {
        return call.findUser(upn);
    }

    private static List<RiskyUser> risky(GraphCall call) {
        var risky = new ArrayList<>(call.state().table(RiskyUser.TABLE).all());
        stolen(call)
                .forEach(signIn -> user(call, signIn.user()).ifPresent(user -> {
                    if (risky.stream().noneMatch(known -> known.userId().equals(user.id()))) {
                        risky.add(new RiskyUser(user.id(), "medium", "atRisk", "none", signIn.at()));
                    }
                }));
        return risky;
    }

    private static JsonObject shape(GraphCall call, RiskyUser risky) {
        var user = call.findUser(risky.userId());
        var shown = shows(call);
        return Json.object(
                "id", risky.userId(),
                "isDeleted", user.isEmpty(),
                "isProcessing", false,
                "riskLevel", shown ? risky.level() : "hidden",
                "riskState", risky.state(),
                "riskDetail", shown ? risky.detail() : "hidden",
                "riskLastUpdatedDateTime", risky.at(),
                "userDisplayName", user.map(User::displayName),
                "userPrincipalName", user.map(User::userPrincipalName));
    }

    private static WireResponse all(GraphCall call) {
        return Pages.plain("identityProtection/riskyUsers", 20, 500)
                .answer(
                        call,
                        risky(call).stream().map(each -> shape(call, each)).toList());
    }

    private static WireResponse one(GraphCall call) {
        var id = call.variable("user");
        call.request().trace().target(id);
        return risky(call).stream()
                .filter(each -> each.userId().equals(id))
                .findFirst()
                .map(each -> call.one("identityProtection/riskyUsers/$entity", shape(call, each)))
                .orElseThrow(
                        () -> new GraphRefusal(404, "Request_ResourceNotFound", "Risky user '" + id + "' not found."));
    }

    private static WireResponse judge(GraphCall call, boolean compromised) {
        if (!shows(call)) {
            throw LogErrors.notLicensed();
        }
        if (!(call.body().get("userIds") instanceof JsonArray ids) || ids.isEmpty() || ids.size() > 60) {
            throw GraphErrors.badRequest("userIds has to list one to 60 users.");
        }
        ids.forEach(id -> call.findUser(id.getAsString()).ifPresent(user -> judge(call, user, compromised)));
        return call.noContent();
    }

    private static void judge(GraphCall call, User user, boolean compromised) {
        call.request().trace().target(user.id());
        call.state().atomically(() -> {
            call.state()
                    .table(RiskyUser.TABLE)
                    .put(
                            user.id(),
                            compromised
                                    ? new RiskyUser(
                                            user.id(),
                                            "high",
                                            "confirmedCompromised",
                                            "adminConfirmedUserCompromised",
                                            call.now())
                                    : new RiskyUser(
                                            user.id(),
                                            "none",
                                            "dismissed",
                                            "adminDismissedAllRiskForUser",
                                            call.now()));
            if (compromised) {
                new AccountChanges(call.state()).tellResources(user, "UserRisk");
            }
            call.state()
                    .record(
                            call.cause(),
                            compromised ? Activity.CONFIRM_COMPROMISED : Activity.DISMISS_RISK,
                            "User",
                            user.id(),
                            user.id(),
                            new JsonObject(),
                            new JsonObject());
        });
    }

    private static WireResponse detections(GraphCall call) {
        var rows = new ArrayList<JsonObject>();
        for (var signIn : stolen(call)) {
            var user = user(call, signIn.user());
            rows.add(Json.object(
                    "id", call.state().chance().guid("detection", rows.size()),
                    "riskEventType", shows(call) ? "anomalousToken" : "generic",
                    "riskLevel", shows(call) ? "medium" : "hidden",
                    "riskState", "atRisk",
                    "riskDetail", shows(call) ? "none" : "hidden",
                    "source", "IdentityProtection",
                    "detectionTimingType", "offline",
                    "activity", "signin",
                    "ipAddress", signIn.ip(),
                    "location", Json.object("city", signIn.city(), "state", null, "countryOrRegion", signIn.country()),
                    "activityDateTime", signIn.at(),
                    "detectedDateTime", signIn.at().plusSeconds(3_600),
                    "lastUpdatedDateTime", signIn.at().plusSeconds(3_600),
                    "userId", user.map(User::id),
                    "userDisplayName", user.map(User::displayName),
                    "userPrincipalName", signIn.user(),
                    "additionalInfo",
                            "[{\"Key\":\"userAgent\",\"Value\":" + Json.write(Json.element(signIn.userAgent()))
                                    + "}]"));
        }
        return Pages.plain("identityProtection/riskDetections", 20, 500).answer(call, rows);
    }

    private static List<JsonObject> alertRows(GraphCall call) {
        var rows = new ArrayList<JsonObject>();
        if (!shows(call)) {
            return rows;
        }
        for (var risky : risky(call)) {
            var user = call.findUser(risky.userId());
            rows.add(Json.object(
                    "id", "da" + call.state().chance().letters(20, "alert", risky.userId()),
                    "incidentId", String.valueOf(1000 + rows.size()),
                    "status", "new",
                    "severity", "high",
                    "classification", "unknown",
                    "determination", "unknown",
                    "serviceSource", "azureAdIdentityProtection",
                    "detectionSource", "azureAdIdentityProtection",
                    "title", "Anomalous Token",
                    "category", "CredentialAccess",
                    "createdDateTime", risky.at().plusSeconds(3_600),
                    "lastUpdateDateTime", risky.at().plusSeconds(3_600),
                    "evidence",
                            List.of(Json.object(
                                    "@odata.type", "#microsoft.graph.security.userEvidence",
                                    "verdict", "suspicious",
                                    "remediationStatus", "none",
                                    "userAccount",
                                            Json.object(
                                                    "azureAdUserId", risky.userId(),
                                                    "userPrincipalName", user.map(User::userPrincipalName),
                                                    "displayName", user.map(User::displayName))))));
        }
        return rows;
    }

    private static WireResponse alerts(GraphCall call) {
        return Pages.plain("security/alerts_v2", 100, 1000).answer(call, alertRows(call));
    }

    private static WireResponse incidents(GraphCall call) {
        var disrupted = isDisrupted(call);
        var rows = alertRows(call).stream()
                .map(alert -> incident(alert, disrupted))
                .toList();
        return Pages.plain("security/incidents", 50, 50).answer(call, rows);
    }

    /** Whether an application of Microsoft's has disabled somebody by itself. */
    private static boolean isDisrupted(GraphCall call) {
        return call.state().scenario().history().audits().stream()
                .anyMatch(audit -> audit.activity().equalsIgnoreCase("Disable account") && audit.app() != null);
    }

    private static JsonObject incident(JsonObject alert, boolean disrupted) {
        return Json.object(
                "id",
                alert.get("incidentId"),
                "displayName",
                "Anomalous token use involving one user" + (disrupted ? " (attack disruption)" : ""),
                "redirectIncidentId",
                null,
                "createdDateTime",
                alert.get("createdDateTime"),
                "lastUpdateDateTime",
                alert.get("lastUpdateDateTime"),
                "assignedTo",
                null,
                "status",
                "active",
                "severity",
                "high",
                "classification",
                "unknown",
                "determination",
                "unknown",
                "customTags",
                List.of(),
                "systemTags",
                disrupted ? List.of("Attack Disruption") : List.of(),
                "comments",
                List.of(),
                "alerts",
                List.of(alert));
    }
}
