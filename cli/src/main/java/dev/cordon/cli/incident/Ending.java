package dev.cordon.cli.incident;

import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.IncidentType;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Unsettled;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.OpenTask;
import dev.cordon.procedure.journal.Recheck;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.procedure.journal.StepProgress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last lines about an incident: how it stands in plain words, why, and what to do now. */
final class Ending {
    private static final StepId PRE_FLIGHT = new StepId("pre-flight");
    private static final List<StepId> CONTAINING_ACTS =
            List.of(new StepId("revoke-sessions"), new StepId("reset-password"), new StepId("block-sign-in"));

    private static final String COLLECT_LOGS = "collect-logs";

    private final RunState state;

    Ending(RunState state) {
        this.state = state;
    }

    void show(Screen screen) {
        showHeadline(screen);
        advice().forEach(line -> screen.paragraph(Tone.PLAIN, "- " + line));
    }

    void showHeadline(Screen screen) {
        screen.blank();
        screen.paragraph(tone(state.state()), headline());
    }

    /** How it stands. */
    String headline() {
        if (isEvidenceOnly()) {
            return "IMPORTED EVIDENCE: no response was run.";
        }
        return switch (state.state()) {
            case VERIFIED, WATCHING ->
                "CONTAINED AND VERIFIED"
                        + (any(Unsettled::isUndone) ? ", BUT NOT ALL THAT WAS DECIDED IS DONE" : "")
                        + state.restoration().givenBackAt().map(Ending::given).orElse("") + ".";
            case CONTAINED -> "CONTAINED, NOT VERIFIED: " + because();
            case REOPENED -> "REOPENED, NOT VERIFIED: " + because();
            case OPEN, CONTAINING, NEEDS_OPERATOR ->
                hasChanged()
                        ? "NOT CONTAINED: " + because()
                        : "NOT CONTAINED. Nothing was changed. Because: " + because();
            case CLOSED -> "CLOSED.";
            case FALSE_POSITIVE -> "CLOSED: it was no incident.";
        };
    }

    private boolean isEvidenceOnly() {
        return state.incident().type() == IncidentType.IMPORTED_EVIDENCE
                && !state.state().isEnded();
    }

