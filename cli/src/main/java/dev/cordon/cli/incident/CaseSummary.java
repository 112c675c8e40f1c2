package dev.cordon.cli.incident;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.procedure.journal.StepProgress;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Collectors;

/** One incident for a person: never longer than what he must know now. */
public final class CaseSummary {
    private CaseSummary() {}

    /** Its sign-in name, as far as that is known. */
    static String upn(Account account) {
        return account.userPrincipalName().isEmpty()
                ? "(account not known)"
                : Printable.name(account.userPrincipalName());
    }

    /** Steps, everything that was judged with its id, then {@link #end}. */
    public static void show(CaseView view, Screen screen) {
        RunState state = view.state();
        var incident = state.incident();
        screen.paragraph(
                Tone.HEADING,
                incident.id() + "  " + incident.type().inWords() + "  "
                        + (incident.account().isLookedUp()
                                ? Printable.name(incident.account().displayName()) + "  "
                                : "")
                        + upn(incident.account()));
        state.steps().values().forEach(step -> step(step, screen));
        if (!state.items().isEmpty()) {
            screen.blank();
            screen.line(Tone.HEADING, "What was found:");
        }
        state.items().values().stream()
                .sorted(Comparator.comparing(Item::verdict))
                .forEach(item -> ItemLines.show(item, screen));
        rest(view, screen);
        new Ending(state).show(screen);
    }

    /** What came of it: what was removed and what stays to be looked at, the tasks, where everything lies; last, how it ended. */
    public static void end(CaseView view, Screen screen) {
        found(view, screen);
        new Ending(view.state()).show(screen);
    }

    /** The same of an incident whose tenant is gone: how it ended, without the advice that would need the tenant. */
    public static void endOfDemo(CaseView view, Screen screen) {
        found(view, screen);
        new Ending(view.state()).showHeadline(screen);
    }

    private static void found(CaseView view, Screen screen) {
        screen.blank();
        screen.line(Tone.HEADING, view.state().incident().id().value());
        view.state().items().values().stream()
                .filter(CaseSummary::isWorthALine)
                .sorted(Comparator.comparing(Item::verdict))
                .forEach(item -> ItemLines.show(item, screen));
        rest(view, screen);
    }

    private static void rest(CaseView view, Screen screen) {
        RunState state = view.state();
        screen.blank();
        state.residual().ifPresent(residual -> {
            screen.paragraph(
                    Tone.CAUTION,
                    "Until " + residual.until().truncatedTo(ChronoUnit.SECONDS)
                            + " what was issued before the last revoke may still work; the re-check"
                            + " after that moment finds what it made:");
            residual.channels().forEach(channel -> screen.paragraph(Tone.QUIET, "- " + channel));
        });
        if (!state.openTasks().isEmpty()) {
            screen.line(Tone.HEADING, "For people to do:");
            state.openTasks()
                    .values()
                    .forEach(task -> screen.paragraph(
                            task.urgent() ? Tone.CAUTION : Tone.PLAIN,
                            (task.urgent() ? "- First: " : "- ") + task.text() + " (" + task.who() + ") [" + task.id()
                                    + "]"));
        }
        if (!state.chronicle().collections().isEmpty()) {
            screen.line(Tone.HEADING, "Logs that were collected:");
            state.chronicle()
                    .collections()
                    .forEach(collection -> screen.paragraph(tone(collection), "- " + words(collection)));
        }
        state.chronicle()
                .linkedBecause()
                .forEach((because, others) -> screen.paragraph(
                        Tone.PLAIN,
                        "Linked:   " + others.stream().map(IncidentId::value).collect(Collectors.joining(", ")) + ": "
                                + Printable.line(because)));
        screen.line("Evidence: " + Amount.of(view.evidence().exhibits(), "exhibit", "exhibits") + " in "
                + view.evidence().path());
        if (!state.chronicle().reports().isEmpty()) {
            state.chronicle().reports().getLast().paths().values().stream()
                    .sorted()
                    .forEach(path -> screen.line("Report:   " + path));
        }
    }

    private static Tone tone(LogCollection collection) {
        return collection
                        .ended()
                        .filter(ended -> collection.isEnded() && ended.outcome().isRead())
                        .isPresent()
                ? Tone.PLAIN
                : Tone.CAUTION;
    }

    private static String words(LogCollection collection) {
        return collection.source() + " of " + Printable.name(collection.of()) + " from "
                + collection.from().truncatedTo(ChronoUnit.SECONDS) + ": "
                + collection
                        .ended()
                        .filter(_ -> collection.isEnded())
                        .map(CaseSummary::words)
                        .orElse("was cut off, or is read right now; collecting again goes on");
    }

    private static String words(CaseEntry.CollectionEnded ended) {
        return Word.of(ended.outcome()).replace('-', ' ') + ", " + Amount.of(ended.rows(), "row", "rows") + ", "
                + ended.different()
                + " different"
                + (ended.unreadable() == 0 ? "" : ", " + ended.unreadable() + " unreadable")
                + ended.through()
                        .map(through -> ", complete through " + through.truncatedTo(ChronoUnit.SECONDS))
                        .orElse("")
                + (ended.reason().isBlank() ? "" : ". " + Printable.line(ended.reason()));
    }

    /** An outcome in a person's words: {@code already in place}. */
    public static String words(StepOutcome outcome) {
        return outcome.word().replace('-', ' ');
    }

    static String words(StepProgress step) {
        return step.outcome().map(CaseSummary::words).orElse("is in flight or was cut off");
    }

    /**
     * How a command about this incident ends: done only when it is verified and nothing is left against it; not possible when
     * none of the acts that contain it could be done because we lack a permission, a role or a licence.
     */
    public static ExitCode exitCode(CaseView view) {
        return switch (view.state().state()) {
            case VERIFIED, WATCHING, CLOSED, FALSE_POSITIVE -> ExitCode.DONE;
            case CONTAINED, REOPENED -> ExitCode.ATTENTION;
            case OPEN, CONTAINING, NEEDS_OPERATOR ->
                new Ending(view.state()).isNotPermitted() ? ExitCode.NOT_POSSIBLE : ExitCode.ATTENTION;
        };
    }

    /** How an outcome is meant. */
    public static Tone tone(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Succeeded _, StepOutcome.AlreadyInPlace _ -> Tone.GOOD;
            case StepOutcome.NotApplicable _, StepOutcome.Waiting _ -> Tone.QUIET;
            case StepOutcome.Skipped _, StepOutcome.Partial _ -> Tone.CAUTION;
            case StepOutcome.Failed _, StepOutcome.Indeterminate _ -> Tone.BAD;
        };
    }

    private static void step(StepProgress step, Screen screen) {
        String why = step.outcome().map(StepOutcome::explanation).orElse("");
        screen.paragraph(
                step.outcome().map(CaseSummary::tone).orElse(Tone.CAUTION),
                "  " + step.id() + ": " + words(step) + (step.repeated() ? " (repeated)" : "")
                        + (why.isBlank() ? "" : "  " + why));
    }

    private static boolean isWorthALine(Item item) {
        return item.verdict() != Verdict.BENIGN || item.decision() == ItemDecision.REMOVE;
    }
}
