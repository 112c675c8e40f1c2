package dev.cordon.simulator.scenario;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A duration that is drawn anew each time it is needed, evenly between two bounds (both included). */
public record DurationRange(Duration min, Duration max) {

    /** Refuses negative and reversed bounds. */
    public DurationRange {
        if (min.isNegative()) {
            throw new IllegalArgumentException("a delay cannot be negative: " + min);
        }
        if (max.compareTo(min) < 0) {
            throw new IllegalArgumentException("max " + max + " is less than min " + min);
        }
    }

    /** A range with one value. */
    public static DurationRange of(Duration exactly) {
        return new DurationRange(exactly, exactly);
    }

    /** One value, to the millisecond. */
    public Duration draw(RandomGenerator random) {
        var width = max.minus(min).toMillis();
        return width == 0 ? min : min.plusMillis(random.nextLong(width + 1));
    }
}
