package dev.cordon.playbooks.account;

import dev.cordon.incident.IncidentState;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.containment.OwnBlock;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.UserAccount;
import java.util.List;

/**
 * Looks at the account once more right before it is given back: what is there then was there before the user came, and what came back must
 * go first. An incident that was none has nothing to be compared with.
 */
public final class RestoreCheck implements StepPerformer {
    /** This step. */
    public static final StepId CHECK = new StepId("restore-check");

    /** The revoke after it. */
    public static final StepId REVOKE = new StepId("restore-revoke-sessions");

    private final CaseFile file;

    public RestoreCheck(CaseFile file) {
        this.file = file;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        Proof account = account(context);
        // Without the list of methods nobody can say whether the user has a second factor of his own.
        file.containment().authenticationMethods().fetchMethods(file.objectId());
        if (context.state().state() == IncidentState.FALSE_POSITIVE) {
            ActsOfOthers.putDown(context, file, List.of());
            return new StepOutcome.Succeeded(
                    List.of(account), "The incident was none: there is nothing to compare the account with.");
        }
        SignOff signOff = new SignOff(file, context, "before the account is given back");
        signOff.readState();
        signOff.readLogs();
        signOff.readActsOfOthers();
        if (!signOff.cameBack().isEmpty()) {
            return cameBack(context, signOff);
        }
        if (!signOff.open().isEmpty()) {
            return notAsItShouldBe(context, signOff);
        }
        return new StepOutcome.Succeeded(signOff.proofs(), "Nothing of the attacker is there.");
    }

    /** Only where a person said that it is given back all the same does it go on: what could not be looked at is not known to be clean. */
    private static StepOutcome notAsItShouldBe(StepContext context, SignOff signOff) {
        String what = String.join(" ", signOff.open());
        String remedy = "Decide, or do it by hand; 'cordon incident resume "
                + context.incident().id() + "' looks again.";
        return context.state().chronicle().deviations().isEmpty()
                ? new StepOutcome.Indeterminate(what, remedy)
                : new StepOutcome.Partial(List.of(), signOff.open(), signOff.proofs(), what, remedy);
    }

    private Proof account(StepContext context) {
        Reading<UserAccount> read = file.account();
        return Proofs.read(
                context,
                "account",
                read,
                OwnBlock.BEFORE,
                "true or false",
                String.valueOf(read.value().accountEnabled()),
                true);
    }

    private static StepOutcome cameBack(StepContext context, SignOff signOff) {
        String what = String.join(" ", signOff.cameBack());
        IncidentState before = context.state().state();
        switch (before) {
            case VERIFIED, WATCHING, CLOSED ->
                context.record(new CaseEntry.StateChanged(before, IncidentState.REOPENED, what));
            case OPEN, CONTAINING, CONTAINED, FALSE_POSITIVE, REOPENED, NEEDS_OPERATOR -> {}
        }
        return new StepOutcome.Failed(
                what,
                "It is removed first. Look at the incident, then run 'cordon incident restore "
                        + context.incident().id() + "' again.");
    }
}
