package dev.cordon.cli.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The text of a JSON document: RFC 8259, keys in the order they were added, nulls written, numbers with all their digits.
 * Control, format and unpaired characters are escaped, so that a document shown on a terminal hides nothing and yet holds
 * the original value.
 */
public final class JsonText {
    private JsonText() {}

    /** The document with a line break at its end. */
    public static String of(JsonObject document) {
        var text = new StringWriter();
        try (var writer = new JsonWriter(text)) {
            writer.setStrictness(Strictness.STRICT);
            writer.setIndent("  ");
            writer.setHtmlSafe(false);
            writer.setSerializeNulls(true);
            write(writer, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return escaped(text.toString()) + "\n";
    }

    private static void write(JsonWriter writer, JsonElement element) throws IOException {
        switch (element) {
            case JsonNull none -> writer.nullValue();
            case JsonObject object -> {
                writer.beginObject();
                for (Map.Entry<String, JsonElement> member : object.entrySet()) {
                    writer.name(member.getKey());
                    write(writer, member.getValue());
                }
                writer.endObject();
            }
            case JsonArray array -> {
                writer.beginArray();
                for (JsonElement item : array) {
                    write(writer, item);
                }
                writer.endArray();
            }
            case JsonPrimitive value -> write(writer, value);
            default -> throw new IllegalArgumentException("an element of no known kind");
        }
    }

    private static void write(JsonWriter writer, JsonPrimitive value) throws IOException {
        if (value.isBoolean()) {
            writer.value(value.getAsBoolean());
        } else if (value.isNumber()) {
            writer.value(value.getAsNumber());
        } else {
            writer.value(value.getAsString());
        }
    }

    // Such characters occur only inside strings, where their escape means the same.
    private static String escaped(String json) {
        var text = new StringBuilder(json.length());
        int at = 0;
        while (at < json.length()) {
            int character = json.codePointAt(at);
            int next = at + Character.charCount(character);
            if (character == '\n' || !isUnseen(character)) {
                text.appendCodePoint(character);
            } else {
                json.substring(at, next).chars().forEach(unit -> text.append(String.format("\\u%04x", unit)));
            }
            at = next;
        }
        return text.toString();
    }

    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
