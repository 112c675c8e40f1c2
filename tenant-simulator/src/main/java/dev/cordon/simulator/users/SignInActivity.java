package dev.cordon.simulator.users;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphRefusal;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.User;

/**
 * {@code signInActivity}: only where it is selected, licensed and permitted.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/signinactivity">signInActivity</a>
 */
final class SignInActivity {

    private SignInActivity() {}

    static void add(JsonObject full, User user, GraphCall call) {
        if (!call.query().select().contains("signInActivity")) {
            return;
        }
        if (!ServicePlans.hasPremiumP1(call.state().licences())) {
            throw new GraphRefusal(
                    403,
                    "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                    "Neither tenant is B2C or tenant doesn't have premium license");
        }
        if (!call.token().grants().contains("AuditLog.Read.All")) {
            throw new GraphRefusal(
                    403,
                    "Authentication_MSGraphPermissionMissing",
                    "AuditLog.Read.All is required for signInActivity.");
        }
        JsonObject activity = Json.object(
                "lastSignInDateTime", null,
                "lastSignInRequestId", null,
                "lastNonInteractiveSignInDateTime", null,
                "lastNonInteractiveSignInRequestId", null,
                "lastSuccessfulSignInDateTime", null,
                "lastSuccessfulSignInRequestId", null);
        for (TenantEvent event : call.state().events()) {
            if (event.activity() == Activity.SIGN_IN && event.targetId().equals(user.id())) {
                apply(activity, event);
            }
        }
        full.add("signInActivity", activity);
    }

    private static void apply(JsonObject activity, TenantEvent event) {
        boolean interactive = Json.bool(event.after(), "interactive").orElse(true);
        String prefix = interactive ? "lastSignIn" : "lastNonInteractiveSignIn";
        activity.addProperty(prefix + "DateTime", Json.time(event.at()));
        activity.addProperty(prefix + "RequestId", event.correlationId());
        JsonElement code = event.after().has("errorCode") ? event.after().get("errorCode") : JsonNull.INSTANCE;
        if (code.isJsonPrimitive() && code.getAsInt() == 0) {
            activity.addProperty("lastSuccessfulSignInDateTime", Json.time(event.at()));
            activity.addProperty("lastSuccessfulSignInRequestId", event.correlationId());
        }
    }
}
