package dev.cordon.investigation.collection;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.Word;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far one source was collected into an incident, as its journal has it.
 *
 * @param source which log over which channel, and of whom
 * @param from from when on rows were asked for
 * @param until until when
 * @param outcome how its latest round ended; empty while it is read, and after a death
 * @param reason what is missing and why; untrusted text, empty where nothing is
 * @param through until when no row is missing that the log can still bring; empty while nobody can say
 * @param different how many different rows came
 */
public record CollectedPart(
        CollectionSource source,
        Instant from,
        Instant until,
        Optional<CollectionOutcome> outcome,
        String reason,
        Optional<Instant> through,
        long different) {
    public CollectedPart {
        requireNonNull(source, "source is null");
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(through, "through is null");
    }

    /** Whether all was read that was there at the time. */
    public boolean isRead() {
        return outcome.filter(CollectionOutcome::isRead).isPresent();
    }

    /** Whether all was read that was there, and rows may still arrive. */
    public boolean isLate() {
        return outcome.filter(CollectionOutcome.LATE::equals).isPresent();
    }

    /** How it stands, in words. */
    public String standing() {
        return outcome.map(ended -> Word.of(ended).replace('-', ' ')).orElse("not ended");
    }

    /** Whether this one brought all that {@code other} was to bring: one channel to the audit log makes up for the other one. */
    boolean makesUpFor(CollectedPart other) {
        return source.log().log() == LogReach.TWO_CHANNELS
                && source.log() != other.source.log()
                && source.of().equals(other.source.of())
                && isRead()
                && covers(other)
                && isBetterThan(other);
    }

    /** Until when no row of it is missing, whichever of the channels to it, which are among {@code all}, brought them. */
    Optional<Instant> throughWith(List<CollectedPart> all) {
        return Stream.concat(
                        through.stream(),
                        all.stream().filter(this::isOtherChannel).flatMap(other -> other.through.stream()))
                .max(Comparator.naturalOrder());
    }

    /** Whether {@code other} asked over the other channel for the same rows, from the same time on. */
    private boolean isOtherChannel(CollectedPart other) {
        return source.log().log() == LogReach.TWO_CHANNELS
                && source.log() != other.source.log()
                && source.of().equals(other.source.of())
                && other.isFromTheBeginningOf(this);
    }

    private boolean isBetterThan(CollectedPart other) {
        if (!other.isRead()) {
            return true;
        }
        return isLate() == other.isLate()
                ? through.orElse(Instant.MIN).isAfter(other.through.orElse(Instant.MIN))
                : other.isLate();
    }

    /** Whether it was asked for all the time that {@code other} was, as far as rows of it were kept. */
    private boolean covers(CollectedPart other) {
        return isFromTheBeginningOf(other) && !until.isBefore(other.until);
    }

    private boolean isFromTheBeginningOf(CollectedPart other) {
        return !from.isAfter(other.from) || !from.isAfter(CollectedLog.AUDIT_LOG_SEARCH.oldest(until));
    }
}
