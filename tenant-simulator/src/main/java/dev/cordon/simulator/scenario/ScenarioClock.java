package dev.cordon.simulator.scenario;

import java.time.Instant;
import java.util.Objects;

/** Tenant time at the start, and how many tenant seconds pass in one wall second. */
public record ScenarioClock(Instant start, double speed) {

    /** Refuses a speed that is not a positive, finite number. */
    public ScenarioClock {
        Objects.requireNonNull(start, "start");
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("clock.speed must be above 0, but is " + speed);
        }
    }
}
