package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** The error shapes of the endpoint (microsoft365-api.md, I.3). */
final class ExchangeErrors {

    private ExchangeErrors() {}

    static WireResponse unauthorised(String message) {
        return WireResponse.text(401, "text/plain", message)
                .with("WWW-Authenticate", "Bearer client_id=\"00000002-0000-0ff1-ce00-000000000000\"");
    }

    /** The challenge of continuous access evaluation. */
    static WireResponse challenged(String code, Instant notBefore) {
        var claims = Json.write(Json.object(
                "access_token",
                Json.object("nbf", Json.object("essential", true, "value", "" + notBefore.getEpochSecond()))));
        return WireResponse.text(401, "text/plain", "Continuous access evaluation: " + code)
                .with(
                        "WWW-Authenticate",
                        "Bearer client_id=\"00000002-0000-0ff1-ce00-000000000000\", error=\"insufficient_claims\", claims=\""
                                + Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "\"");
    }

    /** The answer to who has no role: says gzip, and is zero bytes. */
    static WireResponse forbidden() {
        return WireResponse.typed(403, "application/json; charset=utf-8", new byte[32], null)
                .with("Content-Encoding", "gzip");
    }

    static WireResponse refused(CmdletRefusal refusal) {
        return refusal.status() == 403
                ? forbidden()
                : failure(refusal.status(), refusal.exceptionClass(), refusal.message());
    }

    static WireResponse failure(int status, String exceptionClass, String message) {
        var detail =
                Json.object("code", "Context", "target", "", "message", "Ex6F9304|" + exceptionClass + "|" + message);
        var inner = Json.object(
                "message",
                "Error executing cmdlet",
                "type",
                "Microsoft.Exchange.Admin.OData.Core.ODataServiceException",
                "stacktrace",
                "",
                "internalexception",
                Json.object("message", message, "type", exceptionClass, "stacktrace", ""));
        return envelope(
                status, status == 404 ? "NotFound" : "BadRequest", "Error executing cmdlet", Json.array(detail), inner);
    }

    /** 501: the simulator names what it does not serve. */
    static WireResponse notServed(WireRequest request) {
        return plain(
                501,
                "NotImplemented",
                "The simulated tenant does not serve " + request.method() + " " + request.path() + ".");
    }

    static WireResponse plain(int status, String code, String message) {
        return envelope(status, code, message, new JsonArray(), new JsonObject());
    }

    private static WireResponse envelope(int status, String code, String message, JsonArray details, JsonObject inner) {
        var error = Json.object("code", code, "message", message, "details", details);
        if (!inner.isEmpty()) {
            error.add("innererror", inner);
        }
        return WireResponse.json(
                status,
                Json.object(
                        "error",
                        error,
                        "adminapi.warnings@odata.type",
                        "#Collection(String)",
                        "@adminapi.warnings",
                        new JsonArray()));
    }
}