    private static String given(Instant at) {
        return ", AND GIVEN BACK TO THE USER at " + at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What to do now, a sentence each. */
    List<String> advice() {
        var lines = new ArrayList<String>();
        if (state.state().isEnded()) {
            return lines;
        }
        String id = state.incident().id().value();
        if (isEvidenceOnly()) {
            return List.of(
                    "See its rows: cordon incident timeline " + id + " --all",
                    "Write its report: cordon report " + id,
                    "To respond: cordon tenant add, then cordon respond");
        }
        state.openTasks().values().stream()
                .filter(OpenTask::urgent)
                .map(task ->
                        "Before anything else, for " + Printable.line(task.who()) + ": " + Printable.line(task.text()))
                .forEach(lines::add);
        String active = state.items().values().stream()
                .filter(Unsettled::isGivenBackToAttacker)
                .map(item -> item.key().kind() + " " + Printable.name(item.name()))
                .collect(Collectors.joining(", "));
        if (!active.isEmpty()) {
            lines.add("Judged malicious, and there again because a person gave it back: " + active + ".");
        }
        if (any(Unsettled::isForAHand)) {
            lines.add("Remove by hand what is listed above as such; Cordon sees then that it is gone.");
        }
        if (any(Unsettled::isUndecided)) {
            lines.add("Decide about what was kept until you decide: cordon incident decide " + id
                    + " ITEM keep|remove --because TEXT");
        }
        if (!isVerified()) {
            unfinished().flatMap(Ending::remedy).ifPresent(lines::add);
        }
        if (!isVerified() || any(Unsettled::isUndone)) {
            lines.add("Then go on: cordon incident resume " + id
                    + " (without a terminal: --decide recommended, or a decision file)");
        }
        if (!state.openTasks().isEmpty()) {
            lines.add("Do what is listed above for people to do; done: cordon incident note " + id
                    + " 'what you saw' --task TASK --evidence FILE");
        }
        boolean isOfAccount = state.incident().type() == IncidentType.COMPROMISED_ACCOUNT;
        if (isOfAccount && isContained() && !areLogsCollected()) {
            lines.add("Now collect the logs, which are deleted after a while: cordon incident collect " + id);
        }
        if (isLookedAtAgain()) {
            state.rechecksDue().stream().findFirst().map(Ending::watch).ifPresent(lines::add);
        }
        return lines;
    }

    private boolean isContained() {
        return switch (state.state()) {
            case CONTAINED, VERIFIED, WATCHING -> true;
            case OPEN, CONTAINING, REOPENED, NEEDS_OPERATOR, CLOSED, FALSE_POSITIVE -> false;
        };
    }

    /** The task stays open until each log was read; where there is none, a refusal alone has brought nothing. */
    private boolean areLogsCollected() {
        return !state.openTasks().containsKey(COLLECT_LOGS)
                && (state.chronicle().closedTasks().contains(COLLECT_LOGS)
                        || state.chronicle().collections().stream()
                                .flatMap(collection -> collection.ended().stream())
                                .anyMatch(ended -> ended.outcome().isRead()));
    }

    /** Only what was contained once is scheduled; a run that did not come so far is resumed instead. */
    private boolean isLookedAtAgain() {
        return switch (state.state()) {
            case CONTAINED, VERIFIED, WATCHING, REOPENED -> true;
            case OPEN, CONTAINING, NEEDS_OPERATOR, CLOSED, FALSE_POSITIVE -> false;
        };
    }

    /** Whether none of the acts that contain an account could be done, because we lack a permission, a role or a licence. */
    boolean isNotPermitted() {
        boolean isActedOn = CONTAINING_ACTS.stream().anyMatch(this::mayHaveWorked);
        return !isActedOn
                && Stream.concat(Stream.of(PRE_FLIGHT), CONTAINING_ACTS.stream())
                        .anyMatch(this::isRefusedToUs);
    }

    private boolean mayHaveWorked(StepId act) {
        return state.step(act)
                .map(step -> step.outcome()
                        .map(outcome -> switch (outcome) {
                            case StepOutcome.Succeeded _,
                                    StepOutcome.AlreadyInPlace _,
                                    StepOutcome.Indeterminate _,
                                    StepOutcome.Waiting _,
                                    StepOutcome.Partial _ -> true;
                            case StepOutcome.Failed _, StepOutcome.Skipped _, StepOutcome.NotApplicable _ -> false;
                        })
                        .orElse(true))
                .orElse(false);
    }

    private boolean isRefusedToUs(StepId act) {
        return state.step(act)
                .flatMap(StepProgress::outcome)
                .filter(outcome -> outcome instanceof StepOutcome.Failed failed && failed.isNotPermitted())
                .isPresent();
    }

    static Tone tone(IncidentState state) {
        return switch (state) {
            case VERIFIED, WATCHING, CLOSED, FALSE_POSITIVE -> Tone.GOOD;
            case OPEN, CONTAINING, CONTAINED -> Tone.CAUTION;
            case REOPENED, NEEDS_OPERATOR -> Tone.BAD;
        };
    }

    private boolean isVerified() {
        return state.state() == IncidentState.VERIFIED || state.state() == IncidentState.WATCHING;
    }

    // Unless a service refused each of them, something may have happened.
    private boolean hasChanged() {
        return state.effects().values().stream()
                .anyMatch(effect -> effect.result().orElse(EffectOutcome.UNKNOWN) != EffectOutcome.REFUSED);
    }

    private String because() {
        if (state.state() == IncidentState.CONTAINED && !left().isEmpty()) {
            return left() + ".";
        }
        String step = unfinished()
                .map(progress -> progress.id() + " " + CaseSummary.words(progress) + ". " + explanation(progress))
                .orElse("");
        return step.isBlank() ? "not every step has ended." : step.strip();
    }

    // What is to be done by hand waits for nobody's decision.
    private String left() {
        return Stream.of(
                        things(
                                Unsettled::isForAHand,
                                "thing must be removed by hand",
                                "things must be removed by hand"),
                        things(
                                Unsettled::isUndecided,
                                "thing was kept until you decide",
                                "things were kept until you decide"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", and "));
    }

    private String things(Predicate<Item> claim, String one, String many) {
        long count = state.items().values().stream().filter(claim).count();
        return count == 0 ? "" : count + " " + (count == 1 ? one : many);
    }

    private static String explanation(StepProgress progress) {
        return progress.outcome().map(StepOutcome::explanation).orElse("It was cut off.");
    }

    // The first one in the procedure's order that has come to no good end; the later ones mostly follow from it.
    private Optional<StepProgress> unfinished() {
        return state.steps().values().stream()
                .filter(progress ->
                        progress.outcome().map(StepOutcome::isUnfinished).orElse(true))
                .findFirst();
    }

    private static Optional<String> remedy(StepProgress progress) {
        return progress.outcome().map(StepOutcome::remedy).filter(text -> !text.isBlank());
    }

    private static String watch(Recheck next) {
        return "The next look is due at " + next.dueAt().truncatedTo(ChronoUnit.SECONDS)
                + ". It runs while this does: cordon watch (or see: cordon watch --install-hint)";
    }

    private boolean any(Predicate<Item> claim) {
        return state.items().values().stream().anyMatch(claim);
    }
}
