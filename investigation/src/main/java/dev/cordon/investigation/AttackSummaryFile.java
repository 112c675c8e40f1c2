package dev.cordon.investigation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An {@link AttackSummary} as a JSON file, {@code cordon-attack-summary/1}: sealed beside the logs it was drawn from, so that a report
 * written later says the same. Stateless; safe for many threads.
 */
public final class AttackSummaryFile {
    /** The media type of the file. */
    public static final String MEDIA_TYPE = "application/json";

    private static final String SCHEMA = "cordon-attack-summary/1";

    private AttackSummaryFile() {}

    /** The file's bytes. */
    public static byte[] write(AttackSummary summary) {
        JsonObject root = new JsonObject();
        root.addProperty("schema", SCHEMA);
        root.addProperty("certainty", summary.certainty().name());
        summary.firstSeen().ifPresent(at -> root.addProperty("firstSeen", at.toString()));
        root.addProperty("firstSeenReason", summary.firstSeenReason());
        root.addProperty("baseline", summary.baseline());
        root.addProperty("drawnAt", summary.drawnAt().toString());
        root.add("addresses", texts(summary.addresses()));
        JsonArray sightings = new JsonArray();
        summary.sightings().forEach(sighting -> sightings.add(write(sighting)));
        root.add("sightings", sightings);
        JsonArray coverage = new JsonArray();
        summary.coverage().forEach(source -> coverage.add(write(source)));
        root.add("coverage", coverage);
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the file back; empty when it is not such a file. */
    public static Optional<AttackSummary> read(byte[] bytes) {
        try {
            JsonObject root = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            return SCHEMA.equals(text(root, "schema")) ? Optional.of(read(root)) : Optional.empty();
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException
                | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static AttackSummary read(JsonObject root) {
        List<AttackSummary.Sighting> sightings = new ArrayList<>();
        array(root, "sightings").forEach(element -> sightings.add(sighting(element.getAsJsonObject())));
        List<Coverage> coverage = new ArrayList<>();
        array(root, "coverage").forEach(element -> coverage.add(coverage(element.getAsJsonObject())));
        return new AttackSummary(
                Certainty.valueOf(text(root, "certainty")),
                instant(root, "firstSeen"),
                text(root, "firstSeenReason"),
                text(root, "baseline"),
                sightings,
                texts(array(root, "addresses")),
                coverage,
                Instant.parse(text(root, "drawnAt")));
    }

    private static JsonObject write(AttackSummary.Sighting sighting) {
        JsonObject object = new JsonObject();
        object.addProperty("at", sighting.at().toString());
        object.addProperty("verdict", sighting.verdict().name());
        object.addProperty("address", sighting.address());
        object.addProperty("country", sighting.country());
        object.addProperty("program", sighting.program());
        object.addProperty("application", sighting.application());
        object.addProperty("succeeded", sighting.succeeded());
        object.add("reasons", texts(sighting.reasons()));
        return object;
    }

    private static AttackSummary.Sighting sighting(JsonObject object) {
        return new AttackSummary.Sighting(
                Instant.parse(text(object, "at")),
                Verdict.valueOf(text(object, "verdict")),
                text(object, "address"),
                text(object, "country"),
                text(object, "program"),
                text(object, "application"),
                required(object, "succeeded").getAsBoolean(),
                texts(array(object, "reasons")));
    }

    private static JsonObject write(Coverage coverage) {
        JsonObject object = new JsonObject();
        object.addProperty("source", coverage.source());
        object.addProperty("from", coverage.from().toString());
        coverage.through().ifPresent(through -> object.addProperty("through", through.toString()));
        object.addProperty("rows", coverage.rows());
        coverage.notRead().ifPresent(why -> object.addProperty("notRead", why));
        return object;
    }

    private static Coverage coverage(JsonObject object) {
        return new Coverage(
                text(object, "source"),
                Instant.parse(text(object, "from")),
                instant(object, "through"),
                required(object, "rows").getAsInt(),
                Optional.ofNullable(object.get("notRead")).map(JsonElement::getAsString));
    }

    private static JsonArray texts(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static List<String> texts(JsonArray array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.getAsString()));
        return texts;
    }

    private static String text(JsonObject object, String name) {
        return required(object, name).getAsString();
    }

    private static JsonArray array(JsonObject object, String name) {
        return required(object, name).getAsJsonArray();
    }

    private static JsonElement required(JsonObject object, String name) {
        JsonElement element = object.get(name);
        if (element == null) {
            throw new JsonParseException(name + " is missing");
        }
        return element;
    }

    private static Optional<Instant> instant(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name))
                .map(JsonElement::getAsString)
                .map(Instant::parse);
    }
}
