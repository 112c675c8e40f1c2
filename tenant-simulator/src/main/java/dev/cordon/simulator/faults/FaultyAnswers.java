package dev.cordon.simulator.faults;

import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Fault;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import dev.cordon.simulator.wire.WireResponse.Ending;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What a fault makes of an answer. */
final class FaultyAnswers {

    private FaultyAnswers() {}

    /** A refusal that never reached the service behind. */
    static WireResponse status(Fault fault, WireRequest request, int status, Instant now) {
        String code = status == 429 ? "TooManyRequests" : status == 503 ? "ServiceUnavailable" : "UnknownError";
        WireResponse response = WireResponse.json(
                status,
                Json.object(
                        "error",
                        Json.object(
                                "code",
                                code,
                                "message",
                                status == 429 ? "Too many requests." : "The service is unavailable.",
                                "innerError",
                                Json.object(
                                        "date",
                                        now,
                                        "request-id",
                                        request.requestId(),
                                        "client-request-id",
                                        request.header("client-request-id").orElse(request.requestId())))));
        return switch (fault.retryAfter()) {
            case NONE -> response;
            case SECONDS -> response.with("Retry-After", "1");
            case FRACTION -> response.with("Retry-After", "0.5");
        };
    }

    /** An application gateway's page. */
    static WireResponse html403() {
        return WireResponse.text(
                        403,
                        "text/html",
                        "<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center>"
                                + "<hr><center>Microsoft-Azure-Application-Gateway/v2</center></body></html>")
                .with("Server", "Microsoft-Azure-Application-Gateway/v2");
    }

    /** A body of NUL bytes that claims to be gzip. */
    static WireResponse nul403() {
        return WireResponse.typed(403, "application/json", new byte[64], null).with("Content-Encoding", "gzip");
    }

    /** Valid JSON of a wholly unexpected shape. */
    static WireResponse wrongJson(WireResponse whole) {
        return WireResponse.typed(
                whole.status() == 204 ? 200 : whole.status(),
                "application/json",
                "[\"unexpected\",{\"value\":7}]".getBytes(StandardCharsets.UTF_8),
                null);
    }

    /** Half of the answer, then nothing. */
    static WireResponse truncated(WireResponse whole) {
        return whole.body().length == 0 ? whole.ending(Ending.CUT) : whole.ending(Ending.TRUNCATED);
    }
}
