package dev.cordon.cli.screen;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers of things and lengths of time as people say them. */
public final class Amount {
    private static final List<String> SMALL = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private Amount() {}

    /** So many of something: {@code 1 exhibit}, {@code 2 exhibits}. */
    public static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** A length of time by the calendar: {@code three years}, {@code one year and 14 days}; {@code no time} where it is none. */
    public static String of(Period period) {
        String parts = Stream.of(
                        part(period.get(ChronoUnit.YEARS), "year"),
                        part(period.get(ChronoUnit.MONTHS), "month"),
                        part(period.get(ChronoUnit.DAYS), "day"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
        return parts.isEmpty() ? "no time" : parts;
    }

    private static String part(long number, String unit) {
        if (number == 0) {
            return "";
        }
        String counted = number < SMALL.size() ? SMALL.get((int) number) : Long.toString(number);
        return counted + " " + (number == 1 ? unit : unit + "s");
    }
}
