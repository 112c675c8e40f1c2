package dev.cordon.simulator.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Caller;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every request in order of arrival, as {@code GET /requests} shows it. Never rolled back. Safe for many threads. */
public final class RequestLog {

    private static final Set<String> ID_NAMES =
            Set.of("id", "Id", "RuleIdentity", "Identity", "Guid", "User", "Trustee");

    private final Map<Long, JsonObject> rows = new TreeMap<>();
    private long next;

    /** The number of a request that has just arrived. */
    public synchronized long arrive() {
        return ++next;
    }

    /** Writes the row of a request that has been answered. */
    public void answered(long seq, Instant at, WireRequest request, WireResponse response, long durationMs) {
        Trace trace = request.trace();
        JsonObject row = Json.object(
                "seq",
                seq,
                "at",
                Json.exactTime(at),
                "host",
                request.host().word(),
                "method",
                request.method(),
                "path",
                request.path(),
                "query",
                request.query().isEmpty() ? null : request.query(),
                "cmdlet",
                trace.cmdlet(),
                "target",
                trace.target(),
                "caller",
                trace.caller() == Caller.SERVICE ? null : trace.caller().text(),
                "status",
                response.status(),
                "durationMs",
                durationMs,
                "bucket",
                trace.bucket(),
                "requestId",
                request.requestId(),
                "objects",
                objects(request, response),
                "batchId",
                request.batchId());
        synchronized (this) {
            rows.put(seq, row);
        }
    }

    /** All rows so far, in order of arrival. */
    public synchronized List<JsonObject> rows() {
        return List.copyOf(rows.values());
    }

    private static JsonArray objects(WireRequest request, WireResponse response) {
        var ids = new LinkedHashSet<String>();
        boolean batch = request.path().endsWith("/$batch");
        if (response.json() != null && !batch && response.status() < 300) {
            collect(response.json(), ids);
        }
        return Json.array(ids);
    }

    private static void collect(JsonElement element, Set<String> ids) {
        switch (element) {
            case JsonObject object ->
                object.entrySet().forEach(member -> {
                    if (ID_NAMES.contains(member.getKey()) && member.getValue() instanceof JsonPrimitive id) {
                        ids.add(id.getAsString());
                    } else {
                        collect(member.getValue(), ids);
                    }
                });
            case JsonArray array -> array.forEach(item -> collect(item, ids));
            default -> {}
        }
    }
}
