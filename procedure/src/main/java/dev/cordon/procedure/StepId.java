package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a step within its procedure: {@code reset-password}.
 *
 * @param value lower-case words joined by hyphens
 */
public record StepId(String value) implements Comparable<StepId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public StepId {
        requireNonNull(value, "value is null");
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a step id (such as reset-password): '" + value + "'");
        }
    }

    // Written out here and below: the JVM makes a record's own anew at each start, on the way to the first request.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StepId(String theirs) && value.equals(theirs);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
