package dev.cordon.investigation.collection;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.tenant.CollectionEnd;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How far a source was collected. Every time is the tenant's.
 *
 * @param from from when on rows are wanted
 * @param until until when
 * @param through until when no row is missing that the log can still bring; empty while nobody can say
 * @param round which round is read, from 1
 * @param begunAt when that round began to read
 * @param place where it goes on
 * @param ending how it ended; empty while it is read, and after a death
 */
public record CollectionProgress(
        Instant from,
        Instant until,
        Optional<Instant> through,
        int round,
        Instant begunAt,
        Place place,
        Optional<Ending> ending) {
    /** By how much a later round reads again what an earlier one has read: rows of one moment do not arrive together. */
    public static final Duration OVERLAP = Duration.ofMinutes(30);

    /** After this it is worth trying again where something broke off. */
    private static final Duration RETRY = Duration.ofHours(1);

    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(2);

    public CollectionProgress {
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        requireNonNull(through, "through is null");
        requireNonNull(begunAt, "begunAt is null");
        requireNonNull(place, "place is null");
        requireNonNull(ending, "ending is null");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("Nothing lies between " + from + " and " + until);
        }
        if (round < 1) {
            throw new IllegalArgumentException("round is not positive: " + round);
        }
    }

    /**
     * How a round ended.
     *
     * @param outcome how
     * @param reason what is missing and why, in sentences that may quote untrusted text; empty where nothing is
     * @param againAt when it is asked again; empty where that would bring nothing
     */
    public record Ending(CollectionOutcome outcome, String reason, Optional<Instant> againAt) {
        public Ending {
            requireNonNull(outcome, "outcome is null");
            requireNonNull(reason, "reason is null");
            requireNonNull(againAt, "againAt is null");
        }
    }

    /** The first round of a source. */
    public static CollectionProgress first(Instant from, Instant until, Instant now, Place place) {
        return new CollectionProgress(from, until, Optional.empty(), 1, now, place.anew(from, until), Optional.empty());
    }

    /** The next round: what may have arrived since, up to {@code end}. */
    public CollectionProgress next(Instant end, Instant now) {
        Instant later = end.isAfter(until) ? end : until;
        Instant since = through.map(known -> known.minus(OVERLAP))
                .filter(known -> known.isAfter(from))
                .orElse(from);
        return new CollectionProgress(from, later, through, round + 1, now, place.anew(since, later), Optional.empty());
    }

    /** The same round read on to there. */
    public CollectionProgress at(Place further) {
        return new CollectionProgress(from, until, through, round, begunAt, further, Optional.empty());
    }

    /** The same round taken up again. */
    public CollectionProgress takenUp() {
        return at(place);
    }

    /** Whether the round has something left to read: it was killed, broke off, or Microsoft is still at it. */
    public boolean isUnfinished() {
        return ending.map(ended -> !ended.outcome().isRead() && !place.isAtEnd())
                .orElse(true);
    }

    /**
     * The same after it ended.
     *
     * @param log of which log it is
     * @param now when
     */
    public CollectionProgress ended(CollectedLog log, CollectionEnd end, Instant now) {
        return switch (end) {
            case CollectionEnd.Complete complete -> read(log);
            case CollectionEnd.CutOff(String reason) ->
                with(
                        through,
                        new Ending(
                                CollectionOutcome.CUT_OFF,
                                reason,
                                place.isAtEnd() ? log.askAgain(until, begunAt) : Optional.of(now.plus(RETRY))));
            case CollectionEnd.NotPermitted(var failure) ->
                with(
                        through,
                        new Ending(
                                CollectionOutcome.NOT_PERMITTED,
                                failure.meaning() + " " + failure.remedy(),
                                Optional.empty()));
            case CollectionEnd.NotLicensed(var failure) ->
                with(
                        through,
                        new Ending(
                                CollectionOutcome.NOT_LICENSED,
                                failure.meaning() + " " + failure.remedy(),
                                Optional.empty()));
            case CollectionEnd.StillRunning(Duration pause) ->
                with(
                        through,
                        new Ending(
                                CollectionOutcome.STILL_RUNNING,
                                "Microsoft is still working on it.",
                                Optional.of(now.plus(pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause))));
        };
    }

    private CollectionProgress read(CollectedLog log) {
        Instant settled = begunAt.minus(log.longestDelay());
        Instant reached = settled.isBefore(until) ? settled : until;
        Optional<Instant> known =
                Optional.of(through.filter(reached::isBefore).orElse(reached)).filter(moment -> !moment.isBefore(from));
        Optional<Instant> again = log.askAgain(until, begunAt);
        return with(
                known,
                again.isPresent()
                        ? new Ending(
                                CollectionOutcome.LATE,
                                "Rows of the time since " + known.orElse(from).truncatedTo(ChronoUnit.SECONDS)
                                        + " may still arrive.",
                                again)
                        : new Ending(CollectionOutcome.COMPLETE, "", Optional.empty()));
    }

    private CollectionProgress with(Optional<Instant> reached, Ending ended) {
        return new CollectionProgress(from, until, reached, round, begunAt, place, Optional.of(ended));
    }
}
