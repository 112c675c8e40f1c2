package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One reason behind the outcome of a click, for a tired person to read.
 *
 * @param signal short and stable, for example {@code went-on}
 * @param text one plain sentence or two; it may quote untrusted text, so it is escaped wherever it is shown
 * @param source which source says it
 * @param at when what it says happened, tenant time; empty where it tells of no moment
 * @param age how old that was when the outcome was resolved; never negative
 * @param reachesUntil until when the source is whole; empty where nobody can say
 */
public record OutcomeReason(
        String signal,
        String text,
        Source source,
        Optional<Instant> at,
        Optional<Duration> age,
        Optional<Instant> reachesUntil) {
    public OutcomeReason {
        requireNonNull(signal, "signal is null");
        requireNonNull(text, "text is null");
        requireNonNull(source, "source is null");
        requireNonNull(at, "at is null");
        requireNonNull(age, "age is null");
        requireNonNull(reachesUntil, "reachesUntil is null");
        if (age.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("an age below zero: " + age.get());
        }
    }
}
