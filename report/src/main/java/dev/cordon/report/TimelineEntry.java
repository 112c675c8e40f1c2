package dev.cordon.report;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of an incident's timeline.
 *
 * @param at when, UTC
 * @param clock whose clock: {@code tenant}; for an imported row how it is known that its time is UTC: {@code utc-stated},
 *     {@code utc-by-schema}, {@code utc-by-column}
 * @param source where it is known from: {@code journal} or a log's name
 * @param actor who did it
 * @param text what happened; it may quote untrusted text
 * @param exhibit the evidence for it
 * @param lane whose side it belongs to
 * @param confidence how sure it is: {@code confirmed}, {@code likely} or {@code unknown}
 * @param milestone whether a report shows it; the full timeline shows all
 */
public record TimelineEntry(
        Instant at,
        String clock,
        String source,
        String actor,
        String text,
        Optional<ExhibitId> exhibit,
        Lane lane,
        String confidence,
        boolean milestone) {
    public TimelineEntry {
        requireNonNull(at, "at is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(source, "source is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(text, "text is null");
        requireNonNull(exhibit, "exhibit is null");
        requireNonNull(lane, "lane is null");
        requireNonNull(confidence, "confidence is null");
    }

    /** The two sides of an incident. */
    public enum Lane {
        ATTACKER,
        RESPONSE
    }
}
