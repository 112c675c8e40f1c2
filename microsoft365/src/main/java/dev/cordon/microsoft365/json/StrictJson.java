package dev.cordon.microsoft365.json;

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
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads exactly one JSON document from UTF-8 bytes. Refused are: nothing at all, NUL bytes, markup, bytes that are not UTF-8, names that
 * come twice, anything after the end, NaN and every other leniency. Numbers keep their digits. Safe for many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class StrictJson {
    private static final int DEEPEST = 128;

    private StrictJson() {}

    /** The document as an object. */
    public static JsonItem object(byte[] document) {
        if (parse(document) instanceof JsonObject object) {
            return new JsonItem(object);
        }
        throw new UnreadableJson("The JSON is not an object");
    }

    /** The document, whatever it is. */
    public static JsonElement parse(byte[] document) {
        refuseWhatIsNotJson(document);
        try (JsonReader reader = new JsonReader(new StringReader(decoded(document)))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = element(reader, 0);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new UnreadableJson("Something follows the end of the JSON");
            }
            return element;
        } catch (EOFException e) {
            throw new UnreadableJson("The JSON ends in the middle", e);
        } catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
            throw new UnreadableJson("The JSON is malformed", e);
        } catch (IOException e) {
            throw new UnreadableJson("The JSON cannot be read", e);
        }
    }

    private static void refuseWhatIsNotJson(byte[] document) {
        boolean blank = true;
        for (byte b : document) {
            if (b == 0) {
                throw new UnreadableJson("The body consists of NUL bytes, not of JSON");
            }
            blank &= b == ' ' || b == '\n' || b == '\r' || b == '\t';
        }
        if (blank) {
            throw new UnreadableJson("The body is empty");
        }
        if (document[0] == '<') {
            throw new UnreadableJson("The body is a web page, not JSON");
        }
    }

    private static String decoded(byte[] document) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableJson("The body is not UTF-8", e);
        }
    }

    private static JsonElement element(JsonReader reader, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new UnreadableJson("The JSON is nested deeper than " + DEEPEST);
        }
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader, depth);
            case BEGIN_ARRAY -> array(reader, depth);
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(new LazilyParsedNumber(reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT -> throw new UnreadableJson("The JSON is malformed");
        };
    }

    private static JsonObject object(JsonReader reader, int depth) throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                throw new UnreadableJson("A name comes twice in the JSON");
            }
            object.add(name, element(reader, depth + 1));
        }
        reader.endObject();
        return object;
    }

    private static JsonArray array(JsonReader reader, int depth) throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(element(reader, depth + 1));
        }
        reader.endArray();
        return array;
    }
}
