package dev.cordon.simulator.mail;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.json.Json;
import java.util.Set;

/** Reads the body of a rule's creation or change. */
final class RuleBodies {

    private static final Set<String> SETTABLE =
            Set.of("displayName", "sequence", "isEnabled", "conditions", "actions", "exceptions");

    private RuleBodies() {}

    static void check(JsonObject body) {
        for (var name : body.keySet()) {
            if (!SETTABLE.contains(name) && !name.startsWith("@")) {
                throw MailErrors.invalid("The property '" + name + "' cannot be set.");
            }
        }
    }

    static JsonObject part(JsonObject body, String name, JsonObject absent) {
        if (!body.has(name)) {
            return absent;
        }
        var part = new JsonObject();
        Json.member(body, name).orElse(new JsonObject()).entrySet().stream()
                .filter(member -> !member.getValue().isJsonNull())
                .forEach(member -> part.add(member.getKey(), member.getValue()));
        return part;
    }

    static int sequence(JsonObject body, int absent) {
        JsonElement value = body.get("sequence");
        if (value == null || value.isJsonNull()) {
            return absent;
        }
        if (value instanceof JsonPrimitive number && number.isNumber() && number.getAsInt() > 0) {
            return number.getAsInt();
        }
        throw MailErrors.invalid("The sequence has to be a number above 0.");
    }
}
