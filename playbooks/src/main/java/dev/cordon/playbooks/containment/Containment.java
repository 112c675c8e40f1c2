package dev.cordon.playbooks.containment;

import dev.cordon.incident.IncidentState;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.RunState;

/** Whether the account may be called contained: revoke proven, and reset or block proven. */
final class Containment {
    private static final StepId RESET = new StepId("reset-password");
    private static final StepId BLOCK = new StepId("block-sign-in");

    private Containment() {}

    /** Called when the revoke after the reset was proven. */
    static void declare(StepContext context, CaseFile file) throws InterruptedException {
        RunState state = context.state();
        if (!isProven(state, RESET) && !isProven(state, BLOCK)) {
            return;
        }
        if (!state.timings().containsKey("contained")) {
            context.record(new CaseEntry.TimingMeasured("contained", file.elapsedMs()));
        }
        tell(context, file);
        if (state.state() == IncidentState.CONTAINING || state.state() == IncidentState.REOPENED) {
            context.record(new CaseEntry.StateChanged(
                    state.state(),
                    IncidentState.CONTAINED,
                    isProven(state, RESET)
                            ? "Revoke and reset are proven by reading back."
                            : "Revoke and block are proven by reading back."));
        }
    }

    /** What people must do now; the drafts beside the report have the words. */
    private static void tell(StepContext context, CaseFile file) throws InterruptedException {
        if (file.card().is(Circumstance.BREAK_GLASS)) {
            context.openTask("tell-user", WhoToTell.custodians(), "the operator");
            context.openTask("tell-manager", WhoToTell.management(), "the operator");
            return;
        }
        boolean shared = file.card().is(Circumstance.SHARED_MAILBOX);
        context.openTask("tell-user", WhoToTell.user(shared), "the operator");
        context.openTask("tell-manager", WhoToTell.manager(file.account().value(), shared), "the operator");
    }

    static boolean isProven(RunState state, StepId step) {
        return state.step(step)
                .flatMap(progress -> progress.outcome())
                .filter(Containment::isInPlace)
                .isPresent();
    }

    private static boolean isInPlace(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Succeeded succeeded -> true;
            case StepOutcome.AlreadyInPlace inPlace -> true;
            case StepOutcome.Failed failed -> false;
            case StepOutcome.Skipped skipped -> false;
            case StepOutcome.NotApplicable notApplicable -> false;
            case StepOutcome.Waiting waiting -> false;
            case StepOutcome.Indeterminate indeterminate -> false;
            case StepOutcome.Partial partial -> false;
        };
    }
}
