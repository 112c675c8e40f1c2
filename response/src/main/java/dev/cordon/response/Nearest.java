package dev.cordon.response;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The few of many that somebody who mistyped may have meant: the nearest by what would have to be typed otherwise, and how many more there are. */
final class Nearest {
    /** So many are read by a tired person. */
    static final int MOST = 5;

    /** Names are untrusted and may be long; what is behind this decides nothing. */
    private static final int LONGEST = 120;

    private Nearest() {}

    /** The nearest of these names. */
    static List<String> of(String typed, Collection<String> names) {
        return of(typed, names, Stream::of, Function.identity());
    }

    /**
     * The nearest of these, the nearest first; where all are few, all of them.
     *
     * @param names what each can be called by
     * @param shown how each is shown
     */
    static <T> List<String> of(
            String typed, Collection<T> all, Function<T, Stream<String>> names, Function<T, String> shown) {
        List<T> sorted = all.stream()
                .map(one -> new Candidate<>(
                        one,
                        names.apply(one)
                                .mapToInt(name -> distance(plain(typed), plain(name)))
                                .min()
                                .orElse(Integer.MAX_VALUE)))
                .sorted(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::thing)
                .toList();
        Stream<String> more =
                sorted.size() > MOST ? Stream.of("and " + (sorted.size() - MOST) + " more") : Stream.empty();
        return Stream.concat(sorted.stream().limit(MOST).map(shown), more).toList();
    }

    private record Candidate<T>(T thing, int distance) {}

    private static String plain(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        return stripped.substring(0, Math.min(LONGEST, stripped.length()));
    }

    /** How many characters must be put in, taken out or exchanged. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[other.length() + 1];
            now[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int exchanged = before[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(exchanged, 1 + Math.min(before[column], now[column - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
