package dev.cordon.cli.respond;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.RunState;
import java.util.List;
import java.util.Optional;

/**
 * What came of giving an account back.
 *
 * @param state the incident after it
 */
record Restored(RunState state) {
    private static final StepId RE_ENROL = new StepId("re-enrol");
    private static final List<StepId> STEPS = List.of(
            new StepId("restore-check"),
            new StepId("restore-revoke-sessions"),
            new StepId("one-time-pass"),
            new StepId("unblock-sign-in"),
            RE_ENROL);

    void show(Screen screen) {
        if (isGivenBack()) {
            screen.paragraph(Tone.GOOD, "GIVEN BACK. The words for the user stand above, under what people are to do.");
        } else {
            screen.paragraph(Tone.BAD, "NOT GIVEN BACK: " + because());
        }
        STEPS.stream()
                .flatMap(step -> outcome(step).stream())
                .map(StepOutcome::remedy)
                .filter(text -> !text.isBlank())
                .distinct()
                .forEach(text -> screen.paragraph(Tone.PLAIN, "- " + text));
    }

    /** Done when it was given back and every step came to a good end; not possible when we lacked a right for all of it. */
    ExitCode exitCode() {
        if (isGivenBack()) {
            return STEPS.stream().flatMap(step -> outcome(step).stream()).allMatch(Restored::isGood)
                    ? ExitCode.DONE
                    : ExitCode.ATTENTION;
        }
        boolean notPermitted = STEPS.stream()
                .flatMap(step -> outcome(step).stream())
                .anyMatch(outcome -> outcome instanceof StepOutcome.Failed failed && failed.isNotPermitted());
        return notPermitted ? ExitCode.NOT_POSSIBLE : ExitCode.ATTENTION;
    }

    private boolean isGivenBack() {
        return outcome(RE_ENROL)
                .filter(outcome -> outcome instanceof StepOutcome.Waiting || outcome instanceof StepOutcome.Succeeded)
                .isPresent();
    }

    // The first step that came to no good end; the later ones mostly follow from it.
    private String because() {
        return STEPS.stream()
                .flatMap(step -> outcome(step).stream())
                .filter(outcome -> !isGood(outcome))
                .map(StepOutcome::explanation)
                .findFirst()
                .orElse("not every step has ended.");
    }

    private static boolean isGood(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Succeeded _,
                    StepOutcome.AlreadyInPlace _,
                    StepOutcome.NotApplicable _,
                    StepOutcome.Waiting _ -> true;
            case StepOutcome.Failed _, StepOutcome.Skipped _, StepOutcome.Indeterminate _, StepOutcome.Partial _ ->
                false;
        };
    }

    private Optional<StepOutcome> outcome(StepId step) {
        return state.step(step).flatMap(progress -> progress.outcome());
    }
}
