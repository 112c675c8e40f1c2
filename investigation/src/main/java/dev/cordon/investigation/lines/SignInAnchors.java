package dev.cordon.investigation.lines;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One user's own rows without a doubt, in order of time, so that those shortly before and after a row are found at once. */
final class SignInAnchors {
    private static final Comparator<SignInLine> BY_TIME = Comparator.comparing(SignInLine::at)
            .thenComparing(SignInLine::address)
            .thenComparing(SignInLine::program);

    /** So many rows are looked at in each direction: a busy user has thousands within a day, nearly all of the same place. */
    private static final int FURTHEST = 64;

    private static final int ROWS_OF_CUSTOM = 10;
    private static final int DAYS_OF_CUSTOM = 5;
    private static final Duration NEAR = Duration.ofHours(3);
    private static final Duration DAY = Duration.ofDays(1);

    private final List<SignInLine> rows;

    SignInAnchors(List<SignInLine> own) {
        this.rows = own.stream().sorted(BY_TIME).toList();
    }

    /** The nearest row at or before that moment which is as asked. */
    Optional<SignInLine> before(Instant at, Duration within, Predicate<SignInLine> asked) {
        int end = firstAfter(at);
        return rows.subList(Math.max(0, end - FURTHEST), end).reversed().stream()
                .filter(row -> Duration.between(row.at(), at).compareTo(within) <= 0)
                .filter(asked)
                .findFirst();
    }

    /** The nearest row after that moment which is as asked. */
    Optional<SignInLine> after(Instant at, Duration within, Predicate<SignInLine> asked) {
        int start = firstAfter(at);
        return rows.subList(start, Math.min(rows.size(), start + FURTHEST)).stream()
                .filter(row -> Duration.between(at, row.at()).compareTo(within) <= 0)
                .filter(asked)
                .findFirst();
    }

    /** Whether no row of his, of many on several days, was within hours of that time of the day. */
    boolean areFarFromHourOf(Instant at) {
        boolean isMuch = rows.size() >= ROWS_OF_CUSTOM
                && rows.stream().map(SignInLine::day).distinct().count() >= DAYS_OF_CUSTOM;
        return isMuch && rows.stream().noneMatch(row -> apart(row.at(), at).compareTo(NEAR) < 0);
    }

    /** How far apart the two are on a clock's face, whatever the days. */
    private static Duration apart(Instant some, Instant other) {
        long seconds = Math.floorMod(Duration.between(some, other).getSeconds(), DAY.getSeconds());
        return Duration.ofSeconds(Math.min(seconds, DAY.getSeconds() - seconds));
    }

    private int firstAfter(Instant at) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).at().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
