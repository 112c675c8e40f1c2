package dev.cordon.store.codec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.cordon.incident.Word;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a JSON object strictly; everything that is missing or of another type is an {@link UnreadableEntryException}. */
final class FactReader {
    private final String entry;
    private final JsonObject object;

    private FactReader(String entry, JsonObject object) {
        this.entry = entry;
        this.object = object;
    }

    static FactReader parse(String entry, String facts) {
        try (JsonReader reader = new JsonReader(new StringReader(facts))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            if (!element.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
                throw new UnreadableEntryException(entry, "its facts are not one JSON object");
            }
            return new FactReader(entry, element.getAsJsonObject());
        } catch (JsonParseException | IOException e) {
            throw new UnreadableEntryException(entry, "its facts are not JSON");
        }
    }

    String text(String name) {
        JsonElement element = member(name);
        if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
            throw wrong(name, "a text");
        }
        return element.getAsString();
    }

    Optional<String> optionalText(String name) {
        return object.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** A text that stands for a value which checks itself. */
    <T> T value(String name, Function<String, T> reader) {
        return checked(name, text(name), reader);
    }

    <T> Optional<T> optionalValue(String name, Function<String, T> reader) {
        return object.has(name) ? Optional.of(value(name, reader)) : Optional.empty();
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return Word.find(type, text(name)).orElseThrow(() -> wrong(name, "one of " + Word.choices(type)));
    }

    Instant instant(String name) {
        return value(name, Instant::parse);
    }

    long number(String name) {
        JsonElement element = member(name);
        if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isNumber()) {
            throw wrong(name, "a number");
        }
        return checked(name, element.getAsString(), Long::parseLong);
    }

    Optional<Long> optionalNumber(String name) {
        return object.has(name) ? Optional.of(number(name)) : Optional.empty();
    }

    boolean truth(String name) {
        JsonElement element = member(name);
        if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isBoolean()) {
            throw wrong(name, "true or false");
        }
        return element.getAsBoolean();
    }

    Optional<Boolean> optionalTruth(String name) {
        return object.has(name) ? Optional.of(truth(name)) : Optional.empty();
    }

    /** A truth that entries of an earlier time do not have, and that was false then. */
    boolean truthIfThere(String name) {
        return object.has(name) && truth(name);
    }

    /** Texts that entries of an earlier time do not have. */
    List<String> textsIfThere(String name) {
        return object.has(name) ? texts(name) : List.of();
    }

    List<String> texts(String name) {
        return values(name, Function.identity());
    }

    <T> List<T> values(String name, Function<String, T> reader) {
        List<T> values = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
                throw wrong(name, "a list of texts");
            }
            values.add(checked(name, element.getAsString(), reader));
        }
        return values;
    }

    List<FactReader> objects(String name) {
        List<FactReader> readers = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!element.isJsonObject()) {
                throw wrong(name, "a list of objects");
            }
            readers.add(new FactReader(entry, element.getAsJsonObject()));
        }
        return readers;
    }

    FactReader object(String name) {
        JsonElement element = member(name);
        if (!element.isJsonObject()) {
            throw wrong(name, "an object");
        }
        return new FactReader(entry, element.getAsJsonObject());
    }

    Optional<FactReader> optionalObject(String name) {
        return object.has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** All members as texts. */
    Map<String, String> textMap() {
        return valueMap(Function.identity());
    }

    /** All members as texts that stand for values which check themselves. */
    <T> Map<String, T> valueMap(Function<String, T> reader) {
        Map<String, T> map = new LinkedHashMap<>();
        object.keySet().forEach(name -> map.put(name, value(name, reader)));
        return map;
    }

    UnreadableEntryException wrong(String name, String expected) {
        return new UnreadableEntryException(entry, "'" + name + "' is not " + expected);
    }

    private <T> T checked(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(name, "what it should be: " + e.getMessage());
        }
    }

    private Iterable<JsonElement> array(String name) {
        JsonElement element = member(name);
        if (!element.isJsonArray()) {
            throw wrong(name, "a list");
        }
        return element.getAsJsonArray();
    }

    private JsonElement member(String name) {
        JsonElement element = object.get(name);
        if (element == null) {
            throw new UnreadableEntryException(entry, "'" + name + "' is missing");
        }
        return element;
    }
}
