package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The number of an exhibit in this store: {@code E-000123}, the sequence number of the custody entry that acquired it.
 *
 * @param value {@code E-} and at least six digits
 */
public record ExhibitId(String value) implements Comparable<ExhibitId> {
    private static final Pattern SHAPE = Pattern.compile("E-([0-9]{6}|[1-9][0-9]{6,17})");

    public ExhibitId {
        requireNonNull(value, "value is null");
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Not an exhibit id (such as E-000123): " + value.length() + " characters");
        }
    }

    /** The exhibit that the custody entry {@code sequence} acquired. */
    public static ExhibitId of(long sequence) {
        return new ExhibitId("E-%06d".formatted(sequence));
    }

    /** The sequence number of the custody entry that acquired it. */
    public long sequence() {
        return Long.parseLong(value.substring(2));
    }

    @Override
    public int compareTo(ExhibitId other) {
        return Long.compare(sequence(), other.sequence());
    }

    @Override
    public String toString() {
        return value;
    }
}
