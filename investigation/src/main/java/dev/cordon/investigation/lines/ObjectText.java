package dev.cordon.investigation.lines;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.internal.LazilyParsedNumber;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.cordon.investigation.Quote;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads the one JSON object of a line, as RFC 8259 has it and with each name once: two readers could take different ones for meant. */
final class ObjectText {
    /** Levels of nesting; Graph's records have about five. */
    private static final int DEEPEST = 64;

    private ObjectText() {}

    static JsonObject read(String line) throws UnreadableLineException {
        JsonReader reader = new JsonReader(new StringReader(line));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
        try {
            if (reader.peek() != JsonToken.BEGIN_OBJECT) {
                throw new UnreadableLineException("It is no JSON object.");
            }
            JsonObject object = object(reader);
            if (!isAtEnd(reader)) {
                throw new UnreadableLineException("Something follows the end of its JSON object.");
            }
            return object;
        } catch (EOFException _) {
            throw new UnreadableLineException("Its JSON ends in the middle.");
        } catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
            throw new UnreadableLineException(why(Optional.ofNullable(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    /** What follows a value is malformed to a strict reader, whatever it is. */
    private static boolean isAtEnd(JsonReader reader) throws IOException {
        try {
            return reader.peek() == JsonToken.END_DOCUMENT;
        } catch (MalformedJsonException _) {
            return false;
        }
    }

    private static String why(Optional<String> said) {
        return said.filter(message -> message.startsWith("Nesting limit")).isPresent()
                ? "Its JSON is nested deeper than " + DEEPEST + " levels."
                : "Its JSON is malformed.";
    }

    private static JsonObject object(JsonReader reader) throws IOException, UnreadableLineException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                throw new UnreadableLineException(
                        "It has the name " + Quote.of(name) + " twice: which one is meant nobody can say.");
            }
            object.add(name, value(reader));
        }
        reader.endObject();
        return object;
    }

    private static JsonArray array(JsonReader reader) throws IOException, UnreadableLineException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value(reader));
        }
        reader.endArray();
        return array;
    }

    private static JsonElement value(JsonReader reader) throws IOException, UnreadableLineException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> array(reader);
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(new LazilyParsedNumber(reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
                throw new UnreadableLineException("Its JSON is malformed.");
        };
    }
}
