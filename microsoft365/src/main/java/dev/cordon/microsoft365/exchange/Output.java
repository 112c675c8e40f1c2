package dev.cordon.microsoft365.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a cmdlet put out.
 *
 * @param rows the objects, without the type hints that stand between their members
 * @param warnings what it warned of: data, for no-op changes and cut-off results show only here
 * @param errors what it reported beside a success
 * @param next where the next page is
 */
record Output(List<JsonItem> rows, List<String> warnings, List<String> errors, Optional<String> next) {
    /** Reads a success. An output without the member {@code value} is none. */
    static Output of(Response response) {
        if (response.status() == 204) {
            return new Output(List.of(), List.of(), List.of(), Optional.empty());
        }
        return of(response.body());
    }

    /** Reads the body of a success. */
    static Output of(byte[] document) {
        JsonObject body = StrictJson.object(document).object();
        if (!(body.get("value") instanceof JsonArray values)) {
            throw new UnreadableJson("The output has no member value");
        }
        List<JsonItem> rows = new ArrayList<>();
        for (JsonElement value : values) {
            rows.add(row(value));
        }
        List<String> errors = new ArrayList<>(texts(body.get("@adminapi.errors")));
        errors.addAll(texts(body.get("@adminapi.confirmationmessage")));
        return new Output(
                List.copyOf(rows),
                texts(body.get("@adminapi.warnings")),
                errors,
                new JsonItem(body).find("@odata.nextLink").filter(link -> !link.isEmpty()));
    }

    private static JsonItem row(JsonElement value) {
        JsonObject plain = new JsonObject();
        if (value instanceof JsonObject object) {
            object.entrySet().stream()
                    .filter(member -> member.getKey().indexOf('@') < 0)
                    .forEach(member -> plain.add(member.getKey(), member.getValue()));
        } else {
            plain.add("value", value);
        }
        return new JsonItem(plain);
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable JsonElement element) {
        return switch (element) {
            case JsonArray array -> array.asList().stream().map(Output::words).toList();
            case JsonPrimitive primitive when !primitive.getAsString().isEmpty() -> List.of(primitive.getAsString());
            case null, default -> List.of();
        };
    }

    private static String words(JsonElement element) {
        return element instanceof JsonPrimitive primitive ? primitive.getAsString() : element.toString();
    }
}
