package dev.cordon.simulator.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.faults.FaultBook;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Fault;
import dev.cordon.simulator.scenario.ScenarioException;
import dev.cordon.simulator.scenario.ScenarioLoader;
import dev.cordon.simulator.scenario.Throttling;
import dev.cordon.simulator.throttling.Throttle;
import dev.cordon.simulator.wire.WireResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /faults} (one fault, a list under {@code faults}, or {@code {"clear": true}}) and {@code POST /throttle}
 * ({@code enabled}, {@code buckets} as in a scenario).
 */
public final class Conditions {

    private final FaultBook faults;
    private final Throttle throttle;

    /** The conditions of a tenant. */
    public Conditions(FaultBook faults, Throttle throttle) {
        this.faults = faults;
        this.throttle = throttle;
    }

    /** Their paths. */
    public List<ControlRoute> routes() {
        return List.of(
                new ControlRoute("POST", "/faults", this::plan),
                new ControlRoute("GET", "/faults", _ -> planned()),
                new ControlRoute("POST", "/throttle", this::adjust),
                new ControlRoute("GET", "/throttle", _ -> settings()));
    }

    private WireResponse plan(JsonObject body) {
        if (Json.bool(body, "clear").orElse(false)) {
            faults.replace(List.of());
        } else {
            read(body).forEach(faults::add);
        }
        return planned();
    }

    private static List<Fault> read(JsonObject body) {
        JsonArray list = body.get("faults") instanceof JsonArray many ? many : Json.array(body);
        var read = new ArrayList<Fault>();
        for (JsonElement one : list) {
            try {
                read.addAll(ScenarioLoader.parseFaults("POST /faults", Json.write(Json.array(one))));
            } catch (ScenarioException refused) {
                throw new ControlRefusal(400, refused.getMessage() + "");
            }
        }
        return read;
    }

    private WireResponse planned() {
        return WireResponse.json(200, Json.object("planned", faults.size(), "struck", faults.struck()));
    }

    private WireResponse adjust(JsonObject body) {
        Throttling before = throttle.settings();
        boolean enabled = Json.bool(body, "enabled").orElse(before.enabled());
        Map<String, Throttling.Bucket> buckets = new HashMap<>(before.buckets());
        Json.member(body, "buckets")
                .ifPresent(changes -> changes.entrySet().forEach(change -> {
                    if (!Throttling.BUCKETS.contains(change.getKey())
                            || !(change.getValue() instanceof JsonObject bucket)) {
                        throw new ControlRefusal(
                                400,
                                "There is no bucket called " + change.getKey() + "; known are "
                                        + String.join(", ", Throttling.BUCKETS) + ".");
                    }
                    buckets.put(change.getKey(), bucket(bucket));
                }));
        throttle.settings(new Throttling(enabled, buckets));
        return settings();
    }

    private static Throttling.Bucket bucket(JsonObject json) {
        try {
            return new Throttling.Bucket(
                    number(json, "requests"),
                    Json.text(json, "per").map(Duration::parse).orElse(null),
                    Json.text(json, "retryAfter")
                            .map(word -> Throttling.RetryAfter.valueOf(word.toUpperCase(Locale.ROOT)))
                            .orElse(null),
                    number(json, "concurrent"));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new ControlRefusal(400, "The bucket was not changed: " + wrong.getMessage());
        }
    }

    private static @Nullable Integer number(JsonObject json, String name) {
        return json.get(name) instanceof JsonPrimitive number ? Integer.valueOf(number.getAsInt()) : null;
    }

    private WireResponse settings() {
        Throttling now = throttle.settings();
        return WireResponse.json(
                200,
                Json.object(
                        "enabled", now.enabled(),
                        "changed",
                                Json.array(
                                        now.buckets().keySet().stream().sorted().toList())));
    }
}
