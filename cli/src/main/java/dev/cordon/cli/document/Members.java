package dev.cordon.cli.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How values are spelled in every document: times ISO-8601 UTC, what is unknown {@code null} and never left out. */
final class Members {
    private Members() {}

    static JsonElement text(Optional<?> value) {
        return value.<JsonElement>map(present -> new JsonPrimitive(present.toString()))
                .orElse(JsonNull.INSTANCE);
    }

    static JsonElement time(Instant value) {
        return new JsonPrimitive(value.toString());
    }

    static JsonElement number(Optional<? extends Number> value) {
        return value.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
    }

    static JsonElement truth(Optional<Boolean> value) {
        return value.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
    }

    static JsonArray texts(List<String> values) {
        return array(values, JsonPrimitive::new);
    }

    static <T> JsonArray array(Collection<T> values, Function<T, JsonElement> element) {
        var array = new JsonArray(values.size());
        values.forEach(value -> array.add(element.apply(value)));
        return array;
    }
}
