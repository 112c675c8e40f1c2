package dev.cordon.cli.incident;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Word;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.procedure.journal.StepProgress;

/** One incident for a person: never longer than what he must know now. */
public final class CaseSummary {
    private CaseSummary() {}

    /** Steps, then {@link #end}. */
    public static void show(CaseView view, Screen screen) {
        var incident = view.state().incident();
        screen.line(
                Tone.HEADING,
                incident.id() + "  " + Word.of(incident.type()) + "  "
                        + Printable.name(incident.account().displayName()) + "  "
                        + Printable.name(incident.account().userPrincipalName()));
        view.state().steps().values().forEach(step -> step(step, screen));
        end(view, screen);
    }

    /** What came of it: the state, what was removed and what stays to be looked at, the tasks, where everything lies. */
    public static void end(CaseView view, Screen screen) {
        RunState state = view.state();
        screen.blank();
        screen.line(tone(state.state()), state.incident().id() + " is " + Word.of(state.state()));
        state.items().values().stream().filter(CaseSummary::isWorthALine).forEach(item -> item(item, screen));
        state.residual().ifPresent(residual -> {
            screen.paragraph(
                    Tone.CAUTION,
                    "Until " + residual.until() + " what was issued before the last revoke may still work; the re-check"
                            + " after that moment finds what it made:");
            residual.channels().forEach(channel -> screen.paragraph(Tone.QUIET, "- " + channel));
        });
        if (!state.openTasks().isEmpty()) {
            screen.line(Tone.HEADING, "For people to do:");
            state.openTasks()
                    .values()
                    .forEach(task -> screen.paragraph(Tone.PLAIN, "- " + task.text() + " (" + task.who() + ")"));
        }
        screen.line("Evidence: " + view.evidence().exhibits() + " exhibits in "
                + view.evidence().path());
        if (!state.chronicle().reports().isEmpty()) {
            state.chronicle().reports().getLast().paths().values().stream()
                    .sorted()
                    .forEach(path -> screen.line("Report:   " + path));
        }
    }

    /** How a command about this incident ends: done only when it is verified and nothing is left against it. */
    public static ExitCode exitCode(CaseView view) {
        return switch (view.state().state()) {
            case VERIFIED, WATCHING, CLOSED, FALSE_POSITIVE -> ExitCode.DONE;
            case OPEN, CONTAINING, CONTAINED, REOPENED, NEEDS_OPERATOR -> ExitCode.ATTENTION;
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
        String word = step.outcome().map(StepOutcome::word).orElse("in flight");
        String why = step.outcome().map(StepOutcome::explanation).orElse("");
        screen.line(
                step.outcome().map(CaseSummary::tone).orElse(Tone.CAUTION),
                "  " + step.id() + ": " + word + (step.repeated() ? " (repeated)" : "")
                        + (why.isBlank() ? "" : "  " + why));
    }

    private static void item(Item item, Screen screen) {
        String outcome = item.outcome().map(Word::of).orElse(Word.of(item.decision()));
        Tone tone =
                item.verdict() == Verdict.MALICIOUS && item.decision() != ItemDecision.REMOVE ? Tone.BAD : Tone.PLAIN;
        screen.line(
                tone,
                "  " + outcome + ": " + item.key().kind() + " " + Printable.name(item.name()) + " ("
                        + Word.of(item.verdict())
                        + (item.reasons().isEmpty() ? "" : ": " + item.reasons().getFirst()) + ")");
    }

    private static boolean isWorthALine(Item item) {
        return item.verdict() != Verdict.BENIGN || item.decision() == ItemDecision.REMOVE;
    }

    private static Tone tone(IncidentState state) {
        return switch (state) {
            case VERIFIED, WATCHING, CLOSED, FALSE_POSITIVE -> Tone.GOOD;
            case OPEN, CONTAINING, CONTAINED -> Tone.CAUTION;
            case REOPENED, NEEDS_OPERATOR -> Tone.BAD;
        };
    }
}
