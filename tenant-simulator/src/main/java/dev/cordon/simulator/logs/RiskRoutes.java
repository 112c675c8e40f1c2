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
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.users.AccountChanges;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;
import java.util.Optional;

/** Identity Protection (E14-E16). Without P2 risk is hidden. */
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

    @Override
    public String name() {
        return "risk";
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
                        .bucket(risk));
    }

    private static boolean shows(GraphCall call) {
        return ServicePlans.hasPremiumP2(call.state().licences());
    }

    private static List<RiskyUser> risky(GraphCall call) {
        return new RiskDetections(call.state()).risky();
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

    /** With P1 alone it is said that something was found, and not what (E16). */
    private static WireResponse detections(GraphCall call) {
        if (!ServicePlans.hasPremiumP1(call.state().licences())) {
            throw LogErrors.notLicensed();
        }
        var detections = new RiskDetections(call.state());
        return Pages.plain("identityProtection/riskDetections", 20, 500)
                .answer(
                        call,
                        detections.readable().stream()
                                .map(each -> shape(call, each, detections.judgement(each)))
                                .toList());
    }

    private static JsonObject shape(GraphCall call, RiskDetection found, Optional<RiskyUser> judged) {
        var shown = shows(call);
        var user = call.findUser(found.userId());
        var ofSignIn = !found.signInId().isEmpty();
        return Json.object(
                "id",
                found.id(),
                "requestId",
                ofSignIn ? found.signInId() : null,
                "correlationId",
                ofSignIn ? found.correlationId() : null,
                "riskEventType",
                shown ? found.type() : "generic",
                "riskState",
                judged.map(RiskyUser::state).orElse("atRisk"),
                "riskLevel",
                shown ? level(ofSignIn) : "hidden",
                "riskDetail",
                shown ? judged.map(RiskyUser::detail).orElse("none") : "hidden",
                "source",
                "IdentityProtection",
                "detectionTimingType",
                found.timing(),
                "activity",
                ofSignIn ? "signin" : "user",
                "tokenIssuerType",
                "AzureAD",
                "ipAddress",
                found.ip(),
                "location",
                ofSignIn ? Json.object("city", found.city(), "state", null, "countryOrRegion", found.country()) : null,
                "activityDateTime",
                Json.time(found.at()),
                "detectedDateTime",
                Json.time(found.detectedAt()),
                "lastUpdatedDateTime",
                Json.time(judged.map(RiskyUser::at).orElse(found.detectedAt())),
                "userId",
                found.userId().isEmpty() ? null : found.userId(),
                "userDisplayName",
                user.map(User::displayName),
                "userPrincipalName",
                found.userPrincipalName(),
                "additionalInfo",
                Json.write(
                        found.userAgent().isJsonNull()
                                ? Json.array()
                                : Json.array(Json.object("Key", "userAgent", "Value", found.userAgent()))));
    }

    private static String level(boolean ofSignIn) {
        return ofSignIn ? "medium" : "high";
    }
}
