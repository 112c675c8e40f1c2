package dev.cordon.evidence.bag;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.ChainRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Holds the exhibits of a bag against the custody entries that acquired them, and the list of exhibits against both. For one thread. */
final class ExhibitCheck {
    private final Map<String, BagFolder.Written> hashed;
    private final Faults faults;
    private final Map<String, JsonObject> listed = new TreeMap<>();
    private final Set<String> known = new HashSet<>();
    private long compared;
    private long withheld;
    private long deleted;
    private final List<String> damaged = new ArrayList<>();

    /**
     * A check.
     *
     * @param hashed every file of the bag with its digests
     */
    ExhibitCheck(Map<String, BagFolder.Written> hashed, Faults faults) {
        this.hashed = hashed;
        this.faults = faults;
    }

    /** Takes in {@code exhibits.json}. */
    void list(InputStream bytes) throws IOException {
        try (JsonReader json = new JsonReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            if (!json.nextName().equals("exhibits")) {
                throw new MalformedJsonException("no list of exhibits");
            }
            json.beginArray();
            while (json.hasNext()) {
                JsonObject row = JsonParser.parseReader(json).getAsJsonObject();
                if (listed.put(text(row, "id"), row) != null) {
                    fault(ExhibitList.JSON, "each exhibit once", text(row, "id") + " twice", "The list was changed.");
                }
            }
            json.endArray();
            json.endObject();
        } catch (JsonParseException | IllegalStateException | MalformedJsonException _) {
            fault(ExhibitList.JSON, "the list of exhibits", "something else", "The list cannot be read to its end.");
        }
    }

    private static String text(JsonObject row, String name) {
        JsonElement value = row.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    /** Compares; {@code seenDamaged} are the exhibits of which the custody log says that they are no longer what was sealed. */
    void compare(List<ChainRecord> acquired, BagTombstones tombstones, Set<String> seenDamaged) {
        for (ChainRecord entry : acquired) {
            Optional<Map<String, String>> facts = FlatJson.read(entry.value("facts"));
            if (facts.isEmpty()) {
                faults.atEntry(
                        "custody " + entry.sequence(),
                        "the facts of an exhibit",
                        "something that cannot be read",
                        "The entry is whole but cannot be read: a newer version wrote it, or it was forged.");
            } else {
                compare(ExhibitId.of(entry.sequence()).value(), facts.get(), tombstones, seenDamaged);
            }
        }
        listed.keySet().stream()
                .filter(id -> acquired.stream()
                        .noneMatch(
                                entry -> ExhibitId.of(entry.sequence()).value().equals(id)))
                .forEach(id -> fault(
                        ExhibitList.JSON,
                        "a custody entry that acquired " + id,
                        "no such entry",
                        "The exhibit was put into the list, or its entry was changed or removed."));
        hashed.keySet().stream()
                .filter(name -> name.startsWith("data/exhibits/") && !known.contains(name))
                .forEach(
                        name -> fault(
                                name,
                                "a custody entry that acquired it",
                                "no such entry",
                                "The file is no exhibit of this incident: somebody put it here, or its entry was changed or removed."));
    }

    private void compare(String id, Map<String, String> facts, BagTombstones tombstones, Set<String> seenDamaged) {
        String kind = facts.getOrDefault("kind", "");
        String file = ExhibitFile.raw(id, kind, facts.getOrDefault("mediaType", ""));
        known.add(file);
        JsonObject row = listed.get(id);
        if (row == null) {
            fault(ExhibitList.JSON, id, "no such exhibit", "The exhibit was taken out of the list.");
        } else {
            for (String name : List.of("kind", "size", "sha256", "sha512")) {
                equal(
                        ExhibitList.JSON,
                        id + " " + name,
                        facts.getOrDefault(name, ""),
                        text(row, name),
                        "The list was changed.");
            }
        }
        BagFolder.Written actual = hashed.get(file);
        if (actual != null) {
            compared++;
            String meaning = id + " (" + kind + ") is not what was sealed.";
            equal(file, "size", facts.getOrDefault("size", ""), Long.toString(actual.size()), meaning);
            equal(
                    file,
                    "SHA-256",
                    facts.getOrDefault("sha256", ""),
                    actual.sha256().hex(),
                    meaning);
            equal(
                    file,
                    "SHA-512",
                    facts.getOrDefault("sha512", ""),
                    actual.sha512().hex(),
                    meaning);
        } else if (tombstones.covers(id)) {
            deleted++;
        } else if (row != null && !text(row, "redacted").isEmpty()) {
            withheld++;
        } else if (row != null && !text(row, "damaged").isEmpty() && seenDamaged.contains(id)) {
            damaged.add(id);
        } else {
            fault(file, "the bytes of " + id, "no file", id + " (" + kind + ") is missing.");
        }
    }

    private void equal(String path, String what, String expected, String actual, String meaning) {
        if (!expected.equals(actual)) {
            fault(path, what + " " + expected + ", as the custody log says", what + " " + actual, meaning);
        }
    }

    private void fault(String path, String expected, String actual, String meaning) {
        faults.inFile(path, expected, actual, meaning);
    }

    /** How many exhibits' bytes were compared. */
    long compared() {
        return compared;
    }

    /** Which are listed without their bytes, because it was recorded that those are no longer what was sealed. */
    List<String> damaged() {
        return damaged;
    }

    /** How many had been lawfully deleted before. */
    long deleted() {
        return deleted;
    }

    /** How many are listed without their bytes, because the audience does not get them. */
    long withheld() {
        return withheld;
    }
}
