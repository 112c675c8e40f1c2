package dev.cordon.evidence.bag;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Tombstone;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes the list of exhibits, as a table and as JSON: what each is, where it came from, its digests, and where it lies. */
final class ExhibitList {
    static final String JSON = "data/exhibits.json";
    static final String CSV = "data/exhibits.csv";

    /** What the list repeats of the custody entry's facts. */
    static final List<String> FACTS =
            List.of("kind", "subject", "source", "requestId", "acquiredAt", "mediaType", "size", "sha256", "sha512");

    /** Every member that an exhibit has in the list, and every column, in their order; the last were added later. */
    static final List<String> MEMBERS = List.of(
            "id",
            "kind",
            "subject",
            "source",
            "requestId",
            "acquiredAt",
            "recordedAt",
            "mediaType",
            "size",
            "sha256",
            "sha512",
            "file",
            "readable",
            "redacted",
            "deleted",
            "damaged");

    private ExhibitList() {}

    /**
     * An exhibit in the bag.
     *
     * @param file where its bytes lie; empty where they are withheld
     * @param readable copies of it for people
     * @param redacted why its bytes are withheld; empty where they are not
     * @param deleted what stays of it where its bytes had been given up; it is not redacted then
     * @param damaged what was found in place of its bytes, where they are no longer what was sealed
     */
    record Row(
            Exhibit exhibit,
            Optional<String> file,
            List<String> readable,
            Optional<String> redacted,
            Optional<Tombstone> deleted,
            Optional<String> damaged) {
        static Row with(Exhibit exhibit, String file, List<String> readable) {
            return new Row(exhibit, Optional.of(file), readable, Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Row without(
                Exhibit exhibit, Optional<String> redacted, Optional<Tombstone> deleted, Optional<String> damaged) {
            return new Row(exhibit, Optional.empty(), List.of(), redacted, deleted, damaged);
        }
    }

    static void write(BagFolder bag, List<Row> rows) throws IOException {
        try (Writer out = new OutputStreamWriter(bag.create(CSV), StandardCharsets.UTF_8)) {
            out.write(Csv.line(MEMBERS));
            for (Row row : rows) {
                out.write(Csv.line(cells(row)));
            }
        }
        try (Writer out = new OutputStreamWriter(bag.create(JSON), StandardCharsets.UTF_8)) {
            out.write("{\"exhibits\": [");
            String before = "\n";
            for (Row row : rows) {
                out.write(before + Unseen.escaped(json(row).toString()));
                before = ",\n";
            }
            out.write("\n]}\n");
        }
    }

    static List<String> redaction(String id, String kind, String why, String sha256) {
        return List.of(id, "the bytes of an exhibit of kind " + kind, why, sha256);
    }

    private static List<String> cells(Row row) {
        Exhibit exhibit = row.exhibit();
        return List.of(
                exhibit.id().value(),
                exhibit.kind(),
                exhibit.subject(),
                exhibit.source(),
                exhibit.requestId().orElse(""),
                exhibit.acquiredAt().toString(),
                exhibit.recordedAt().toString(),
                exhibit.mediaType(),
                Long.toString(exhibit.size()),
                exhibit.sha256().hex(),
                exhibit.sha512().hex(),
                row.file().orElse(""),
                String.join(" ", row.readable()),
                row.redacted().orElse(""),
                row.deleted().map(Tombstone::text).orElse(""),
                row.damaged().orElse(""));
    }

    private static JsonObject json(Row row) {
        Exhibit exhibit = row.exhibit();
        JsonObject json = new JsonObject();
        json.addProperty("id", exhibit.id().value());
        json.addProperty("kind", exhibit.kind());
        json.addProperty("subject", exhibit.subject());
        json.addProperty("source", exhibit.source());
        add(json, "requestId", exhibit.requestId());
        json.addProperty("acquiredAt", exhibit.acquiredAt().toString());
        json.addProperty("recordedAt", exhibit.recordedAt().toString());
        json.addProperty("mediaType", exhibit.mediaType());
        json.addProperty("size", exhibit.size());
        json.addProperty("sha256", exhibit.sha256().hex());
        json.addProperty("sha512", exhibit.sha512().hex());
        add(json, "file", row.file());
        JsonArray readable = new JsonArray();
        row.readable().forEach(readable::add);
        json.add("readable", readable);
        add(json, "redacted", row.redacted());
        add(json, "deleted", row.deleted().map(Tombstone::text));
        add(json, "damaged", row.damaged());
        return json;
    }

    private static void add(JsonObject json, String name, Optional<String> value) {
        value.ifPresentOrElse(present -> json.addProperty(name, present), () -> json.add(name, JsonNull.INSTANCE));
    }
}
