package dev.cordon.simulator.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every request in order of arrival, as {@code GET /requests} shows it. Rows are never rolled back; a restore only says
 * which of them belong to the story that goes on. Safe for many threads.
 */
public final class RequestLog {

    private static final Set<String> ID_NAMES =
            Set.of("id", "Id", "RuleIdentity", "Identity", "Guid", "User", "Trustee");

    private final Map<Long, JsonObject> rows = new TreeMap<>();
    private List<Stretch> story = List.of(new Stretch(1, Long.MAX_VALUE));
    private long next;

    /** Requests from the first to the last of these numbers. */
    private record Stretch(long first, long last) {
        private boolean holds(long seq) {
            return first <= seq && seq <= last;
        }
    }

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

    /** The rows that led to the present state: without those that a restore has undone. */
    public synchronized List<JsonObject> story() {
        return rows.entrySet().stream()
                .filter(row -> story.stream().anyMatch(stretch -> stretch.holds(row.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The number of the latest request. */
    public synchronized long last() {
        return next;
    }

    /** Where the story stands, to be given to {@link #restore}. */
    public synchronized Object snapshot() {
        var told = new ArrayList<>(story);
        told.add(new Stretch(told.removeLast().first(), next));
        return List.copyOf(told);
    }

    /** Goes on with an earlier story; every row stays, and the numbers go on. */
    public synchronized void restore(Object snapshot) {
        var told = new ArrayList<Stretch>();
        for (Object stretch : (List<?>) snapshot) {
            told.add((Stretch) stretch);
        }
        told.add(new Stretch(next + 1, Long.MAX_VALUE));
        story = List.copyOf(told);
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
