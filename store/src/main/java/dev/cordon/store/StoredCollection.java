package dev.cordon.store;

import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.procedure.journal.CaseEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a log was collected, as the table has it.
 *
 * @param rows as often as they were given
 * @param different each once
 * @param unreadable of which no record could be made
 */
record StoredCollection(CollectionProgress progress, long rows, long different, long unreadable) {
    /** What is not as the journal said it last. */
    Optional<Difference> difference(ToldCollections.Told told) {
        int ahead = progress.round() - told.round();
        boolean isBeforeItsEntry = ahead == 1 && progress.ending().isEmpty();
        if (ahead != 0 && !isBeforeItsEntry) {
            return Difference.of("round " + told.round(), "round " + progress.round());
        }
        if (progress.ending().isPresent()) {
            Optional<CaseEntry.CollectionEnded> ended = told.ended().filter(end -> end.round() == progress.round());
            return ended.isPresent()
                    ? differenceFrom(ended.get())
                    : Difference.of(
                            "no end of round " + progress.round(),
                            Word.of(progress.ending().get().outcome()));
        }
        if (ahead == 0
                && !(progress.from().equals(told.from()) && progress.until().equals(told.until()))) {
            return Difference.of(told.from() + " to " + told.until(), progress.from() + " to " + progress.until());
        }
        return told.ended().flatMap(this::lost);
    }

    private Optional<Difference> differenceFrom(CaseEntry.CollectionEnded ended) {
        CollectionProgress.Ending ending = progress.ending().orElseThrow();
        String said = text(
                ended.from(),
                ended.until(),
                ended.through(),
                Word.of(ended.outcome()),
                ended.againAt(),
                ended.rows(),
                ended.different(),
                ended.unreadable());
        String actual = text(
                progress.from(),
                progress.until(),
                progress.through(),
                Word.of(ending.outcome()),
                ending.againAt(),
                rows,
                different,
                unreadable);
        if (!said.equals(actual)) {
            return Difference.of(said, actual);
        }
        return isReason(plain(ending.reason()), plain(ended.reason()))
                ? Optional.empty()
                : Difference.of("the reason \"" + ended.reason() + "\"", "\"" + ending.reason() + "\"");
    }

    /** Behind it the journal may have how many rows contradict, which the table does not keep. */
    private static boolean isReason(String kept, String told) {
        String behind = told.startsWith(kept) ? told.substring(kept.length()).strip() : told;
        return behind.isEmpty() || behind.startsWith("At least ");
    }

    /** Not every database keeps every character that a reason may quote. */
    private static String plain(String reason) {
        return reason.replaceAll("[^ -~]", "");
    }

    /** A round that is read has at least what the one before it had, and knows no more than that. */
    private Optional<Difference> lost(CaseEntry.CollectionEnded ended) {
        if (rows < ended.rows() || different < ended.different() || unreadable < ended.unreadable()) {
            return Difference.of(
                    "at least " + counts(ended.rows(), ended.different(), ended.unreadable()),
                    counts(rows, different, unreadable));
        }
        return progress.through().isPresent() && !progress.through().equals(ended.through())
                ? Difference.of(through(ended.through()), through(progress.through()))
                : Optional.empty();
    }

    private static String text(
            Instant from,
            Instant until,
            Optional<Instant> through,
            String outcome,
            Optional<Instant> again,
            long rows,
            long different,
            long unreadable) {
        return outcome + ", " + from + " to " + until + ", " + through(through)
                + again.map(at -> ", again at " + at).orElse("") + ", "
                + counts(rows, different, unreadable);
    }

    private static String through(Optional<Instant> through) {
        return through.map(at -> "known through " + at).orElse("known through no time");
    }

    private static String counts(long rows, long different, long unreadable) {
        return rows + " rows, " + different + " different, " + unreadable + " unreadable";
    }

    /** What the journal says, and what is there instead. */
    record Difference(String expected, String actual) {
        static Optional<Difference> of(String expected, String actual) {
            return Optional.of(new Difference(expected, actual));
        }
    }
}
