package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a step may take, in wall time.
 *
 * @param budget how long it should take; shown, never enforced
 * @param hardStop when the engine interrupts it; empty for never
 */
public record Limits(Duration budget, Optional<Duration> hardStop) {
    public Limits {
        requireNonNull(budget, "budget is null");
        requireNonNull(hardStop, "hardStop is null");
        if (!budget.isPositive()) {
            throw new IllegalArgumentException("budget is not positive: " + budget);
        }
        hardStop.ifPresent(limit -> {
            if (!limit.isPositive()) {
                throw new IllegalArgumentException("hardStop is not positive: " + limit);
            }
        });
    }

    /** A budget without a hard stop. */
    public static Limits budget(Duration budget) {
        return new Limits(budget, Optional.empty());
    }
}
