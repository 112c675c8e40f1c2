package dev.cordon.simulator.audits;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an audit's changed properties.
 *
 * @param before the value that was there, or JSON's null
 * @param after the value that is there, or JSON's null
 */
public record AuditChange(String name, JsonElement before, JsonElement after) {

    /** What stands there to say what the change is about, and did not change itself: it has a new value alone. */
    static AuditChange told(String name, @Nullable String value) {
        return new AuditChange(name, JsonNull.INSTANCE, Json.element(value));
    }

    /** The member of that name of what was there and of what is. */
    static AuditChange of(String name, String member, JsonObject before, JsonObject after) {
        return new AuditChange(name, Json.element(before.get(member)), Json.element(after.get(member)));
    }
}
