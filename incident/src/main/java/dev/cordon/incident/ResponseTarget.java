package dev.cordon.incident;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A promise about time: from an event to another, within a limit. Measured in tenant time.
 *
 * @param id its short name, for example {@code T1}
 * @param text what it promises, for people
 * @param limit how long it may take
 * @param businessHours whether the promise counts business hours only; the wall-clock figure is recorded all the same
 */
public record ResponseTarget(String id, String text, Duration limit, boolean businessHours) {
    public ResponseTarget {
        requireNonNull(id, "id is null");
        requireNonNull(text, "text is null");
        requireNonNull(limit, "limit is null");
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("limit of " + id + " is not positive: " + limit);
        }
    }

    /**
     * The targets for the start of the response to {@code type} when {@code detectedBy} found it; empty where the organisation has made
     * no promise.
     */
    public static List<ResponseTarget> startOfResponse(IncidentType type, DetectionSource detectedBy) {
        return switch (type) {
            case COMPROMISED_ACCOUNT -> compromisedAccount(detectedBy);
            case PHISHING_CLICK ->
                List.of(new ResponseTarget(
                        "T4", "Response to a reached phishing page starts within 1 hour", Duration.ofHours(1), false));
            case BEC, IMPORTED_EVIDENCE -> List.of();
        };
    }

    /** The target for clicks that were blocked: from the click to its closing. */
    public static ResponseTarget blockedClickClosed() {
        return new ResponseTarget(
                "T3", "A blocked phishing click is closed within 7 days of the click", Duration.ofDays(7), false);
    }

    private static List<ResponseTarget> compromisedAccount(DetectionSource detectedBy) {
        return switch (detectedBy) {
            case MONDAY_REVIEW ->
                List.of(new ResponseTarget(
                        "T1", "Response starts within 30 minutes of the Monday review", Duration.ofMinutes(30), false));
            case HIGH_SEVERITY_NOTIFICATION ->
                List.of(new ResponseTarget(
                        "T2", "Response starts within 1 business hour of the notification", Duration.ofHours(1), true));
            case USER_REPORT, ALERT, MANAGED_SOC, ATTACK_DISRUPTION, OTHER, NOT_SAID -> List.of();
        };
    }

    /** How the target came out between {@code from} and {@code to}; {@code to} empty means that it is still running. */
    public Measured measure(Instant from, Optional<Instant> to) {
        Optional<Duration> elapsed = to.map(end -> Duration.between(from, end));
        return new Measured(this, elapsed, elapsed.map(duration -> duration.compareTo(limit) <= 0));
    }

    /**
     * A target beside its measurement.
     *
     * @param target the promise
     * @param elapsed tenant time taken; empty while the target event has not happened
     * @param met whether it was kept; empty while unknown
     */
    public record Measured(ResponseTarget target, Optional<Duration> elapsed, Optional<Boolean> met) {
        public Measured {
            requireNonNull(target, "target is null");
            requireNonNull(elapsed, "elapsed is null");
            requireNonNull(met, "met is null");
        }
    }
}
