package dev.cordon.response;

import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a review of a tenant looked at, while it reads. One thread. */
final class ReviewCoverage {
    private final ReviewListener listener;
    private final Instant now;
    private final List<Looked> looked = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param now tenant time
     */
    ReviewCoverage(ReviewListener listener, Instant now) {
        this.listener = listener;
        this.now = now;
    }

    /** In the order in which it was told. */
    List<Looked> looked() {
        return List.copyOf(looked);
    }

    /** A source that is read at once. */
    <T> void ended(
            ReviewSource source, Instant from, Optional<Instant> through, Attempt<T> attempt, ToLongFunction<T> rows) {
        Optional<String> notRead = switch (attempt) {
            case Attempt.Read<T>(Reading<T> reading) -> notRead(reading.completeness());
            case Attempt.Unread<T>(Failure failure) -> Optional.of(words(failure));
        };
        tell(new Looked(
                source.word(),
                source.word(),
                Optional.of(from),
                attempt.findReading().isPresent() ? through : Optional.empty(),
                attempt.value().map(rows::applyAsLong).orElse(0L),
                0,
                List.of(),
                notRead,
                isAsLicensed(attempt)));
    }

    private static boolean isAsLicensed(Attempt<?> attempt) {
        return switch (attempt) {
            case Attempt.Read<?>(Reading<?> reading) ->
                reading.completeness().notLookedAt().isPresent();
            case Attempt.Unread<?>(Failure failure) -> failure.reason() == Failure.Reason.NOT_LICENSED;
        };
    }

    /** A source that is read page by page. What was cut off may lack any of its rows, for not every log comes newest first. */
    void log(
            ReviewSource source,
            CollectedLog log,
            Instant from,
            RowCounts rows,
            CollectionEnd end,
            Optional<String> also) {
        tell(new Looked(
                source.word(),
                Word.of(log.log()),
                Optional.of(from),
                end instanceof CollectionEnd.Complete ? Optional.of(now.minus(log.usualDelay())) : Optional.empty(),
                rows.rows(),
                rows.housekeeping(),
                rows.unreadable(),
                sentences(notRead(end).orElse(""), also.orElse(""))));
    }

    /** A time of a source that no later review can read either: it stands by itself, so that the source counts as read behind it. */
    void leftOut(ReviewSource source, String log, Instant from, String why) {
        looked.add(
                new Looked(source.word(), log, Optional.of(from), Optional.empty(), 0, 0, List.of(), Optional.of(why)));
    }

    private void tell(Looked one) {
        looked.add(one);
        listener.ended(one);
    }

    private static Optional<String> notRead(Completeness completeness) {
        return switch (completeness) {
            case Completeness.Complete _ -> Optional.empty();
            case Completeness.AsLicensed(String leftOut) -> Optional.of("Not licensed: " + leftOut);
            case Completeness.Incomplete(String reason) -> Optional.of(reason);
        };
    }

    /** What a log that ended so lacks; empty where it was read to its end. */
    static Optional<String> notRead(CollectionEnd end) {
        return switch (end) {
            case CollectionEnd.Complete _ -> Optional.empty();
            case CollectionEnd.CutOff(String reason) -> Optional.of(reason);
            case CollectionEnd.NotPermitted(Failure failure) -> Optional.of("Not permitted: " + words(failure));
            case CollectionEnd.NotLicensed(Failure failure) -> Optional.of("Not licensed: " + words(failure));
            case CollectionEnd.StillRunning _ -> Optional.of("Microsoft is still at it; review again later.");
        };
    }

    private static String words(Failure failure) {
        return failure.attempted() + " did not work: " + failure.reason().inWords() + ". " + failure.meaning() + " "
                + failure.remedy();
    }

    /** Those that say something, together; empty where none does. */
    static Optional<String> sentences(String... sentences) {
        String joined =
                Stream.of(sentences).filter(sentence -> !sentence.isBlank()).collect(Collectors.joining(" "));
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }
}
