package dev.cordon.incident;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The name of one incident in this store, short enough to be read out on the telephone: {@code INC-20261122-K7QF}.
 *
 * <p>A review of a tenant, which belongs to no incident, stands in the journal under an id of the same make: {@code REV-20261123-W8RT}.
 *
 * @param value {@code INC-}, or {@code REV-} of a review, the tenant date on which it was opened, and four characters without look-alikes
 */
public record IncidentId(String value) implements Comparable<IncidentId> {
    private static final Pattern SHAPE = Pattern.compile("(INC|REV)-[0-9]{8}-[2-9A-HJ-NP-Z]{4}");
    private static final String REVIEW = "REV-";

    public IncidentId {
        requireNonNull(value, "value is null");
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Not an incident id (such as INC-20261122-K7QF): " + value.length() + " characters");
        }
    }

    /** Whether {@code text} has the shape of an incident id. */
    public static boolean isIncidentId(String text) {
        return SHAPE.matcher(text).matches() && !text.startsWith(REVIEW);
    }

    /** Whether it names a review of a tenant, and no incident. */
    public boolean isReview() {
        return value.startsWith(REVIEW);
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
