package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Puts the endpoint's type annotations beside the values (microsoft365-api.md, I.2). */
final class Rows {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'+00:00'", Locale.ROOT);

    private Rows() {}

    static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    static JsonObject annotated(JsonObject row) {
        var annotated = new JsonObject();
        row.entrySet().forEach(member -> {
            annotate(annotated, member.getKey(), member.getValue());
            annotated.add(member.getKey(), member.getValue());
        });
        return annotated;
    }

    private static void annotate(JsonObject row, String name, JsonElement value) {
        if (value instanceof JsonArray) {
            row.addProperty(name + "@odata.type", "#Collection(String)");
        } else if (name.equals("RuleIdentity")) {
            row.addProperty(name + "@data.type", "System.UInt64");
        } else if (value instanceof JsonPrimitive text && text.isString()) {
            if (GUID.matcher(text.getAsString()).matches()) {
                row.addProperty(name + "@data.type", "System.Guid");
                row.addProperty(name + "@odata.type", "#Guid");
            } else if (text.getAsString().endsWith("0000+00:00")) {
                row.addProperty(name + "@data.type", "System.DateTime");
            }
        }
    }
}
