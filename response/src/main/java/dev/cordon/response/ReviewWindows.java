package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * From when on a review reads each of its sources.
 *
 * @param memory what earlier reviews read
 * @param since from when on somebody asked for; empty for since the last review
 * @param now tenant time
 */
record ReviewWindows(ReviewMemory memory, Optional<Instant> since, Instant now) {
    private static final Duration WEEK = Duration.ofDays(7);

    /** Rows that were not there yet the last time; consents come up to a day late. */
    private static final Duration LATE = Duration.ofDays(1);

    ReviewWindows {
        requireNonNull(memory, "memory is null");
        requireNonNull(since, "since is null");
        requireNonNull(now, "now is null");
    }

    /** From when on that source is read, where its rows are still kept. */
    Instant from(ReviewSource source) {
        Instant week = now.minus(WEEK);
        return since.orElseGet(() -> memory.readUntil(source.word())
                .map(until -> until.minus(LATE))
                .filter(week::isAfter)
                .orElse(week));
    }

    /** From when on nobody has looked at that source; empty before its first review. */
    Optional<Instant> unreadSince(ReviewSource source) {
        return since.or(() -> memory.readUntil(source.word()));
    }

    /** The earliest of all. */
    Instant earliest() {
        return Arrays.stream(ReviewSource.values())
                .map(this::from)
                .min(Comparator.naturalOrder())
                .orElse(now);
    }
}
