package dev.cordon.investigation.collection;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.Word;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A {@link CollectionProgress} as it is stored: JSON of version 1, in ASCII. Only what is to the letter what would be written for it is read:
 * whatever else stands there, nobody of us wrote. Stateless; safe for many threads.
 */
public final class ProgressText {
    private static final int VERSION = 1;

    private ProgressText() {}

    /** The text. */
    public static String write(CollectionProgress progress) {
        JsonObject root = new JsonObject();
        root.addProperty("version", VERSION);
        root.addProperty("from", progress.from().toString());
        root.addProperty("until", progress.until().toString());
        progress.through().ifPresent(through -> root.addProperty("through", through.toString()));
        root.addProperty("round", progress.round());
        root.addProperty("begunAt", progress.begunAt().toString());
        root.add("place", PlaceJson.write(progress.place()));
        progress.ending().ifPresent(ending -> root.add("ending", write(ending)));
        return ascii(root.toString());
    }

    private static JsonObject write(CollectionProgress.Ending ending) {
        JsonObject object = new JsonObject();
        object.addProperty("outcome", Word.of(ending.outcome()));
        object.addProperty("reason", ending.reason());
        ending.againAt().ifPresent(again -> object.addProperty("againAt", again.toString()));
        return object;
    }

    /**
     * Reads the text back.
     *
     * @throws UnreadableProgressException when it is not one, with the reason
     */
    public static CollectionProgress read(String text) {
        CollectionProgress progress;
        try {
            progress = read(JsonParser.parseString(text).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            throw new UnreadableProgressException("it is not the JSON that is written there.");
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new UnreadableProgressException("it says what cannot be.");
        }
        if (!write(progress).equals(text)) {
            throw new UnreadableProgressException("it holds more, less or something else than is written there.");
        }
        return progress;
    }

    private static CollectionProgress read(JsonObject root) {
        int version = PlaceJson.member(root, "version").getAsInt();
        if (version != VERSION) {
            throw new UnreadableProgressException(
                    "it is of version " + version + ", and this is version " + VERSION + ".");
        }
        return new CollectionProgress(
                PlaceJson.time(root, "from"),
                PlaceJson.time(root, "until"),
                optionalTime(root, "through"),
                PlaceJson.member(root, "round").getAsInt(),
                PlaceJson.time(root, "begunAt"),
                PlaceJson.read(PlaceJson.object(root, "place")),
                root.has("ending") ? Optional.of(ending(PlaceJson.object(root, "ending"))) : Optional.empty());
    }

    private static CollectionProgress.Ending ending(JsonObject object) {
        return new CollectionProgress.Ending(
                PlaceJson.word(object, "outcome", CollectionOutcome.class),
                PlaceJson.text(object, "reason"),
                optionalTime(object, "againAt"));
    }

    private static Optional<Instant> optionalTime(JsonObject object, String name) {
        return object.has(name) ? Optional.of(PlaceJson.time(object, name)) : Optional.empty();
    }

    static JsonArray texts(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    /** Not every database keeps every character that a link or a recipient may have. */
    private static String ascii(String json) {
        StringBuilder text = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x7f) {
                text.append(c);
            } else {
                text.append("\\u%04x".formatted((int) c));
            }
        }
        return text.toString();
    }
}
