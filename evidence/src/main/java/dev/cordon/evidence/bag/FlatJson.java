package dev.cordon.evidence.bag;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a JSON object's texts, numbers and truths as they are spelled; what has parts of its own is left out. */
final class FlatJson {
    private FlatJson() {}

    /** The members; empty where {@code text} is no JSON object, or a name stands twice in it. */
    static Optional<Map<String, String>> read(String text) {
        return read(text, false);
    }

    /** The same where there is nothing else; empty too where a member has parts of its own or no value, which {@link #read} leaves out. */
    static Optional<Map<String, String>> readWhole(String text) {
        return read(text, true);
    }

    private static Optional<Map<String, String>> read(String text, boolean isWhole) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                Optional<String> value = value(json);
                boolean isLeftOut = isWhole && value.isEmpty();
                if (isLeftOut || (value.isPresent() && members.put(name, value.get()) != null)) {
                    return Optional.empty();
                }
            }
            json.endObject();
            return json.peek() == JsonToken.END_DOCUMENT ? Optional.of(members) : Optional.empty();
        } catch (IOException | IllegalStateException _) {
            return Optional.empty(); // text in memory has no other trouble than its form
        }
    }

    private static Optional<String> value(JsonReader json) throws IOException {
        return switch (json.peek()) {
            case STRING, NUMBER -> Optional.of(json.nextString());
            case BOOLEAN -> Optional.of(Boolean.toString(json.nextBoolean()));
            default -> {
                json.skipValue();
                yield Optional.empty();
            }
        };
    }
}
