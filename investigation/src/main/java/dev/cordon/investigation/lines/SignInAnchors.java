package dev.cordon.investigation.lines;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One user's own rows without a doubt, in order of time, so that those shortly before and after a row are found at once. */
final class SignInAnchors {
    private static final Comparator<SignInLine> BY_TIME = Comparator.comparing(SignInLine::at)
            .thenComparing(SignInLine::address)
            .thenComparing(SignInLine::program);

    /** So many rows are looked at in each direction: a busy user has thousands within a day, nearly all of the same place. */
    private static final int FURTHEST = 64;

    private static final int ROWS_OF_CUSTOM = 10;
    private static final int DAYS_OF_CUSTOM = 5;
    private static final int NEAR = 3 * 3600;
    private static final int DAY = 24 * 3600;

    private final List<SignInLine> rows;
    private final NavigableSet<Integer> seconds = new TreeSet<>();
    private final boolean areMany;

    SignInAnchors(List<SignInLine> own) {
        this.rows = own.stream().sorted(BY_TIME).toList();
        rows.forEach(row -> seconds.add(secondOfDay(row.at())));
        this.areMany = rows.size() >= ROWS_OF_CUSTOM
                && rows.stream().map(SignInLine::day).distinct().count() >= DAYS_OF_CUSTOM;
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
        int second = secondOfDay(at);
        return areMany
                && isFar(seconds.floor(second), second)
                && isFar(seconds.ceiling(second), second)
                && isFar(seconds.first(), second)
                && isFar(seconds.last(), second);
    }

    private static boolean isFar(@Nullable Integer some, int other) {
        if (some == null) {
            return true;
        }
        int apart = Math.abs(some - other);
        return Math.min(apart, DAY - apart) >= NEAR;
    }

    private static int secondOfDay(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
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
