package dev.cordon.evidence.bag;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.ChainRecord;
import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Holds the exhibits of a bag against the custody entries that acquired them, and the list of exhibits against both. For one thread. */
final class ExhibitCheck {
    private final Map<String, BagFolder.Written> hashed;
    private final Faults faults;
    private final Map<String, Map<String, String>> listed = new LinkedHashMap<>();
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
                Map<String, String> row = row(json);
                if (listed.put(text(row, "id"), row) != null) {
                    fault(ExhibitList.JSON, "each exhibit once", text(row, "id") + " twice", "The list was changed.");
                }
            }
            json.endArray();
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("something behind the list");
            }
        } catch (IllegalStateException | MalformedJsonException _) {
            fault(ExhibitList.JSON, "the list of exhibits", "something else", "The list cannot be read to its end.");
        }
    }

    /** The members in their order, as the cells of the table have them. */
    private static Map<String, String> row(JsonReader json) throws IOException {
        Map<String, String> row = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            if (row.put(json.nextName(), cell(json)) != null) {
                throw new MalformedJsonException("a member stands twice");
            }
        }
        json.endObject();
        return row;
    }

    private static String cell(JsonReader json) throws IOException {
        if (json.peek() == JsonToken.NULL) {
            json.nextNull();
            return "";
        }
        if (json.peek() != JsonToken.BEGIN_ARRAY) {
            return json.nextString();
        }
        List<String> parts = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            parts.add(json.nextString());
        }
        json.endArray();
        return String.join(" ", parts);
    }

    private static String text(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
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
                compare(entry, facts.get(), tombstones, seenDamaged);
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
                .filter(name -> name.startsWith("data/readable/") && !known.contains(name))
                .forEach(name -> fault(
                        name,
                        "a copy that exhibits.json names",
                        "a file of which it knows nothing",
                        "The file is no copy of an exhibit: somebody put it here, or the list was changed."));
        hashed.keySet().stream()
                .filter(name -> name.startsWith("data/exhibits/") && !known.contains(name))
                .forEach(
                        name -> fault(
                                name,
                                "a custody entry that acquired it",
                                "no such entry",
                                "The file is no exhibit of this incident: somebody put it here, or its entry was changed or removed."));
    }

    private void compare(
            ChainRecord entry, Map<String, String> facts, BagTombstones tombstones, Set<String> seenDamaged) {
        String id = ExhibitId.of(entry.sequence()).value();
        String kind = facts.getOrDefault("kind", "");
        String file = ExhibitFile.raw(id, kind, facts.getOrDefault("mediaType", ""));
        known.add(file);
        Map<String, String> row = listed.get(id);
        if (row == null) {
            fault(ExhibitList.JSON, id, "no such exhibit", "The exhibit was taken out of the list.");
        } else {
            compare(row, entry, facts);
            place(row, file, tombstones);
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

    private void compare(Map<String, String> row, ChainRecord entry, Map<String, String> facts) {
        String meaning = "The list was changed.";
        String id = text(row, "id");
        for (String name : ExhibitList.FACTS) {
            equal(ExhibitList.JSON, id + " " + name, facts.getOrDefault(name, ""), text(row, name), meaning);
        }
        equal(ExhibitList.JSON, id + " recordedAt", entry.value("at"), text(row, "recordedAt"), meaning);
        row.keySet().stream()
                .filter(name -> !ExhibitList.MEMBERS.contains(name))
                .forEach(name -> fault(ExhibitList.JSON, "no member " + name + " of " + id, "such a member", meaning));
    }

    /** Compares where the list says that the bytes lie, or why they do not, with where they lie. */
    private void place(Map<String, String> row, String file, BagTombstones tombstones) {
        String id = text(row, "id");
        boolean isHere = hashed.containsKey(file);
        boolean isExplained = Stream.of("redacted", "deleted", "damaged")
                .anyMatch(why -> !text(row, why).isEmpty());
        if (!text(row, "file").equals(isHere ? file : "") || (isHere && isExplained)) {
            fault(
                    ExhibitList.JSON,
                    id + (isHere ? " in " + file : " without a file") + ", as the files are",
                    id + (isExplained ? " withheld, deleted or damaged" : " in " + text(row, "file")),
                    "The list was changed, or the file was put here.");
        }
        if (!text(row, "deleted").isEmpty() && !tombstones.covers(id)) {
            fault(ExhibitList.JSON, "a tombstone of " + id + " in the custody log", "none", "The list was changed.");
        }
        for (String copy : text(row, "readable").split(" ", -1)) {
            if (!copy.isEmpty() && (!isHere || !hashed.containsKey(copy))) {
                fault(copy, "a copy of " + id + ", as exhibits.json says", "no file", "The copy was removed.");
            }
            known.add(copy);
        }
    }

    /** The list once more, as it stands in the table; a table of nothing has a head of some version's. */
    boolean isTable(BagFolder.Written table) {
        if (listed.isEmpty()) {
            return Stream.of(0, 1, 2)
                    .map(more -> ExhibitList.MEMBERS.subList(0, ExhibitList.MEMBERS.size() - more))
                    .anyMatch(head -> isText(table, Csv.line(head)));
        }
        StringBuilder text = new StringBuilder(
                Csv.line(List.copyOf(listed.values().iterator().next().keySet())));
        listed.values().forEach(row -> text.append(Csv.line(List.copyOf(row.values()))));
        return isText(table, text.toString());
    }

    private static boolean isText(BagFolder.Written file, String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8)).equals(file.sha256());
    }

    /** What the list says is withheld, as rows of {@code redactions.csv}. */
    List<List<String>> redactions() {
        return listed.values().stream()
                .filter(row -> !text(row, "redacted").isEmpty())
                .map(row -> ExhibitList.redaction(
                        text(row, "id"), text(row, "kind"), text(row, "redacted"), text(row, "sha256")))
                .toList();
    }

    /** Makes the copies for people once more from the raw bytes that are here, and compares. */
    void compareCopies(BagContent bag) throws IOException {
        for (Map<String, String> row : listed.values()) {
            String raw = text(row, "file");
            // What is told beside a time stamp was made from an entry and not from its bytes; the stamp itself is
            // checked by BagSealCheck.
            if (!hashed.containsKey(raw) || !known.contains(raw) || raw.endsWith(".tsr")) {
                continue;
            }
            Map<String, Digest> copies = RemadeCopies.of(bag, text(row, "id"), text(row, "kind"), raw);
            if (!String.join(
                            " ",
                            copies.keySet().stream()
                                    .sorted(Comparator.reverseOrder())
                                    .toList())
                    .equals(text(row, "readable"))) {
                fault(
                        ExhibitList.JSON,
                        "the copies " + String.join(" ", copies.keySet()) + " of " + raw,
                        "the copies " + text(row, "readable"),
                        "The list was changed, or copies were added or removed.");
            }
            copies.forEach((name, expected) -> {
                BagFolder.Written copy = hashed.get(name);
                if (copy != null && !copy.sha256().equals(expected)) {
                    fault(
                            name,
                            "SHA-256 " + expected + ", as a copy of " + raw + " has",
                            "SHA-256 " + copy.sha256(),
                            "The copy was changed: it does not say what the evidence says.");
                }
            });
        }
    }

    /** How many exhibits the list has. */
    int listed() {
        return listed.size();
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
