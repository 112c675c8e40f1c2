package dev.cordon.microsoft365.json;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose members are asked for by type. An absent member and {@code null} are the same; a member of another type is refused.
 *
 * @param object the object, which nobody changes
 */
public record JsonItem(JsonObject object) {
    public JsonItem {
        requireNonNull(object, "object is null");
    }

    /** The text, which must be there. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new UnreadableJson("The member " + name + " is missing"));
    }

    /** The text, or empty text. */
    public String textOrEmpty(String name) {
        return find(name).orElse("");
    }

    /** The text, where it is there. A number is not a text. */
    public Optional<String> find(String name) {
        JsonPrimitive primitive = primitive(name);
        if (primitive == null) {
            return Optional.empty();
        }
        if (!primitive.isString()) {
            throw wrong(name, "a text");
        }
        return Optional.of(primitive.getAsString());
    }

    /** The text or the digits of the number, where either is there. */
    public Optional<String> findScalar(String name) {
        JsonPrimitive primitive = primitive(name);
        return primitive == null ? Optional.empty() : Optional.of(primitive.getAsString());
    }

    /** The flag, where it is there. */
    public Optional<Boolean> findFlag(String name) {
        JsonPrimitive primitive = primitive(name);
        if (primitive == null) {
            return Optional.empty();
        }
        if (!primitive.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return Optional.of(primitive.getAsBoolean());
    }

    /** The flag; absent is false. */
    public boolean isTrue(String name) {
        return findFlag(name).orElse(false);
    }

    /** The whole number, where it is there and fits. */
    public Optional<Integer> findInteger(String name) {
        JsonPrimitive primitive = primitive(name);
        if (primitive == null) {
            return Optional.empty();
        }
        try {
            if (primitive.isNumber()) {
                return Optional.of(Integer.parseInt(primitive.getAsString()));
            }
        } catch (NumberFormatException e) {
            throw new UnreadableJson("The member " + name + " is not a whole number", e);
        }
        throw wrong(name, "a number");
    }

    /** The number, where it is there; not more exactly than a {@code double} holds it. */
    public Optional<Double> findNumber(String name) {
        JsonPrimitive primitive = primitive(name);
        if (primitive == null) {
            return Optional.empty();
        }
        if (!primitive.isNumber()) {
            throw wrong(name, "a number");
        }
        return Optional.of(Double.parseDouble(primitive.getAsString()));
    }

    /** The time, where it is there; an offset is honoured, and the year 1 that stands for "never" is absent. */
    public Optional<Instant> findInstant(String name) {
        return find(name)
                .filter(text -> !text.isEmpty())
                .map(text -> instant(name, text))
                .filter(JsonItem::isReal);
    }

    /** The member as an object, where it is there. */
    public Optional<JsonItem> findItem(String name) {
        JsonElement element = object.get(name);
        if (element == null || element.isJsonNull()) {
            return Optional.empty();
        }
        if (element instanceof JsonObject member) {
            return Optional.of(new JsonItem(member));
        }
        throw wrong(name, "an object");
    }

    /** The objects of the list; absent is an empty list. */
    public List<JsonItem> items(String name) {
        List<JsonItem> items = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!(element instanceof JsonObject member)) {
                throw wrong(name, "a list of objects");
            }
            items.add(new JsonItem(member));
        }
        return items;
    }

    /** The texts of the list; absent is an empty list. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!(element instanceof JsonPrimitive primitive) || !primitive.isString()) {
                throw wrong(name, "a list of texts");
            }
            texts.add(primitive.getAsString());
        }
        return texts;
    }

    /** Whether the member is there and not {@code null}. */
    public boolean has(String name) {
        JsonElement element = object.get(name);
        return element != null && !element.isJsonNull();
    }

    private JsonArray array(String name) {
        JsonElement element = object.get(name);
        if (element == null || element.isJsonNull()) {
            return new JsonArray();
        }
        if (element instanceof JsonArray array) {
            return array;
        }
        throw wrong(name, "a list");
    }

    private @Nullable JsonPrimitive primitive(String name) {
        JsonElement element = object.get(name);
        if (element == null || element.isJsonNull()) {
            return null;
        }
        if (element instanceof JsonPrimitive primitive) {
            return primitive;
        }
        throw wrong(name, "a single value");
    }

    private static Instant instant(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableJson("The member " + name + " is not a time", e);
        }
    }

    private static boolean isReal(Instant instant) {
        return instant.isAfter(Instant.parse("1602-01-01T00:00:00Z"));
    }

    private static UnreadableJson wrong(String name, String expected) {
        return new UnreadableJson("The member " + name + " is not " + expected);
    }
}
