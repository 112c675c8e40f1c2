package dev.cordon.evidence.bag;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.ChainRecord;
import dev.cordon.evidence.chain.HashChain;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Computes one chain of a bag again, line by line, and keeps what the other checks need. For one thread. */
final class ChainFileCheck {
    private static final int LONGEST_LINE = 64 * 1024 * 1024;

    /** How an entry names an exhibit; inside a text the quotation marks would be escaped. */
    private static final Pattern EXHIBIT = Pattern.compile("\"exhibit\":\"(E-[0-9]{6,18})\"");

    private final Chain chain;
    private final Faults faults;
    private final Map<Long, String> hashes = new HashMap<>();
    private final List<ChainRecord> acquired = new ArrayList<>();
    private final List<Anchor> anchors = new ArrayList<>();
    private final BagTombstones tombstones = new BagTombstones();
    private final List<ChainRecord> stamped = new ArrayList<>();
    private final Set<String> damaged = new HashSet<>();
    private final Map<String, String> named = new TreeMap<>();
    private final List<List<String>> redactions = new ArrayList<>();
    private String previous;
    private long last;
    private long others;
    private long recomputed;
    private long withheld;

    /** A head that an entry has, and the entry. */
    record Anchor(ChainHead head, String entry) {}

    ChainFileCheck(Chain chain, Faults faults) {
        this.chain = chain;
        this.faults = faults;
        this.previous = HashChain.genesis(chain).hex();
    }

    /** Reads the file; {@code incident} is the one whose entries have to be there whole. */
    void read(InputStream bytes, String incident) throws IOException {
        try {
            TextLines.read(bytes, LONGEST_LINE, line -> check(line, incident));
        } catch (TextLines.NotLinesException e) {
            faults.atEntry(
                    name(last + 1),
                    "one entry on each line",
                    e.found(),
                    "The file was cut off or changed here; nothing behind it was read.");
        }
    }

    private void check(String line, String incident) {
        Optional<Map<String, String>> members = FlatJson.readWhole(line).filter(this::isEntry);
        if (members.isEmpty()) {
            faults.atEntry(
                    name(last + 1),
                    "an entry",
                    "a line that is none",
                    "The line was changed, or was put in by somebody.");
            last++;
            previous = "";
            return;
        }
        check(members.get(), incident);
    }

    private boolean isEntry(Map<String, String> members) {
        Set<String> names = new HashSet<>(members.keySet());
        boolean isWithheld = names.remove(ChainFiles.WITHHELD);
        Set<String> wanted = new HashSet<>(Set.of("sequence", "previous", "hash"));
        if (!isWithheld) {
            wanted.addAll(chain.columns());
        } else if (names.size() > wanted.size()) {
            // Of our own entries only facts of the journal are ever withheld.
            wanted.addAll(chain.columns());
            wanted.remove(chain == Chain.JOURNAL ? "facts" : "sequence");
        } else if (!value(members, ChainFiles.WITHHELD).equals(ChainFiles.OTHER_INCIDENT)) {
            return false;
        }
        return names.equals(wanted) && value(members, "sequence").matches("[1-9][0-9]{0,17}");
    }

    private void check(Map<String, String> members, String incident) {
        long sequence = Long.parseLong(value(members, "sequence"));
        if (sequence != last + 1) {
            faults.atEntry(
                    name(last + 1),
                    "entry " + (last + 1),
                    "entry " + sequence,
                    "Entries were removed, or an entry was given another number.");
        } else if (!previous.isEmpty() && !previous.equals(value(members, "previous"))) {
            faults.atEntry(
                    name(sequence),
                    "previous hash " + previous,
                    "previous hash " + value(members, "previous"),
                    "This entry does not follow the one before it: one of the two was changed.");
        }
        String hash = value(members, "hash");
        if (members.containsKey(ChainFiles.WITHHELD)) {
            withheld++;
            keepWithheld(members);
        } else {
            recompute(members, sequence, hash, incident);
        }
        hashes.put(sequence, hash);
        last = sequence;
        previous = hash;
    }

    private void keepWithheld(Map<String, String> members) {
        if (members.containsKey("kind")) {
            redactions.add(ChainFiles.redaction(
                    name(Long.parseLong(value(members, "sequence"))),
                    value(members, "kind"),
                    value(members, ChainFiles.WITHHELD)));
        } else {
            others++;
        }
    }

    private void recompute(Map<String, String> members, long sequence, String hash, String incident) {
        List<String> values =
                chain.columns().stream().map(column -> value(members, column)).toList();
        ChainRecord entry = new ChainRecord(chain, sequence, values, value(members, "previous"), hash);
        String actual = entry.recomputed().hex();
        recomputed++;
        if (!actual.equals(hash)) {
            faults.atEntry(
                    name(sequence),
                    "hash " + hash,
                    "hash " + actual,
                    "A value of this entry was changed after it was written.");
        } else if (!entry.value("incident").equals(incident)) {
            faults.atEntry(
                    name(sequence),
                    "an entry of " + incident,
                    "an entry of " + entry.value("incident"),
                    "The entry belongs to another incident than the bag.");
        } else {
            keep(entry);
        }
    }

