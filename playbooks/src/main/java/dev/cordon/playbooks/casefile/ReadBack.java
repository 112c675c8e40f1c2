package dev.cordon.playbooks.casefile;

import dev.cordon.tenant.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads again until a change shows or patience ends: the directory may show an old value for up to a minute after it accepted a new one.
 * Stateless.
 */
public final class ReadBack {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Two minutes is twice the longest delay seen; it counts on the tenant's clock. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ReadBack() {}

    /**
     * Reads until {@code shows} holds or two minutes have passed on the tenant's clock; returns the last reading either way.
     *
     * @throws InterruptedException when interrupted
     */
    public static <T> Reading<T> until(Supplier<Reading<T>> read, Predicate<T> shows) throws InterruptedException {
        Reading<T> reading = read.get();
        Instant deadline = reading.readAt().plus(PATIENCE);
        Duration pause = FIRST_PAUSE;
        while (!shows.test(reading.value()) && reading.readAt().isBefore(deadline)) {
            Pause.of(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            reading = read.get();
        }
        return reading;
    }
}
