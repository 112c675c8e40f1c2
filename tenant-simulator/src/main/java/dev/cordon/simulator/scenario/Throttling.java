package dev.cordon.simulator.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether buckets are on, and those whose size differs from the wire reference, by the names of {@link #BUCKETS}. */
public record Throttling(boolean enabled, Map<String, Bucket> buckets) {

    /** The bucket names of section 3 of the wire reference, in its order. */
    public static final List<String> BUCKETS = List.of(
            "global",
            "identity",
            "identity-writes",
            "reports",
            "identity-protection",
            "outlook",
            "security",
            "security-incidents",
            "hunting",
            "threat-submission",
            "ediscovery",
            "audit-queries",
            "teams",
            "webhook",
            "exchange",
            "message-trace",
            "sts");

    /** Copies the map. */
    public Throttling {
        buckets = Map.copyOf(buckets);
    }

    /** A changed bucket; an absent part stays as in the wire reference. {@code requests} counts units where costs differ. */
    public record Bucket(
            @Nullable Integer requests,
            @Nullable Duration per,
            @Nullable RetryAfter retryAfter,
            @Nullable Integer concurrent) {
        /** Refuses empty buckets. */
        public Bucket {
            if (requests != null && requests < 1) {
                throw new IllegalArgumentException("a bucket needs at least 1 request");
            }
            if (per != null && !per.isPositive()) {
                throw new IllegalArgumentException("a bucket's period must be above zero");
            }
            if (concurrent != null && concurrent < 1) {
                throw new IllegalArgumentException("a bucket needs at least 1 concurrent request");
            }
        }
    }

    /** Whether a 429 says when to come back. */
    public enum RetryAfter {
        ALWAYS,
        SOMETIMES,
        NONE
    }
}
