package dev.cordon.simulator.state;

import com.google.gson.JsonArray;
import dev.cordon.simulator.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every secret the tenant has ever issued or been told, so that a test can search for leaks. Never rolled back. Safe for
 * many threads.
 */
public final class SecretLedger {

    private record Entry(String kind, String owner) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Remembers a secret; the first kind it was known as stays. */
    public synchronized void add(String kind, String owner, String value) {
        if (!value.isEmpty()) {
            entries.putIfAbsent(value, new Entry(kind, owner));
        }
    }

    /** All of them, as {@code [{kind, owner, value}]} in order of issue. */
    public synchronized JsonArray json() {
        var all = new JsonArray();
        entries.forEach(
                (value, entry) -> all.add(Json.object("kind", entry.kind(), "owner", entry.owner(), "value", value)));
        return all;
    }
}
