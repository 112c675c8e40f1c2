package dev.cordon.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The tenant's own time, learnt from the {@code Date} of its answers. Safe for many threads.
 *
 * <p>A simulated tenant may run faster than the wall, so tenant times are compared only with tenant times.
 */
public interface TenantClock {
    /**
     * The newest tenant time known without asking: the latest {@code Date} seen plus the wall time since, so never later than the
     * tenant's own clock. Before the first answer it asks.
     */
    Instant now();

    /** The closest look at both clocks so far, the one of the shortest round trip; empty before the first answer. Asks nobody. */
    Optional<ClockReading> reading();

    /** Asks the tenant for its time now. Costs one request that no throttling bucket counts. */
    Instant fetchNow();

    /**
     * Waits until at least {@code duration} has passed on the tenant's clock, asking it, and returns the tenant time then.
     *
     * @throws InterruptedException when the thread is interrupted while waiting
     */
    Instant await(Duration duration) throws InterruptedException;

    /**
     * Waits until the tenant's clock certainly shows a later second than {@code moment}, by what is known of it: nothing is asked once an
     * answer was seen. A moment that lies ahead of the tenant is waited for at most two seconds of its time.
     *
     * @throws InterruptedException when the thread is interrupted while waiting
     */
    void awaitSecondAfter(Instant moment) throws InterruptedException;
}
