package dev.cordon.microsoft365.wire;

import dev.cordon.tenant.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's time as its answers tell it. A {@code Date} is cut to the second, so the time known is never ahead of the tenant's. Safe
 * for many threads.
 */
public final class WireClock {
    private static final double SECOND = 1_000_000_000.0;
    private static final long SHORTEST_SPAN = 200_000_000L;
    private static final long LONGEST_SPAN = 30_000_000_000L;

    private final LongSupplier nanoTime;
    private final InstantSource wallTime;
    private @Nullable Sighting first;
    private @Nullable Sighting latest;
    private double speed = 1;
    private @Nullable ClockReading closest;
    private long shortest = Long.MAX_VALUE;

    private record Sighting(Instant tenant, long wall) {}

    public WireClock(LongSupplier nanoTime, InstantSource wallTime) {
        this.nanoTime = nanoTime;
        this.wallTime = wallTime;
    }

    /** A moment, for {@link #observe}. */
    public long mark() {
        return nanoTime.getAsLong();
    }

    /** The answer to what was sent at {@code mark} said that it is {@code tenant} now. */
    public synchronized void observe(Instant tenant, long mark) {
        long trip = Math.max(0, nanoTime.getAsLong() - mark);
        if (trip < shortest) {
            shortest = trip;
            Instant arrived = wallTime.instant();
            closest = new ClockReading(tenant, arrived.minusNanos(trip), arrived);
        }
        observe(tenant);
    }

    /** The reading of the shortest round trip; null before the first answer. */
    public synchronized @Nullable ClockReading closest() {
        return closest;
    }

    private void observe(Instant tenant) {
        Sighting sighting = new Sighting(tenant, nanoTime.getAsLong());
        Sighting start = first;
        if (start == null) {
            first = sighting;
        } else {
            learnSpeed(start, sighting);
        }
        Instant known = now();
        if (known == null || tenant.isAfter(known)) {
            latest = sighting;
        }
    }

    private void learnSpeed(Sighting start, Sighting end) {
        long span = end.wall - start.wall;
        if (span >= SHORTEST_SPAN) {
            double passed = Duration.between(start.tenant, end.tenant).toNanos() - SECOND;
            speed = Math.max(1, passed / span);
        }
        if (span >= LONGEST_SPAN) {
            first = end;
        }
    }

    /** The newest tenant time known; null before the first answer. */
    public synchronized @Nullable Instant now() {
        Sighting last = latest;
        return last == null ? null : last.tenant.plusNanos(nanoTime.getAsLong() - last.wall);
    }

    /** Tenant seconds in a wall second, at least; never below 1. */
    public synchronized double speed() {
        return speed;
    }
}
