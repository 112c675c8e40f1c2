package dev.cordon.evidence.bag;

import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Stamped;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.ChainRecord;
import dev.cordon.evidence.chain.Digest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads a {@code timestamped} entry from its stored text, which somebody may have forged. Stateless. */
final class StampEntry {
    private StampEntry() {}

    /** The event; empty where the entry is none that makes sense. */
    static Optional<CustodyEvent.Timestamped> read(ChainRecord entry) {
        try {
            return FlatJson.read(entry.value("facts")).flatMap(StampEntry::of);
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<CustodyEvent.Timestamped> of(Map<String, String> facts) {
        return stamped(facts)
                .filter(of -> of.imprint().hex().equals(facts.get("imprint")))
                .map(of -> new CustodyEvent.Timestamped(
                        new ExhibitId(facts.getOrDefault("exhibit", "")),
                        of,
                        facts.getOrDefault("server", ""),
                        Instant.parse(facts.getOrDefault("time", "")),
                        facts.getOrDefault("serial", ""),
                        facts.getOrDefault("by", "")));
    }

    private static Optional<Stamped> stamped(Map<String, String> facts) {
        if (facts.containsKey("tagManifest")) {
            return Optional.of(new Stamped.Export(new Digest(facts.getOrDefault("tagManifest", ""))));
        }
        return ChainHead.parse(facts.getOrDefault("journal", ""))
                .flatMap(journal -> ChainHead.parse(facts.getOrDefault("custody", ""))
                        .map(custody -> new Stamped.Heads(journal, custody)));
    }
}
