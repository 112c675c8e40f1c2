package dev.cordon.evidence.bag;

import com.google.gson.JsonObject;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Stamped;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.ChainRecord;
import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes {@code journal.jsonl} and {@code custody.jsonl}: a line for each entry of the whole chain, with every column that goes into its hash.
 * Of another incident's entry only its place in the chain is written; of one that the audience does not get, everything but the facts.
 * For one thread.
 */
final class ChainFiles implements AutoCloseable {
    /** The member by which a line says that its hash cannot be computed from it. */
    static final String WITHHELD = "withheld";

    static final String OTHER_INCIDENT = "another incident";

    private final BagLabel label;
    private final Map<Chain, Writer> out = new EnumMap<>(Chain.class);
    private final Map<Chain, ChainHead> heads = new EnumMap<>(Chain.class);
    private final List<List<String>> redactions = new ArrayList<>();
    private final SortedMap<ExhibitId, String> stamped = new TreeMap<>();
    private final Map<Chain, Long> whole = new EnumMap<>(Chain.class);
    private long others;
    private boolean closed;

    private ChainFiles(BagLabel label) {
        this.label = label;
    }

    static ChainFiles create(BagFolder bag, BagLabel label) throws IOException {
        ChainFiles files = new ChainFiles(label);
        for (Chain chain : Chain.values()) {
            files.heads.put(chain, ChainHead.empty(chain));
            files.out.put(chain, new OutputStreamWriter(bag.create(name(chain)), StandardCharsets.UTF_8));
        }
        return files;
    }

    static String name(Chain chain) {
        return "data/" + word(chain) + ".jsonl";
    }

    static String word(Chain chain) {
        return chain.name().toLowerCase(Locale.ROOT);
    }

    void take(ChainRecord entry) {
        JsonObject line = new JsonObject();
        line.addProperty("sequence", entry.sequence());
        if (entry.value("incident").equals(label.incident().value())) {
            addOurs(line, entry);
            keepStamp(entry);
        } else {
            others++;
            line.addProperty(WITHHELD, OTHER_INCIDENT);
        }
        line.addProperty("previous", entry.previous());
        line.addProperty("hash", entry.hash());
        try {
            writer(entry.chain()).write(Unseen.escaped(line.toString()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The export could not be written", e);
        }
        if (Digest.isDigest(entry.hash())) {
            heads.put(entry.chain(), new ChainHead(entry.chain(), entry.sequence(), new Digest(entry.hash())));
        }
    }

    private void addOurs(JsonObject line, ChainRecord entry) {
        Optional<String> withheld = entry.chain() == Chain.JOURNAL
                ? AudienceRules.withheldEntry(label.audience(), entry.value("kind"))
                : Optional.empty();
        for (String column : entry.chain().columns()) {
            if (withheld.isEmpty() || !column.equals("facts")) {
                line.addProperty(column, entry.value(column));
            }
        }
        if (withheld.isEmpty()) {
            whole.merge(entry.chain(), 1L, Long::sum);
        }
        withheld.ifPresent(why -> {
            line.addProperty(WITHHELD, why);
            redactions.add(redaction(word(entry.chain()) + " " + entry.sequence(), entry.value("kind"), why));
        });
    }

    private void keepStamp(ChainRecord entry) {
        if (entry.chain() == Chain.CUSTODY && entry.value("kind").equals("timestamped")) {
            StampEntry.read(entry)
                    .ifPresent(event -> stamped.put(
                            event.exhibit(),
                            switch (event.of()) {
                                case Stamped.Heads heads -> heads.lines();
                                case Stamped.Export export ->
                                    "SHA-256 of tagmanifest-sha256.txt of an earlier export:\n" + export.tagManifest()
                                            + "\n";
                            }));
        }
    }

    static List<String> redaction(String entry, String kind, String why) {
        return List.of(entry, "the facts of an entry of kind " + kind, why, "");
    }

    private Writer writer(Chain chain) {
        Writer writer = out.get(chain);
        if (writer == null) {
            throw new IllegalStateException("every chain has a file");
        }
        return writer;
    }

    ChainHead journalHead() {
        return heads.getOrDefault(Chain.JOURNAL, ChainHead.empty(Chain.JOURNAL));
    }

    ChainHead custodyHead() {
        return heads.getOrDefault(Chain.CUSTODY, ChainHead.empty(Chain.CUSTODY));
    }

    /** The entries whose facts are left out for the audience, as rows of {@code redactions.csv}. */
    List<List<String>> redactions() {
        return redactions;
    }

    /** What each stamp of this incident is of, by the exhibit that holds it. */
    SortedMap<ExhibitId, String> stamped() {
        return stamped;
    }

    /** How many entries of that log are there with all that goes into their hashes. */
    long whole(Chain chain) {
        return whole.getOrDefault(chain, 0L);
    }

    /** Of how many entries of both logs only the place in the chain is there. */
    long placesOnly() {
        return others + redactions.size();
    }

    /** How many entries belong to other incidents. */
    long others() {
        return others;
    }

    @Override
    public void close() throws IOException {
        end();
    }

    /** Ends both files; they are known by their digests from then on. */
    void end() throws IOException {
        if (!closed) {
            closed = true;
            for (Writer writer : out.values()) {
                writer.close();
            }
        }
    }
}
