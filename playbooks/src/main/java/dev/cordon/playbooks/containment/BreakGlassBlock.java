package dev.cordon.playbooks.containment;

import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.preflight.AdministratorRole;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands between a break-glass account and its being blocked: another way in for the tenant, and a second yes. */
final class BreakGlassBlock {
    private static final String TASK = "block-break-glass";

    private final CaseFile file;
    private final SecondYes secondYes;

    BreakGlassBlock(CaseFile file, SecondYes secondYes) {
        this.file = file;
        this.secondYes = secondYes;
    }

    /** Why it is not blocked; empty when it may be, and always for an account that is none. */
    Optional<StepOutcome> refusal(StepContext context) throws InterruptedException {
        if (!file.card().is(Circumstance.BREAK_GLASS)) {
            return Optional.empty();
        }
        Attempt<Set<String>> holders = Attempt.of(() -> file.containment()
                .directory()
                .fetchEnabledRoleHolders(AdministratorRole.GLOBAL_ADMINISTRATOR.templateId()));
        return switch (holders) {
            case Attempt.Unread<Set<String>>(Failure failure) ->
                refused(
                        context,
                        "Whether another enabled Global Administrator is there could not be read: " + failure.meaning()
                                + " " + failure.remedy());
            case Attempt.Read<Set<String>>(Reading<Set<String>> reading) -> judged(context, reading);
        };
    }

    /** The account can do no more harm: what was open about blocking it is not any more. */
    void settled(StepContext context, String because) {
        if (context.state().openTasks().containsKey(TASK)) {
            context.record(new CaseEntry.TaskClosed(TASK, because));
        }
    }

    private Optional<StepOutcome> judged(StepContext context, Reading<Set<String>> reading)
            throws InterruptedException {
        List<String> others = reading.value().stream()
                .filter(id -> !id.equalsIgnoreCase(file.objectId()))
                .sorted()
                .toList();
        Proof proof = Proofs.read(
                context,
                "global-administrators",
                reading,
                "Another enabled Global Administrator is there",
                "at least one",
                others.isEmpty() ? "none" : String.join(", ", others),
                !others.isEmpty());
        if (!proof.holds()) {
            return refused(
                    context,
                    "No other enabled Global Administrator is there, so blocking it could lock everybody out.");
        }
        if (!secondYes.toBlocking(question(others.size()))) {
            return refused(context, "Nobody said the second yes that blocking a break-glass account needs.");
        }
        context.record(new CaseEntry.Deviation(
                "A break-glass account is blocked", context.actor().name(), "A person said so a second time."));
        return Optional.empty();
    }

    private static String question(int others) {
        return "This is a break-glass account, and its password is not proven to be new. Blocked, it opens nothing, not even when all"
                + " else fails; "
                + (others == 1
                        ? "one other enabled Global Administrator is"
                        : others + " other enabled Global" + " Administrators are")
                + " there. Make sure by telephone that one of them can sign in now.";
    }

    private static Optional<StepOutcome> refused(StepContext context, String why) {
        String resume = "cordon incident resume " + context.incident().id() + " --block-break-glass";
        context.openUrgentTask(
                TASK,
                "The break-glass account is not blocked, and its password is not proven to be new: whoever knows it can sign in. "
                        + why
                        + " Reset the password by hand, two people together, and seal it; or make sure that another Global"
                        + " Administrator can sign in, and block it with '" + resume + "'.",
                "those who keep the break-glass account");
        return Optional.of(
                new StepOutcome.Failed(why, "Make sure of another Global Administrator, then '" + resume + "'."));
    }
}
