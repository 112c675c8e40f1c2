package dev.cordon.simulator.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON trees. Numbers keep their digits; nulls are written. Safe for many threads. */
public final class Json {

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private Json() {}

    /**
     * Reads one JSON object and nothing after it.
     *
     * @throws JsonParseException when the text is not exactly one JSON object
     */
    public static JsonObject parseObject(byte[] utf8) {
        var reader = new JsonReader(new StringReader(new String(utf8, StandardCharsets.UTF_8)));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement element = JsonParser.parseReader(reader);
            if (!element.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("Expected one JSON object.");
            }
            return element.getAsJsonObject();
        } catch (IOException unreadable) {
            throw new JsonParseException(unreadable);
        } catch (IllegalStateException unreadable) {
            throw new JsonParseException(unreadable);
        }
    }

    /** Reads one JSON object from text. */
    public static JsonObject parseObject(String text) {
        return parseObject(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The element as compact JSON text. */
    public static String write(JsonElement element) {
        return GSON.toJson(element);
    }

    /** The element as UTF-8 bytes. */
    public static byte[] bytes(JsonElement element) {
        return write(element).getBytes(StandardCharsets.UTF_8);
    }

    /** A new object from alternating names and values (see {@link #element}). */
    public static JsonObject object(@Nullable Object... namesAndValues) {
        var object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(String.valueOf(namesAndValues[i]), element(namesAndValues[i + 1]));
        }
        return object;
    }

    /** A new array of the values (see {@link #element}). */
    public static JsonArray array(Iterable<?> values) {
        var array = new JsonArray();
        for (Object value : values) {
            array.add(element(value));
        }
        return array;
    }

    /** A new array of the values. */
    public static JsonArray array(Object... values) {
        return array(List.of(values));
    }

    /** Text, number, boolean, instant (whole seconds), list, optional, element or null as a JSON element. */
    public static JsonElement element(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case JsonElement element -> element;
            case String text -> new JsonPrimitive(text);
            case Number number -> new JsonPrimitive(number);
            case Boolean bool -> new JsonPrimitive(bool);
            case Instant instant -> new JsonPrimitive(time(instant));
            case Optional<?> optional -> element(optional.orElse(null));
            case Iterable<?> values -> array(values);
            default -> new JsonPrimitive(value.toString());
        };
    }

    /** ISO-8601 in UTC, whole seconds, as the directory writes times. */
    public static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** ISO-8601 in UTC with milliseconds where there are any. */
    public static String exactTime(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The text member of that name, if it is there and is text. */
    public static Optional<String> text(JsonObject object, String name) {
        JsonElement member = object.get(name);
        return member instanceof JsonPrimitive primitive && primitive.isString()
                ? Optional.of(primitive.getAsString())
                : Optional.empty();
    }

    /** The boolean member of that name, if it is there and is a boolean. */
    public static Optional<Boolean> bool(JsonObject object, String name) {
        JsonElement member = object.get(name);
        return member instanceof JsonPrimitive primitive && primitive.isBoolean()
                ? Optional.of(primitive.getAsBoolean())
                : Optional.empty();
    }

    /** The object member of that name, if it is there and is an object. */
    public static Optional<JsonObject> member(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject member ? Optional.of(member) : Optional.empty();
    }
}
