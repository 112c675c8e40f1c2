package dev.cordon.report;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.CaseEntry.CollectionEnded;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Row;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which logs were collected after containment, how far, and what is missing of them. */
final class CollectionTable {
    private CollectionTable() {}

    static Block of(ReportSource source) {
        return new Block.Table(
                "Logs that were collected whole: each row counts as often as it was given, and once",
                List.of("Log", "Of", "From", "Complete through", "Rows", "How it stands"),
                source.state().chronicle().collections().stream()
                        .map(CollectionTable::row)
                        .toList(),
                "No log was collected: cordon incident collect "
                        + source.incident().id() + " does it.");
    }

    /** What was not asked as it was wanted, each with when that was first so; nothing where all was. */
    static Optional<Block> notes(ReportSource source) {
        List<List<Inline>> points = source.entries().stream()
                .<List<Inline>>mapMulti((recorded, taker) -> {
                    if (recorded.entry() instanceof CaseEntry.CollectionNoted noted) {
                        taker.accept(List.of(
                                new Inline.Time(recorded.at()),
                                new Inline.Text("UTC:"),
                                new Inline.Text(noted.text())));
                    }
                })
                .toList();
        return points.isEmpty() ? Optional.empty() : Optional.of(new Block.Points(points));
    }

    private static Row row(LogCollection collection) {
        Optional<CollectionEnded> ended = collection.ended();
        return Row.of(
                Inline.text(Words.log(collection.source())),
                Inline.value(collection.of()),
                Inline.time(collection.from()),
                Inline.time(ended.flatMap(CollectionEnded::through)),
                Inline.text(ended.map(CollectionTable::counts).orElse("–")),
                stand(collection));
    }

    /** How the reading of it ended, why, and what comes next. */
    static List<Inline> stand(LogCollection collection) {
        return collection
                .ended()
                .filter(_ -> collection.isEnded())
                .map(CollectionTable::outcome)
                .orElseGet(() -> List.of(
                        new Inline.Badge("not ended", Tone.ATTENTION),
                        new Inline.Text("It was cut off, or is read right now; collecting again goes on.")));
    }

    private static String counts(CollectionEnded ended) {
        return ended.rows() + ", " + ended.different() + " different"
                + (ended.unreadable() == 0 ? "" : ", " + ended.unreadable() + " unreadable");
    }

    private static List<Inline> outcome(CollectionEnded ended) {
        List<Inline> words = new ArrayList<>();
        words.add(badge(ended.outcome()));
        if (!ended.reason().isBlank()) {
            words.add(new Inline.Text(ended.reason()));
        }
        ended.againAt().ifPresent(again -> {
            words.add(new Inline.Text("It is asked again from"));
            words.add(new Inline.Time(again));
            words.add(new Inline.Text("UTC on."));
        });
        return words;
    }

    private static Inline badge(CollectionOutcome outcome) {
        return switch (outcome) {
            case COMPLETE -> new Inline.Badge("complete", Tone.GOOD);
            case LATE -> new Inline.Badge("late", Tone.ATTENTION);
            case CUT_OFF -> new Inline.Badge("cut off", Tone.BAD);
            case NOT_PERMITTED -> new Inline.Badge("not permitted", Tone.BAD);
            case NOT_LICENSED -> new Inline.Badge("not licensed", Tone.BAD);
            case STILL_RUNNING -> new Inline.Badge("Microsoft is still at it", Tone.ATTENTION);
        };
    }
}
