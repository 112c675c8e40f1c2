package dev.cordon.simulator.throttling;

import java.time.Duration;
import java.util.Optional;

/** What a bucket said: come in (and say when you leave), or come back later. */
public sealed interface Admission {

    /** Admitted; {@code close} ends its turn in buckets that count concurrent requests. */
    record Admitted(double used, Runnable leaving) implements Admission, AutoCloseable {
        @Override
        public void close() {
            leaving.run();
        }
    }

    /**
     * Refused.
     *
     * @param retryAfter how long in tenant time, if the bucket says so
     * @param used how full the bucket is, 1 and more
     */
    record Refused(String bucket, Optional<Duration> retryAfter, double used) implements Admission {}
}
