package dev.cordon.playbooks.account;

import dev.cordon.incident.IncidentState;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.containment.OwnBlock;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Unsettled;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private final Optional<String> despite;

    /**
     * The check of one restore.
     *
     * @param despite why a person gives the account back although not everything is as it should be; empty where nobody said so
     */
    public RestoreCheck(CaseFile file, Optional<String> despite) {
        this.file = file;
        this.despite = despite;
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
        if (!signOff.cameBack().isEmpty()) {
            return cameBack(context, signOff);
        }
        List<String> open = Stream.concat(signOff.open().stream(), givenBackToAttacker(context))
                .toList();
        if (!open.isEmpty()) {
            return notAsItShouldBe(context, signOff, open);
        }
        String found = Stream.concat(
                        Stream.of("Nothing of the attacker was found where the sign-off looked."),
                        signOff.notLookedAt().stream().sorted())
                .collect(Collectors.joining(" "));
        return new StepOutcome.Succeeded(signOff.proofs(), found);
    }

    /** A person's decision stands, and has to be answered for where the user is to work beside it. */
    private static Stream<String> givenBackToAttacker(StepContext context) {
        return context.state().items().values().stream()
                .filter(Unsettled::isGivenBackToAttacker)
                .map(item -> item.name() + " (" + item.key().kind()
                        + ") was judged malicious and is there again, because a person gave it back.");
    }

    /** What could not be looked at is not known to be clean: only a person can say that it is given back all the same. */
    private StepOutcome notAsItShouldBe(StepContext context, SignOff signOff, List<String> open) {
        String what = String.join(" ", open);
        if (despite.isEmpty()) {
            return new StepOutcome.Indeterminate(
                    what,
                    "Decide, or do it by hand; 'cordon incident resume "
                            + context.incident().id()
                            + "' looks again. --despite TEXT gives the account back all the same.");
        }
        context.record(new CaseEntry.Deviation(
                "The account is given back although not everything is as it should be: " + what,
                context.actor().name(),
                despite.get()));
        return new StepOutcome.Partial(
                List.of(),
                open,
                signOff.proofs(),
                what,
                "'cordon incident resume " + context.incident().id() + "' looks again.");
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
