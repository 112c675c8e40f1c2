package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.wire.Trace;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code $batch} of the admin endpoint: up to ten commands in one request, each logged by itself (microsoft365-api.md, I.4). */
public final class CmdletBatch {

    private static final int MOST = 10;

    private final Items items;

    /** Where the items of a batch arrive, to be counted, logged and answered like any request. */
    @FunctionalInterface
    public interface Items {
        /** Answers one item. */
        WireResponse receive(WireRequest item);
    }

    CmdletBatch(Items items) {
        this.items = items;
    }

    WireResponse answer(WireRequest request) {
        JsonElement list;
        try {
            list = Json.parseObject(request.body()).get("requests");
        } catch (JsonParseException malformed) {
            return invalid();
        }
        if (!(list instanceof JsonArray array) || array.isEmpty() || array.size() > MOST) {
            return invalid();
        }
        var responses = new ArrayList<JsonObject>();
        for (var element : array) {
            if (!(element instanceof JsonObject item)) {
                return invalid();
            }
            responses.add(answer(item, request));
        }
        return WireResponse.json(200, Json.object("responses", responses));
    }

    private static WireResponse invalid() {
        return ExchangeErrors.plain(
                400, "BadRequest", "Invalid batch payload; a batch has one to " + MOST + " requests.");
    }

    private JsonObject answer(JsonObject item, WireRequest outer) {
        var response = items.receive(inner(item, outer));
        var headers = new JsonObject();
        response.headers().forEach(headers::addProperty);
        var answer = Json.object(
                "id",
                item.get("id"),
                "status",
                response.ending() == WireResponse.Ending.WHOLE ? response.status() : 504,
                "headers",
                headers);
        if (response.json() != null) {
            answer.add("body", response.json());
        }
        return answer;
    }

    private static WireRequest inner(JsonObject item, WireRequest outer) {
        Map<String, String> headers = new LinkedHashMap<>();
        outer.header("authorization").ifPresent(token -> headers.put("authorization", token));
        Json.member(item, "headers")
                .ifPresent(own -> own.entrySet()
                        .forEach(header -> headers.put(
                                header.getKey().toLowerCase(Locale.ROOT),
                                header.getValue().getAsString())));
        var url = url(item);
        var body = item.get("body");
        return new WireRequest(
                outer.host(),
                outer.origin(),
                Json.text(item, "method").orElse("POST").toUpperCase(Locale.ROOT),
                url.map(URI::getRawPath).orElse("/"),
                url.map(URI::getRawQuery).orElse(""),
                headers,
                body == null || body.isJsonNull() ? new byte[0] : Json.bytes(body),
                outer.requestId(),
                UUID.randomUUID().toString(),
                outer.source(),
                new Trace());
    }

    private static Optional<URI> url(JsonObject item) {
        try {
            return Json.text(item, "url").map(URI::create);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
