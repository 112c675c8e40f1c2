package dev.cordon.simulator.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.cordon.simulator.faults.Reception;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.Trace;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import dev.cordon.simulator.wire.WireResponse.Ending;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /{version}/$batch}: up to twenty requests in one, each throttled and logged by itself, answered in any
 * order; an item waits for the one it depends on and fails with 424 when that failed.
 *
 * @see <a href="https://learn.microsoft.com/graph/json-batching">JSON batching</a>
 */
final class Batch {

    private static final int MOST = 20;

    private final TenantState state;
    private final Reception reception;

    Batch(TenantState state, Reception reception) {
        this.state = state;
        this.reception = reception;
    }

    private record Item(String id, JsonObject json, List<String> dependsOn) {}

    WireResponse answer(WireRequest request) {
        List<Item> items = items(request);
        Map<String, JsonObject> responses = new LinkedHashMap<>();
        for (Item item : items) {
            boolean failed = item.dependsOn().stream().anyMatch(earlier -> status(responses.get(earlier)) >= 400);
            responses.put(item.id(), failed ? failedDependency(item) : answer(item, request));
        }
        var shuffled = new ArrayList<>(responses.values());
        Collections.shuffle(
                shuffled,
                new Random(state.chance()
                        .generator("batch-order", state.events().size(), items.size(), responses.keySet())
                        .nextLong()));
        return WireResponse.json(200, Json.object("responses", Json.array(shuffled)));
    }

    private JsonObject answer(Item item, WireRequest outer) {
        WireResponse response = reception.receiveItem(inner(item, outer));
        if (response.ending() != Ending.WHOLE) {
            response = WireResponse.json(
                    504,
                    Json.object(
                            "error",
                            Json.object("code", "UnknownError", "message", "The gateway did not answer in time.")));
        }
        JsonObject headers = new JsonObject();
        response.headers().forEach(headers::addProperty);
        JsonObject answer = Json.object("id", item.id(), "status", response.status(), "headers", headers);
        if (response.json() != null) {
            answer.add("body", response.json());
        } else if (response.body().length > 0) {
            answer.addProperty("body", Base64.getEncoder().encodeToString(response.body()));
        }
        return answer;
    }

    private static WireRequest inner(Item item, WireRequest outer) {
        JsonObject json = item.json();
        Map<String, String> headers = new LinkedHashMap<>();
        Optional.ofNullable(outer.headers().get("authorization"))
                .ifPresent(token -> headers.put("authorization", token));
        Json.member(json, "headers")
                .ifPresent(own -> own.entrySet()
                        .forEach(header -> headers.put(
                                header.getKey().toLowerCase(Locale.ROOT),
                                header.getValue().getAsString())));
        String url = Json.text(json, "url").orElse("");
        String relative = url.startsWith("/") ? url : "/" + url;
        int mark = relative.indexOf('?');
        String version = outer.path().substring(0, outer.path().indexOf("/", 1));
        JsonElement body = json.get("body");
        return new WireRequest(
                outer.host(),
                outer.origin(),
                Json.text(json, "method").orElse("GET").toUpperCase(Locale.ROOT),
                version + (mark < 0 ? relative : relative.substring(0, mark)),
                mark < 0 ? "" : relative.substring(mark + 1),
                headers,
                body == null || body.isJsonNull() ? new byte[0] : Json.bytes(body),
                outer.requestId(),
                UUID.randomUUID().toString(),
                outer.source(),
                new Trace());
    }

    private static List<Item> items(WireRequest request) {
        JsonElement list;
        try {
            list = Json.parseObject(request.body()).get("requests");
        } catch (JsonParseException malformed) {
            throw invalid("Unable to read JSON request payload.");
        }
        if (!(list instanceof JsonArray array) || array.isEmpty()) {
            throw invalid("Invalid batch payload format.");
        }
        if (array.size() > MOST) {
            throw invalid("Number of batch request steps exceeds the maximum value of " + MOST + ".");
        }
        var items = new ArrayList<Item>();
        for (JsonElement element : array) {
            items.add(item(element, items));
        }
        return items;
    }

    private static Item item(JsonElement element, List<Item> earlier) {
        if (!(element instanceof JsonObject json)) {
            throw invalid("Invalid batch payload format.");
        }
        String id = Json.text(json, "id").orElseThrow(() -> invalid("Request id is missing."));
        if (earlier.stream().anyMatch(item -> item.id().equals(id))) {
            throw invalid("Request Id " + id + " has to be unique in a batch.");
        }
        String url = Json.text(json, "url").orElse("");
        if (url.isEmpty() || url.contains("://")) {
            throw invalid("Request url of step " + id + " is not a relative url.");
        }
        if (json.has("body") && Json.member(json, "headers").isEmpty()) {
            throw invalid("Request step " + id + " has a body but no Content-Type header.");
        }
        var dependsOn = new ArrayList<String>();
        if (json.get("dependsOn") instanceof JsonArray names) {
            names.forEach(name -> dependsOn.add(name.getAsString()));
        }
        boolean known = dependsOn.stream()
                .allMatch(name -> earlier.stream().anyMatch(item -> item.id().equals(name)));
        if (!known) {
            throw invalid("Request step " + id + " depends on a step that does not stand before it.");
        }
        return new Item(id, json, dependsOn);
    }

    private static JsonObject failedDependency(Item item) {
        return Json.object(
                "id", item.id(),
                "status", 424,
                "headers", Json.object("Content-Type", "application/json"),
                "body",
                        Json.object(
                                "error",
                                Json.object(
                                        "code", "FailedDependency",
                                        "message", "A request that this one depends on has failed.")));
    }

    private static int status(@Nullable JsonObject response) {
        return response == null ? 424 : response.get("status").getAsInt();
    }

    private static GraphRefusal invalid(String message) {
        return new GraphRefusal(400, "BadRequest", message);
    }
}
