package dev.cordon.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it. UTC instants; safe for many threads.
 */
public final class TestingClock implements InstantSource {
    /** Where {@link #TestingClock()} starts: a Monday morning, far from any change of daylight saving time. */
    public static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private final AtomicReference<Instant> now;

    public TestingClock() {
        this(MONDAY_MORNING);
    }

    public TestingClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Sets the clock, forwards or backwards: clocks of real machines do both. */
    public void set(Instant instant) {
        now.set(instant);
    }

    /** Moves the clock forwards and returns the new time. */
    public Instant advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("advance by " + duration + ": use set to go back");
        }
        return now.updateAndGet(instant -> instant.plus(duration));
    }
}
