package dev.cordon.cli.respond;

import dev.cordon.cli.incident.ReconstructionLines;
import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.LiveStep;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Counts;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.CollectLogs;
import dev.cordon.response.CollectionListener;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A collection on the screen: a live line for each source and for what is made of all of them, and what follows from it. */
final class CollectionLines implements CollectionListener {
    private final Screen screen;
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final ReconstructionLines reconstruction;
    private @Nullable LiveStep line;

    CollectionLines(Screen screen) {
        this.screen = screen;
        this.reconstruction = new ReconstructionLines(screen);
    }

    @Override
    public void notes(String note) {
        notes.add(note);
        screen.paragraph(Tone.CAUTION, Printable.line(note));
    }

    /** What is not asked as it was wanted. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void reads(Collected source) {
        line = screen.begin(
                Word.of(source.source().log()) + " "
                        + Printable.name(source.source().of()),
                Duration.ZERO);
    }

    @Override
    public void keeps(Collected source) {
        if (line != null) {
            line.doing(counts(source.counts()));
        }
    }

    @Override
    public void ended(Collected source) {
        CollectionOutcome outcome = outcome(source);
        if (isRefusedQuery(source)) {
            if (line != null) {
                line.end(Tone.QUIET, "may not be asked, Exchange's search is");
            }
            return;
        }
        if (line != null) {
            line.end(tone(outcome), words(outcome) + ", " + counts(source.counts()) + through(source.progress()));
        }
        boolean isToldByTheLine = outcome.isRead() && source.counts().contradicting() == 0;
        if (!isToldByTheLine && !source.reason().isBlank()) {
            screen.paragraph(Tone.CAUTION, "  " + Printable.line(source.reason()));
        }
    }

    @Override
    public void begins(Phase phase, long rows) {
        reconstruction.begins(phase, rows);
    }

    @Override
    public void goesOn(long rows) {
        reconstruction.goesOn(rows);
    }

    @Override
    public void ends() {
        reconstruction.ends();
    }

    /** What follows. */
    void end(CollectLogs.Collection collection) {
        collection.mails().forEach(this::mails);
        screen.blank();
        collection.all().stream()
                .flatMap(source -> source.progress().ending().stream())
                .flatMap(ending -> ending.againAt().stream())
                .min(Instant::compareTo)
                .ifPresent(
                        again -> screen.paragraph(
                                Tone.PLAIN,
                                "Logs are late: they are asked again from " + time(again)
                                        + " of the tenant's clock on. It happens while this runs: cordon watch (or once: cordon watch --once)"));
        queries(collection);
        if (!collection.missing().isEmpty() || !collection.unread().isEmpty()) {
            screen.paragraph(
                    Tone.CAUTION,
                    "Not all could be read; what is missing stands in the report and in: cordon incident show "
                            + collection.incident());
        }
        screen.line("See the rows in their order: cordon incident timeline " + collection.incident() + " --all");
        screen.line("What the attacker did:       cordon incident attack " + collection.incident());
    }

    private void mails(CaseEntry.CollectionEnded ended) {
        screen.paragraph(
                tone(ended.outcome()),
                "mail-samples " + Printable.name(ended.of()) + ": " + words(ended.outcome()) + ", " + ended.rows()
                        + " mails named, " + ended.different() + " sealed");
        if (!ended.reason().isBlank()) {
            screen.paragraph(Tone.CAUTION, "  " + Printable.line(ended.reason()));
        }
    }

    /** Whether only one of two channels is refused: whether the other one brings the rows is not known yet. */
    private static boolean isRefusedQuery(Collected source) {
        return source.source().log() == CollectedLog.AUDIT_LOG_QUERIES
                && outcome(source).isRefused();
    }

    private void queries(CollectLogs.Collection collection) {
        List<Collected> refused = collection.sources().stream()
                .filter(CollectionLines::isRefusedQuery)
                .toList();
        Set<CollectionSource> missing =
                collection.missing().stream().map(Collected::source).collect(Collectors.toSet());
        refused.stream()
                .filter(source -> missing.contains(source.source()))
                .flatMap(source -> source.progress().ending().stream())
                .map(ending -> Printable.line(ending.reason()))
                .distinct()
                .forEach(reason -> screen.paragraph(Tone.CAUTION, "Graph's queries of the audit log: " + reason));
        if (refused.stream().anyMatch(source -> !missing.contains(source.source()))) {
            screen.paragraph(
                    Tone.QUIET,
                    "The unified audit log was read by Exchange's search; Graph's queries, which are optional, may not"
                            + " be asked (AuditLogsQuery.Read.All, see: cordon tenant check).");
        }
    }

    private static CollectionOutcome outcome(Collected source) {
        return source.progress()
                .ending()
                .map(CollectionProgress.Ending::outcome)
                .orElse(CollectionOutcome.CUT_OFF);
    }

    private static String words(CollectionOutcome outcome) {
        return switch (outcome) {
            case COMPLETE -> "complete";
            case LATE -> "read, late rows may follow";
            case CUT_OFF -> "CUT OFF";
            case NOT_PERMITTED -> "NOT PERMITTED";
            case NOT_LICENSED -> "NOT LICENSED";
            case STILL_RUNNING -> "Microsoft is still at it";
        };
    }

    private static Tone tone(CollectionOutcome outcome) {
        return switch (outcome) {
            case COMPLETE, LATE -> Tone.GOOD;
            case STILL_RUNNING -> Tone.QUIET;
            case CUT_OFF, NOT_PERMITTED, NOT_LICENSED -> Tone.CAUTION;
        };
    }

    private static String counts(Counts counts) {
        return Amount.of(counts.rows(), "row", "rows") + ", " + counts.different() + " different"
                + (counts.unreadable() == 0 ? "" : ", " + counts.unreadable() + " unreadable");
    }

    private static String through(CollectionProgress progress) {
        return progress.through()
                .map(through -> ", complete through " + time(through))
                .orElse("");
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
