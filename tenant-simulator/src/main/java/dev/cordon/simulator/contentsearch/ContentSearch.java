package dev.cordon.simulator.contentsearch;

import dev.cordon.simulator.state.TableKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search, as far as it has come.
 *
 * @param locations addresses of mailboxes; {@code All} alone for every one
 * @param runs how often it was started
 * @param started when it was started last; null if never
 * @param results what the last run found; null while it runs
 */
public record ContentSearch(
        String id,
        String name,
        String query,
        List<String> locations,
        String createdBy,
        Instant created,
        int runs,
        @Nullable Instant started,
        Duration starting,
        @Nullable Results results) {

    /** All, by name in lower case. */
    public static final TableKey<ContentSearch> TABLE = new TableKey<>("content-searches", ContentSearch.class);

    /** The word for every mailbox. */
    public static final String ALL = "All";

    /** Copies the list. */
    public ContentSearch {
        locations = List.copyOf(locations);
    }

    /** What was found in one mailbox. */
    public record Location(String ownerId, String address, int items, long size) {}

    /** What was found. */
    public record Results(Instant at, List<Location> locations, int unindexed) {
        /** Copies the list. */
        public Results {
            locations = List.copyOf(locations);
        }

        /** In all mailboxes together. */
        public int items() {
            return locations.stream().mapToInt(Location::items).sum();
        }

        /** In all mailboxes together, in bytes. */
        public long size() {
            return locations.stream().mapToLong(Location::size).sum();
        }
    }

    /** Microsoft's word for where it stands. */
    public String status(Instant now) {
        if (started == null) {
            return "NotStarted";
        }
        if (results != null) {
            return "Completed";
        }
        return now.isBefore(started.plus(starting)) ? "Starting" : "InProgress";
    }

    ContentSearch startedAt(Instant now, Duration newStarting) {
        return new ContentSearch(id, name, query, locations, createdBy, created, runs + 1, now, newStarting, null);
    }

    ContentSearch with(Results newResults) {
        return new ContentSearch(id, name, query, locations, createdBy, created, runs, started, starting, newResults);
    }
}
