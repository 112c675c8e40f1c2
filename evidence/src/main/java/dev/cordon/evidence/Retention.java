package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How long the evidence of an incident is kept after the incident was closed.
 *
 * @param period in years, months and days by the calendar in UTC; none of them negative, a thousand years at most
 */
public record Retention(Period period) {
    /** What holds until somebody chooses: the longest that is usual, because what went too late can still go. */
    public static final Retention USUAL = new Retention(Period.ofYears(3));

    private static final long MOST_MONTHS = 12_000;
    private static final long MOST_DAYS = 366_000;

    public Retention {
        requireNonNull(period, "period is null");
        if (period.isNegative() || period.toTotalMonths() > MOST_MONTHS || period.get(ChronoUnit.DAYS) > MOST_DAYS) {
            throw new IllegalArgumentException("a retention is not negative, and a thousand years at most");
        }
    }

    /** The retention that {@code text} names, such as {@code P3Y}, {@code P18M} or {@code P90D}; empty when it names none. */
    public static Optional<Retention> parse(String text) {
        try {
            return Optional.of(new Retention(Period.parse(text)));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    /** Until when that is, for an incident closed then. */
    public Instant until(Instant closedAt) {
        return closedAt.atZone(ZoneOffset.UTC).plus(period).toInstant();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return period.toString();
    }
}
