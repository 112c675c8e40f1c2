package dev.cordon.microsoft365.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Members of JSON objects as texts in one fixed form: names sorted, what is absent, empty or {@code null} all written {@code null}. One
 * thread while it is built.
 */
public final class Fields {
    private final Map<String, String> fields = new LinkedHashMap<>();

    /** The members of these names, absent ones included. */
    public static Fields of(JsonItem item, String... names) {
        Fields fields = new Fields();
        for (String name : names) {
            fields.with(name, item.object().get(name));
        }
        return fields;
    }

    public Fields with(String name, @Nullable JsonElement value) {
        fields.put(name, text(value));
        return this;
    }

    public Fields with(String name, boolean value) {
        return with(name, new JsonPrimitive(value));
    }

    public Fields with(String name, String value) {
        return with(name, value.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(value));
    }

    /** Values whose order means nothing. */
    public Fields withSet(String name, List<String> values) {
        JsonArray sorted = new JsonArray();
        new TreeSet<>(values).forEach(sorted::add);
        return with(name, sorted);
    }

    public Map<String, String> map() {
        return Map.copyOf(fields);
    }

    /** The element in the fixed form. */
    public static String text(@Nullable JsonElement element) {
        return fixed(element).toString();
    }

    /** The element that {@code text} is the fixed form of. */
    public static JsonElement element(String text) {
        return StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text that stands in the fixed form; empty text for {@code null}. */
    public static String plain(String text) {
        JsonElement element = element(text);
        return element instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
    }

    /** The texts of the list that stands in the fixed form; none for {@code null}. */
    public static List<String> texts(String text) {
        return element(text) instanceof JsonArray array
                ? array.asList().stream().map(JsonElement::getAsString).toList()
                : List.of();
    }

    private static JsonElement fixed(@Nullable JsonElement element) {
        return switch (element) {
            case JsonObject object -> object(object);
            case JsonArray array -> array(array);
            case JsonPrimitive primitive -> primitive;
            case null, default -> JsonNull.INSTANCE;
        };
    }

    private static JsonElement object(JsonObject object) {
        JsonObject sorted = new JsonObject();
        for (String name : new TreeSet<>(object.keySet())) {
            JsonElement member = fixed(object.get(name));
            if (!member.isJsonNull() && name.indexOf('@') < 0) {
                sorted.add(name, member);
            }
        }
        return sorted.isEmpty() ? JsonNull.INSTANCE : sorted;
    }

    private static JsonElement array(JsonArray array) {
        JsonArray same = new JsonArray();
        array.forEach(each -> same.add(fixed(each)));
        return same.isEmpty() ? JsonNull.INSTANCE : same;
    }
}
