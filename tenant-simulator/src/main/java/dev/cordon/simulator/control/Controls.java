package dev.cordon.simulator.control;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Organisation.Licence;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.RequestLog;
import dev.cordon.simulator.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Clock, licences, request log and secrets. */
public final class Controls {

    private final Tenant tenant;
    private final TenantState state;
    private final RequestLog log;

    /** The controls of that tenant. */
    public Controls(Tenant tenant, RequestLog log) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.log = log;
    }

    /** Their paths. */
    public List<ControlRoute> routes() {
        return List.of(
                new ControlRoute("GET", "/requests", _ -> requests()),
                new ControlRoute("GET", "/clock", _ -> clock()),
                new ControlRoute("POST", "/clock", this::setClock),
                new ControlRoute("GET", "/licences", _ -> licences()),
                new ControlRoute("POST", "/licences", this::setLicences),
                new ControlRoute("GET", "/secrets", _ -> secrets()));
    }

    private WireResponse requests() {
        var lines = new StringBuilder();
        log.rows().forEach(row -> lines.append(Json.write(row)).append('\n'));
        return WireResponse.typed(
                200, "application/jsonl; charset=utf-8", lines.toString().getBytes(StandardCharsets.UTF_8), null);
    }

    private WireResponse clock() {
        return WireResponse.json(
                200,
                Json.object(
                        "now", Json.exactTime(state.now()),
                        "speed", state.clock().speed(),
                        "startedAt", Json.exactTime(state.scenario().start()),
                        "wall", Json.exactTime(tenant.wall().instant())));
    }

    private WireResponse setClock(JsonObject body) {
        if (body.keySet().isEmpty() || !Set.of("advance", "speed").containsAll(body.keySet())) {
            throw new ControlRefusal(400, "POST /clock takes {\"advance\": \"PT1H\"} or {\"speed\": 60}.");
        }
        try {
            if (body.get("speed") instanceof JsonPrimitive speed) {
                state.clock().speed(speed.getAsDouble());
            }
            Json.text(body, "advance").map(Duration::parse).ifPresent(state.clock()::advance);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new ControlRefusal(400, "The clock was not changed: " + wrong.getMessage());
        }
        return clock();
    }

    private WireResponse licences() {
        return WireResponse.json(
                200,
                Json.object(
                        "licences",
                        Json.array(state.licences().stream()
                                .map(Licence::word)
                                .sorted()
                                .toList())));
    }

    private WireResponse setLicences(JsonObject body) {
        if (!body.has("set") || !body.get("set").isJsonArray()) {
            throw new ControlRefusal(400, "POST /licences takes {\"set\": [\"E3\"]}.");
        }
        var wanted = new LinkedHashSet<Licence>();
        body.getAsJsonArray("set").forEach(word -> wanted.add(licence(word.getAsString())));
        state.licences(wanted);
        return licences();
    }

    private WireResponse secrets() {
        return WireResponse.json(200, Json.object("secrets", state.secrets().json()));
    }

    private static Licence licence(String word) {
        return Arrays.stream(Licence.values())
                .filter(licence -> licence.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ControlRefusal(400, "There is no licence called " + word + "."));
    }
}
