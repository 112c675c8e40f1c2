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
    public static final Duration RETRY = Duration.ofHours(1);

    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** What has not come in a week does not come by itself: the task says so to people. */
    private static final Duration LEFT_TO_PEOPLE = Duration.ofDays(7);

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
        return first(1, from, until, now, place);
    }

    /** The same where earlier rounds were read from places that are left: they are counted on. */
    public static CollectionProgress first(int round, Instant from, Instant until, Instant now, Place place) {
        return new CollectionProgress(
                from, until, Optional.empty(), round, now, place.anew(from, until), Optional.empty());
    }

    /** The same with another question, of which nothing is known yet: the next round asks for all of its time. */
    public CollectionProgress asking(Place question) {
        return new CollectionProgress(from, until, Optional.empty(), round, begunAt, question, ending);
    }

    /** The same where what has to be known before it can be asked could not be read; only who knows it then asks again. */
    public CollectionProgress notAsked(CollectionOutcome outcome, String reason) {
        return with(through, new Ending(outcome, reason, Optional.empty()));
    }

    /** The same where rows are wanted from an earlier moment on: of the time before nothing is known, so the next round asks for all of it. */
    public CollectionProgress reachingBack(Instant earlier) {
        return earlier.isBefore(from)
                ? new CollectionProgress(earlier, until, Optional.empty(), round, begunAt, place, ending)
                : this;
    }

    /** The next round: what may have arrived since, up to {@code end}; of what Microsoft has deleted meanwhile nothing is asked. */
    public CollectionProgress next(CollectedLog log, Instant end, Instant now) {
        // The edge that was left for reading a log also takes the time until it is asked again.
        Instant since = log.isAtEdge(wanted(), now) ? log.oldest(now) : wanted();
        Instant last = later(end, until);
        Instant reached = since.isBefore(last) ? last : now;
        return new CollectionProgress(
                from, reached, through, round + 1, now, place.anew(since, reached), Optional.empty());
    }

    /** From when on rows are wanted that no earlier round has brought for certain. */
    private Instant wanted() {
        return through.map(known -> later(known.minus(OVERLAP), from)).orElse(from);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
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
        return ended(log, log.kept(), end, now);
    }

    /**
     * The same after it ended, in a tenant for which the log's rows are not kept as long as usual. Where rows were wanted that had been deleted
     * before they could be asked for it is cut off, and from then on it speaks of no time before them.
     *
     * @param log of which log it is
     * @param kept how long its rows are kept
     * @param now when
     */
    public CollectionProgress ended(CollectedLog log, Duration kept, CollectionEnd end, Instant now) {
        Instant oldest = later(place.asksFrom(), begunAt.minus(kept));
        boolean isDeleted = oldest.isAfter(wanted());
        CollectionProgress left = isDeleted && oldest.isBefore(until)
                ? new CollectionProgress(oldest, until, Optional.empty(), round, begunAt, place, ending)
                : this;
        String deleted = "Rows from " + seconds(wanted()) + " to " + seconds(oldest)
                + " had been deleted before they were asked for: they are kept for " + kept.toDays() + " days.";
        return switch (end) {
            case CollectionEnd.Complete complete -> isDeleted ? left.read(log).cutOff(deleted) : read(log);
            case CollectionEnd.CutOff(String reason) ->
                left.with(
                        left.through,
                        new Ending(
                                CollectionOutcome.CUT_OFF,
                                isDeleted ? reason + " " + deleted : reason,
                                place.isAtEnd()
                                        ? log.askAgain(until, begunAt)
                                        : tryAgain(RETRY, Duration.between(until, now), now, 1)));
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
                                tryAgain(longer(pause, SHORTEST_PAUSE), Duration.between(begunAt, now), now, 8)));
        };
    }

    /** The longer it has not worked, the later it is tried again: a {@code part}th of that time, and daily at last. */
    private static Optional<Instant> tryAgain(Duration soonest, Duration since, Instant now, int part) {
        if (since.compareTo(LEFT_TO_PEOPLE) >= 0) {
            return Optional.empty();
        }
        Duration pause = longer(soonest, since.dividedBy(part));
        return Optional.of(now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private CollectionProgress cutOff(String reason) {
        return with(through, new Ending(CollectionOutcome.CUT_OFF, reason, ending.flatMap(Ending::againAt)));
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
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
                                "Rows of the time since " + seconds(known.orElse(from)) + " may still arrive.",
                                again)
                        : new Ending(CollectionOutcome.COMPLETE, "", Optional.empty()));
    }

    private CollectionProgress with(Optional<Instant> reached, Ending ended) {
        return new CollectionProgress(from, until, reached, round, begunAt, place, Optional.of(ended));
    }
}
