package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much of its time a listing has covered that comes newest first, from which it can be guessed how many pages are to come: logs never
 * say. Only an estimate: it takes what is to come to be as dense as what came.
 *
 * @param pages how many pages with rows came
 * @param newest the newest row's time; empty before the first
 * @param oldest the oldest row's time; empty before the first
 */
public record ReadSoFar(int pages, Optional<Instant> newest, Optional<Instant> oldest) {
    public ReadSoFar {
        requireNonNull(newest, "newest is null");
        requireNonNull(oldest, "oldest is null");
        if (pages < 0 || newest.isPresent() != oldest.isPresent()) {
            throw new IllegalArgumentException("Rows without pages, or one end of time without the other");
        }
    }

    /** Nothing yet. */
    public static ReadSoFar nothing() {
        return new ReadSoFar(0, Optional.empty(), Optional.empty());
    }

    /** With a page more; one without a row that has a time changes nothing. The order of pages does not matter. */
    public ReadSoFar with(LogPage<?> page) {
        ReadSoFar more = page.rows().stream()
                .flatMap(row -> row.at().stream())
                .reduce(this, ReadSoFar::reaching, (some, _) -> some);
        return more.newest.isEmpty()
                        || page.rows().stream().allMatch(row -> row.at().isEmpty())
                ? this
                : new ReadSoFar(pages + 1, more.newest, more.oldest);
    }

    private ReadSoFar reaching(Instant at) {
        return new ReadSoFar(
                pages,
                newest.filter(known -> !known.isBefore(at)).or(() -> Optional.of(at)),
                oldest.filter(known -> !known.isAfter(at)).or(() -> Optional.of(at)));
    }

    /**
     * How many pages are to come until a listing reaches {@code from}; empty where it cannot be told, as when all rows so far are of one
     * moment. Never said of a listing that has no order.
     */
    public OptionalLong pagesToCome(Instant from) {
        if (newest.isEmpty() || oldest.isEmpty() || !newest.get().isAfter(oldest.get())) {
            return OptionalLong.empty();
        }
        double covered = seconds(oldest.get(), newest.get());
        double left = Math.max(0, seconds(from, oldest.get()));
        return OptionalLong.of((long) Math.ceil(pages * left / covered));
    }

    private static double seconds(Instant from, Instant until) {
        Duration between = Duration.between(from, until);
        return between.getSeconds() + between.getNano() / 1e9;
    }
}
