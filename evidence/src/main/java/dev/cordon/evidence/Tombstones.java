package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows a custody log entry by entry and tells which tombstones are lawful: one that names an exhibit of its own incident by its digest,
 * while no legal hold stood. For one thread.
 */
public final class Tombstones {
    private final Map<ExhibitId, Exhibit> exhibits = new HashMap<>();
    private final Map<ExhibitId, Tombstone> lawful = new HashMap<>();
    private final Set<IncidentId> held = new HashSet<>();

    /**
     * What is wrong with a tombstone.
     *
     * @param expected what should be there
     * @param actual what is there
     */
    public record Objection(String expected, String actual) {
        public Objection {
            requireNonNull(expected, "expected is null");
            requireNonNull(actual, "actual is null");
        }
    }

    /** Takes in the next entry; what is wrong with it where it is a tombstone that is not lawful. */
    public Optional<Objection> take(CustodyEntry entry) {
        Exhibit.of(entry).ifPresent(exhibit -> exhibits.put(exhibit.id(), exhibit));
        return switch (entry.event()) {
            case CustodyEvent.Held _ -> {
                held.add(entry.incident());
                yield Optional.empty();
            }
            case CustodyEvent.Released _ -> {
                held.remove(entry.incident());
                yield Optional.empty();
            }
            case CustodyEvent.Deleted deleted -> judged(entry, deleted);
            case CustodyEvent.Acquired _,
                    CustodyEvent.Accessed _,
                    CustodyEvent.Verified _,
                    CustodyEvent.ReportWritten _,
                    CustodyEvent.Exported _,
                    CustodyEvent.Anchored _,
                    CustodyEvent.Transferred _,
                    CustodyEvent.Timestamped _,
                    CustodyEvent.Damaged _ -> Optional.empty();
        };
    }

    private Optional<Objection> judged(CustodyEntry entry, CustodyEvent.Deleted deleted) {
        Optional<Exhibit> exhibit = Optional.ofNullable(exhibits.get(deleted.exhibit()))
                .filter(found -> found.incident().equals(entry.incident())
                        && found.sha256().equals(deleted.sha256()));
        if (exhibit.isEmpty()) {
            return Optional.of(new Objection(
                    "a tombstone of an exhibit of " + entry.incident() + ", with its digest",
                    deleted.exhibit() + " with SHA-256 " + deleted.sha256()));
        }
        if (held.contains(entry.incident())) {
            return Optional.of(new Objection("no deletion while a legal hold stands", "a tombstone"));
        }
        Tombstone.of(entry).ifPresent(tombstone -> lawful.putIfAbsent(tombstone.exhibit(), tombstone));
        return Optional.empty();
    }

    /** The exhibit's tombstone, if it is lawful. */
    public Optional<Tombstone> find(ExhibitId exhibit) {
        return Optional.ofNullable(lawful.get(exhibit));
    }
}
