package dev.cordon.response;

import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogSource;
import dev.cordon.tenant.ReadSoFar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a log page by page and says how long it will still take; what breaks off is taken up again where it had brought something since. One
 * thread.
 *
 * @param <P> a place in the log
 */
final class PageReading<P> {
    private static final int MOST_TRIES = 4;

    private final InstantSource wallTime;
    private final ReviewListener listener;
    private final LogSource<P> log;
    private final Instant from;
    private final RowCounts rows;
    private final Consumer<LogPage<?>> also;
    private final Instant began;
    private ReadSoFar soFar = ReadSoFar.nothing();
    private int pages;
    private P place;
    private boolean hasBrought;
    private Optional<Instant> stoppedAt = Optional.empty();

    /** Ends a collection that has brought as much as is read. */
    private static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EnoughException() {
            super("as many pages as are read", null, false, false);
        }
    }

    PageReading(
            InstantSource wallTime,
            ReviewListener listener,
            LogSource<P> log,
            P start,
            Instant from,
            RowCounts rows,
            Consumer<LogPage<?>> also) {
        this.wallTime = wallTime;
        this.listener = listener;
        this.log = log;
        this.place = start;
        this.from = from;
        this.rows = rows;
        this.also = also;
        this.began = wallTime.instant();
    }

    /** Reads to the end, or {@code mostPages} pages. */
    CollectionEnd read(int mostPages) {
        CollectionEnd end = collect(mostPages);
        for (int tries = 1; tries < MOST_TRIES && isWorthAnother(end); tries++) {
            hasBrought = false;
            end = collect(mostPages);
        }
        return end;
    }

    /** How far back it went where it brought as many pages as are read, and all behind that; empty where it ended otherwise. */
    Optional<Instant> stoppedAt() {
        return stoppedAt;
    }

    private boolean isWorthAnother(CollectionEnd end) {
        return end instanceof CollectionEnd.CutOff
                && hasBrought
                && !Thread.currentThread().isInterrupted();
    }

    private CollectionEnd collect(int mostPages) {
        try {
            return log.collect(place, page -> take(page, mostPages));
        } catch (EnoughException _) {
            hasBrought = false;
            stoppedAt = soFar.oldest();
            return new CollectionEnd.CutOff("Read were the newest " + mostPages
                    + " pages, back to " + soFar.oldest().map(Instant::toString).orElse("nowhere")
                    + "; older ones of the time that was asked for were left out, for there are very many.");
        }
    }

    private void take(LogPage<P> page, int mostPages) {
        place = page.next();
        if (page.rows().isEmpty()) {
            return;
        }
        hasBrought = true;
        pages++;
        soFar = soFar.with(page);
        rows.take(page);
        also.accept(page);
        listener.comes(rows.rows(), left(mostPages));
        boolean isAtEnd = soFar.oldest().filter(from::isBefore).isEmpty();
        if (pages >= mostPages && !isAtEnd) {
            throw new EnoughException();
        }
    }

    private Optional<Duration> left(int mostPages) {
        Duration took = Duration.between(began, wallTime.instant());
        var toCome = soFar.pagesToCome(from);
        return toCome.isEmpty()
                ? Optional.empty()
                : Optional.of(took.multipliedBy(Math.min(toCome.getAsLong(), mostPages - (long) pages))
                        .dividedBy(pages));
    }
}
