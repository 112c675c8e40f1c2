package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

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

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
