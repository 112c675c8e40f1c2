package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.Digest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stays of an exhibit whose bytes were lawfully given up: what they were, when they went, under which rule, by whom.
 *
 * @param entry the number of the custody entry that is it
 * @param at when it was recorded, by this machine's clock, UTC
 * @param sha256 what the bytes were
 */
public record Tombstone(long entry, Instant at, ExhibitId exhibit, Digest sha256, String rule, String by) {
    public Tombstone {
        requireNonNull(at, "at is null");
        requireNonNull(exhibit, "exhibit is null");
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(rule, "rule is null");
        requireNonNull(by, "by is null");
    }

    /** The tombstone that {@code entry} is; empty when it is anything else. */
    public static Optional<Tombstone> of(CustodyEntry entry) {
        return entry.event() instanceof CustodyEvent.Deleted deleted
                ? Optional.of(new Tombstone(
                        entry.sequence(),
                        entry.at(),
                        deleted.exhibit(),
                        deleted.sha256(),
                        deleted.rule(),
                        deleted.by()))
                : Optional.empty();
    }

    /** Those among these entries, by exhibit. */
    public static SortedMap<ExhibitId, Tombstone> among(List<CustodyEntry> entries) {
        SortedMap<ExhibitId, Tombstone> tombstones = new TreeMap<>();
        entries.forEach(entry -> of(entry).ifPresent(found -> tombstones.putIfAbsent(found.exhibit(), found)));
        return tombstones;
    }

    /** It in words: when, by whom, under which rule. May contain what a person typed. */
    public String text() {
        return "deleted " + at.truncatedTo(ChronoUnit.SECONDS) + " by " + by + ": " + rule + " (custody entry " + entry
                + ")";
    }
}
