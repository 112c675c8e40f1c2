package dev.cordon.simulator.graph;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.throttling.Admission;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The refusals every area shares, and Graph's envelope.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Graph error responses</a>
 */
public final class GraphErrors {

    private GraphErrors() {}

    /** 404 of the directory. */
    public static GraphRefusal notFound(String id) {
        return new GraphRefusal(
                404,
                "Request_ResourceNotFound",
                "Resource '" + id
                        + "' does not exist or one of its queried reference-property objects are not present.");
    }

    /** 403 of the directory. */
    public static GraphRefusal denied() {
        return new GraphRefusal(
                403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    /** 400 of the directory. */
    public static GraphRefusal badRequest(String message) {
        return new GraphRefusal(400, "Request_BadRequest", message);
    }

    /** 501: the simulator names what it does not serve. */
    public static GraphRefusal notServed(WireRequest request) {
        return new GraphRefusal(
                501,
                "NotImplemented",
                "The simulated tenant does not serve " + request.method() + " " + request.path() + ".");
    }

    static GraphRefusal tokenMissing() {
        return new GraphRefusal(401, "InvalidAuthenticationToken", "Access token is empty.")
                .headers(Map.of("WWW-Authenticate", challenge("")));
    }

    static GraphRefusal tokenInvalid(String message) {
        return new GraphRefusal(401, "InvalidAuthenticationToken", message)
                .headers(Map.of("WWW-Authenticate", challenge("")));
    }

    static GraphRefusal claimsChallenge(String code, Instant notBefore) {
        String claims = Json.write(Json.object(
                "access_token",
                Json.object(
                        "nbf", Json.object("essential", true, "value", String.valueOf(notBefore.getEpochSecond())))));
        String encoded = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return new GraphRefusal(
                        401,
                        "InvalidAuthenticationToken",
                        "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: "
                                + code)
                .headers(Map.of(
                        "WWW-Authenticate", challenge(", error=\"insufficient_claims\", claims=\"" + encoded + "\"")));
    }

    static GraphRefusal throttled(Admission.Refused refused, long wallSeconds, String scope) {
        String code = refused.bucket().equals("outlook") ? "ApplicationThrottled" : "TooManyRequests";
        String message = refused.bucket().equals("outlook")
                ? "Application is over its MailboxConcurrency limit."
                : "Too many requests.";
        var headers = new TreeMap<String, String>();
        refused.retryAfter().map(Duration::toMillis).ifPresent(_ -> headers.put("Retry-After", "" + wallSeconds));
        headers.put("x-ms-throttle-scope", scope);
        headers.put(
                "x-ms-throttle-information",
                refused.bucket().equals("identity-writes") ? "WriteLimitExceeded" : "ResourceUnitLimitExceeded");
        return new GraphRefusal(429, code, message).headers(headers);
    }

    static WireResponse answer(GraphRefusal refusal, WireRequest request, Instant now) {
        WireResponse response = WireResponse.json(
                refusal.status(), refusal.wholeBody() == null ? envelope(refusal, request, now) : refusal.wholeBody());
        for (var header : refusal.headers().entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    private static JsonObject envelope(GraphRefusal refusal, WireRequest request, Instant now) {
        JsonObject inner = Json.object(
                "date", now.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""),
                "request-id", request.requestId(),
                "client-request-id", request.header("client-request-id").orElse(request.requestId()));
        if (refusal.code().equals("badRequest")) {
            inner.addProperty("code", refusal.code());
            inner.addProperty("message", refusal.message());
        }
        JsonObject error = Json.object("code", refusal.code(), "message", refusal.message());
        if (refusal.details() != null) {
            error.add("details", refusal.details());
        }
        error.add("innerError", inner);
        return Json.object("error", error);
    }

    private static String challenge(String more) {
        return "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\","
                + " client_id=\"00000003-0000-0000-c000-000000000000\"" + more;
    }
}
