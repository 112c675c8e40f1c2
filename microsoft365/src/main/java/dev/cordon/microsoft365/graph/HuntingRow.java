package dev.cordon.microsoft365.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.microsoft365.json.JsonItem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A row of a table of hunting, whose types are not to be relied on: flags come as numbers, and what has no value comes as an empty object.
 *
 * @param row the row
 */
record HuntingRow(JsonItem row) {
    /** The member as text; empty text where there is none. */
    String text(String name) {
        JsonElement element = row.object().get(name);
        return switch (element) {
            case JsonPrimitive primitive -> primitive.getAsString();
            case JsonObject object when !object.isEmpty() -> object.toString();
            case JsonArray array when !array.isEmpty() -> array.toString();
            case null, default -> "";
        };
    }

    Optional<Instant> time(String name) {
        try {
            return Optional.of(text(name))
                    .filter(text -> !text.isEmpty())
                    .map(OffsetDateTime::parse)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<Boolean> flag(String name) {
        return switch (text(name).toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
