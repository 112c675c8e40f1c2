package dev.cordon.simulator.throttling;

import dev.cordon.simulator.scenario.Throttling;
import dev.cordon.simulator.scenario.Throttling.RetryAfter;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How much a bucket holds.
 *
 * @param units requests or resource units it admits in one period
 * @param per the period, tenant time
 * @param concurrent requests at the same moment; 0 for any number
 */
record BucketSize(int units, Duration per, RetryAfter retryAfter, int concurrent) {

    /** The sizes of the wire reference, section 3, for a tenant of that many people. */
    static BucketSize documented(String name, int people) {
        return switch (name) {
            case "global" -> every(2000, Duration.ofSeconds(1));
            case "identity" -> every(people < 50 ? 3500 : people <= 500 ? 5000 : 8000, Duration.ofSeconds(10));
            case "identity-writes" -> every(3000, Duration.ofSeconds(150));
            case "reports" -> new BucketSize(5, Duration.ofSeconds(10), RetryAfter.SOMETIMES, 0);
            case "identity-protection" -> new BucketSize(1, Duration.ofSeconds(1), RetryAfter.NONE, 0);
            case "outlook" -> new BucketSize(10_000, Duration.ofMinutes(10), RetryAfter.ALWAYS, 4);
            case "security" -> every(150, Duration.ofMinutes(1));
            case "security-incidents" -> every(50, Duration.ofMinutes(1));
            case "hunting" -> every(45, Duration.ofMinutes(1));
            case "threat-submission" -> new BucketSize(150, Duration.ofMinutes(15), RetryAfter.NONE, 0);
            case "ediscovery" -> every(5, Duration.ofMinutes(1));
            case "audit-queries" -> new BucketSize(1000, Duration.ofMinutes(1), RetryAfter.ALWAYS, 10);
            case "teams" -> every(20, Duration.ofSeconds(1));
            case "webhook" -> every(4, Duration.ofSeconds(1));
            case "exchange" -> new BucketSize(30_000, Duration.ofMinutes(15), RetryAfter.ALWAYS, 5);
            case "message-trace" -> every(100, Duration.ofMinutes(5));
            case "sts" -> every(500, Duration.ofSeconds(10));
            default -> throw new IllegalArgumentException("No throttling bucket is called " + name);
        };
    }

    BucketSize changedBy(Map<String, Throttling.Bucket> changes, String name) {
        Throttling.Bucket change = changes.get(name);
        return change == null
                ? this
                : new BucketSize(
                        Objects.requireNonNullElse(change.requests(), units),
                        Objects.requireNonNullElse(change.per(), per),
                        Objects.requireNonNullElse(change.retryAfter(), retryAfter),
                        Objects.requireNonNullElse(change.concurrent(), concurrent));
    }

    private static BucketSize every(int units, Duration per) {
        return new BucketSize(units, per, RetryAfter.ALWAYS, 0);
    }
}
