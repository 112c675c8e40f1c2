package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One log as it was collected into the incident.
 *
 * @param source which log over which channel
 * @param of whose rows: untrusted text
 * @param round the latest round, from 1; where places were left in a version that began to count anew, of those begun since
 * @param from the first moment that round asks for
 * @param until the last moment it asks for
 * @param ended how the latest round that ended did; of an earlier one than {@code round} while that is read, or was cut off by a death
 */
public record LogCollection(
        String source, String of, int round, Instant from, Instant until, Optional<CaseEntry.CollectionEnded> ended) {
    private static final String LEFT =
            "The places up to which logs were collected are left, and they are collected anew: ";

    public LogCollection {
        requireNonNull(source, "source is null");
        requireNonNull(of, "of is null");
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        requireNonNull(ended, "ended is null");
    }

    /** Whether its latest round came to an end, of whatever kind. */
    public boolean isEnded() {
        return ended.filter(end -> end.round() >= round).isPresent();
    }

    /** An end that is not of an earlier round is of a place that was left: it says nothing about this one. */
    LogCollection began(CaseEntry.CollectionBegan entry) {
        return new LogCollection(
                source,
                of,
                entry.round(),
                entry.from(),
                entry.until(),
                ended.filter(end -> end.round() < entry.round()));
    }

    LogCollection ended(CaseEntry.CollectionEnded entry) {
        return new LogCollection(source, of, Math.max(round, entry.round()), from, until, Optional.of(entry));
    }

    /** What the deviation says by which the places of the collections of these logs are left. */
    public static String leaving(List<String> logs) {
        return LEFT + String.join(", ", logs);
    }

    /** Which logs' collections it leaves; none where it is another deviation. */
    public static List<String> left(CaseEntry.Deviation deviation) {
        return deviation.what().startsWith(LEFT)
                ? List.of(deviation.what().substring(LEFT.length()).split(", "))
                : List.of();
    }
}
