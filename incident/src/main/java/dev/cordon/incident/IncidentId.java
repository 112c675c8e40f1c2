package dev.cordon.incident;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The name of one incident in this store, short enough to be read out on the telephone: {@code INC-20261122-K7QF}.
 *
 * @param value {@code INC-}, the tenant date on which it was opened, and four characters without look-alikes
 */
public record IncidentId(String value) implements Comparable<IncidentId> {
    private static final Pattern SHAPE = Pattern.compile("INC-[0-9]{8}-[2-9A-HJ-NP-Z]{4}");

    public IncidentId {
        requireNonNull(value, "value is null");
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Not an incident id (such as INC-20261122-K7QF): " + value.length() + " characters");
        }
    }

    /** Whether {@code text} has the shape of an incident id. */
    public static boolean isIncidentId(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(IncidentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