    private void keep(ChainRecord entry) {
        Matcher exhibit = EXHIBIT.matcher(entry.value("facts"));
        while (exhibit.find()) {
            named.putIfAbsent(exhibit.group(1), name(entry.sequence()));
        }
        if (chain == Chain.CUSTODY) {
            switch (entry.value("kind")) {
                case "acquired" -> acquired.add(entry);
                case "timestamped" -> stamped.add(entry);
                case "damaged" ->
                    FlatJson.read(entry.value("facts"))
                            .ifPresent(facts -> damaged.add(facts.getOrDefault("exhibit", "")));
                default -> {}
            }
            tombstones
                    .take(entry)
                    .ifPresent(wrong -> faults.atEntry(
                            name(entry.sequence()),
                            "a lawful deletion",
                            wrong,
                            "The exhibit was not lawfully deleted."));
        }
        if (Set.of("anchored", "report-written", "timestamped").contains(entry.value("kind"))) {
            FlatJson.read(entry.value("facts"))
                    .ifPresent(facts -> facts.values().stream()
                            .flatMap(value -> ChainHead.parse(value).stream())
                            .forEach(head -> anchors.add(new Anchor(head, name(entry.sequence())))));
        }
    }

    /** Compares the end with what {@code bag-info.txt} says of it. */
    void compareEnd(Optional<ChainHead> said) {
        if (said.isEmpty()) {
            return; // named where bag-info.txt is read
        }
        ChainHead head = said.get();
        ChainHead empty = ChainHead.empty(chain);
        String end =
                last == 0 ? empty.text() : ChainFiles.word(chain) + ":" + last + ":" + hashes.getOrDefault(last, "");
        if (!head.text().equals(end)) {
            faults.atEntry(
                    name(Math.max(1, Math.min(last + 1, head.sequence()))),
                    "the end " + head.text() + ", as bag-info.txt says",
                    "the end " + end,
                    last < head.sequence()
                            ? "The end of the file was cut off."
                            : "Entries were added or changed, or bag-info.txt was.");
        }
    }

    /** Compares a head that stands in some entry with this chain. */
    void compare(Anchor anchor) {
        ChainHead head = anchor.head();
        String found = hashes.get(head.sequence());
        if (head.sequence() > 0 && head.sequence() <= last && !head.hash().hex().equals(found)) {
            faults.atEntry(
                    name(head.sequence()),
                    "hash " + head.hash() + ", as " + anchor.entry() + " says",
                    "hash " + found,
                    "The chain was rewritten, or " + anchor.entry() + " was.");
        }
    }

    /** Compares the exhibits that entries name with the entries that acquired them; what was sealed behind the end is not here yet. */
    void requireAcquired(Map<String, String> exhibits) {
        Set<String> known = new HashSet<>();
        acquired.forEach(entry -> known.add(ExhibitId.of(entry.sequence()).value()));
        exhibits.forEach((exhibit, entry) -> {
            long sequence = Long.parseLong(exhibit.substring(2));
            if (sequence <= last && !known.contains(exhibit)) {
                faults.atEntry(
                        name(sequence),
                        "the entry that acquired " + exhibit + ", as " + entry + " says",
                        "another one",
                        "The exhibit was left out and its entry hidden or changed, or " + entry + " was changed.");
            }
        });
    }

    private String name(long sequence) {
        return ChainFiles.word(chain) + " " + sequence;
    }

    private static String value(Map<String, String> members, String name) {
        return members.getOrDefault(name, "");
    }

    Chain chain() {
        return chain;
    }

    /** The entries that acquired an exhibit of the incident, if they are what was written. */
    List<ChainRecord> acquired() {
        return acquired;
    }

    /** Which exhibits of the incident were lawfully deleted. */
    BagTombstones tombstones() {
        return tombstones;
    }

    /** The entries that tell of a time stamp, if they are what was written. */
    List<ChainRecord> stamped() {
        return stamped;
    }

    /** The exhibits of which it was recorded that they are no longer what was sealed. */
    Set<String> damaged() {
        return damaged;
    }

    /** The exhibits that entries name, each with the first that does. */
    Map<String, String> named() {
        return named;
    }

    /** The entries whose facts are withheld, as rows of {@code redactions.csv}. */
    List<List<String>> redactions() {
        return redactions;
    }

    /** How many entries belong to other incidents. */
    long others() {
        return others;
    }

    List<Anchor> anchors() {
        return anchors;
    }

    /** How many entries' hashes were computed again. */
    long recomputed() {
        return recomputed;
    }

    /** Of how many only the place was checked. */
    long withheld() {
        return withheld;
    }
}
