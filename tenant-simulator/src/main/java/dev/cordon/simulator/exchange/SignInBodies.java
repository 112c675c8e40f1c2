package dev.cordon.simulator.exchange;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What UserLoggedIn and UserLoginFailed say beyond the common set (microsoft365-api.md, D.1). */
final class SignInBodies {

    private SignInBodies() {}

    /** {@code correlationId} is that of the sign-in log's row. */
    record Facts(
            String ip,
            String userAgent,
            @Nullable String sessionId,
            @Nullable String appId,
            int errorCode,
            String correlationId) {}

    static void add(JsonObject data, Facts facts) {
        data.addProperty("ActorIpAddress", facts.ip());
        data.add("ApplicationId", Json.element(facts.appId()));
        data.addProperty("InterSystemsId", facts.correlationId());
        if (facts.errorCode() != 0) {
            data.addProperty("LogonError", facts.errorCode() == 50126 ? "InvalidUserNameOrPassword" : "Other");
        }
        data.add(
                "ExtendedProperties",
                Json.array(List.of(
                        pair("ResultStatusDetail", facts.errorCode() == 0 ? "Success" : "UserError"),
                        pair("UserAgent", facts.userAgent()),
                        pair("RequestType", "OAuth2:Authorize"))));
        data.add("DeviceProperties", Json.array(List.of(pair("SessionId", facts.sessionId() + ""))));
        data.add("Target", Json.array(List.of(Json.object("ID", "00000003-0000-0000-c000-000000000000", "Type", 0))));
    }

    static JsonObject pair(String name, String value) {
        return Json.object("Name", name, "Value", value);
    }
}
