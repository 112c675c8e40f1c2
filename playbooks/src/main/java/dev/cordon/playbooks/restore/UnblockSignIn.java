package dev.cordon.playbooks.restore;

import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.ReadBack;
import dev.cordon.playbooks.containment.OwnBlock;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.persistence.OwnPass;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.CallFailure;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;

/**
 * Lets the user sign in again where the block is ours. Whoever else blocked the account had a reason of his own; and an account with neither a
 * second factor nor a pass belongs to whoever knows the password and enrols first. Safe for many threads.
 */
public final class UnblockSignIn implements StepPerformer {
    private static final String TASK = "unblock";

    private final CaseFile file;
    private final boolean asked;

    /**
     * The step.
     *
     * @param asked whether a person says that it may be unblocked although somebody else blocked it
     */
    public UnblockSignIn(CaseFile file, boolean asked) {
        this.file = file;
        this.asked = asked;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        Reading<UserAccount> before = file.containment().directory().fetchUser(file.objectId());
        if (before.value().accountEnabled()) {
            closeTask(context);
            return new StepOutcome.AlreadyInPlace(
                    List.of(proof(context, before)), Optional.empty(), "Sign-in is not blocked.");
        }
        Optional<String> stays = staysBlockedBecause(context, before.value());
        if (stays.isPresent()) {
            context.openTask(TASK, "The account stays blocked. " + stays.get(), "the operator");
            return new StepOutcome.Skipped(stays.get(), Actor.CORDON);
        }
        EffectResult<Receipt> result = context.carryOut(
                Effect.of("unblock-sign-in", "Unblock sign-in (accountEnabled=true)", file.objectId()),
                () -> TenantFailures.answered(file.containment().directory().setAccountEnabled(file.objectId(), true)));
        return switch (result) {
            case EffectResult.Done<Receipt> _, EffectResult.Unknown<Receipt> _ -> readBack(context);
            case EffectResult.Refused<Receipt>(CallFailure failure) -> failure.asOutcome();
        };
    }

    private Optional<String> staysBlockedBecause(StepContext context, UserAccount user) throws InterruptedException {
        String command = "cordon incident restore " + context.incident().id();
        Optional<String> foreign = OwnBlock.foreignBecause(context.state());
        if (foreign.isPresent() && !asked) {
            return Optional.of(foreign.get()
                    + " Automatic attack disruption, a colleague or the personnel department may have had a reason. Ask"
                    + " them; if it may be unblocked: " + command + " --unblock");
        }
        Optional<String> doubt = NewPassword.doubt(context.state(), user.lastPasswordChangeAt());
        if (doubt.isPresent() && !asked) {
            return Optional.of(doubt.get()
                    + (isElsewhere() ? " It lives elsewhere, where only its administrators can tell." : "")
                    + " When it is a new one that only the user knows: " + command + " --unblock");
        }
        if (!file.card().is(Circumstance.GUEST) && !hasPass(context.state()) && !hasOwnFactor(context.state())) {
            return Optional.of(
                    "The user has neither a second factor of his own left nor a one-time pass: whoever knows the"
                            + " password could enrol first. Make a pass possible and run " + command
                            + " again, or unblock it in the Entra admin center while the user sits beside you and"
                            + " enrols.");
        }
        return Optional.empty();
    }

    private boolean isElsewhere() throws InterruptedException {
        return file.card().is(Circumstance.GUEST) || file.card().is(Circumstance.FEDERATED);
    }

    private static boolean hasPass(RunState state) {
        return state.step(RestoreAccount.PASS)
                .flatMap(step -> step.outcome())
                .filter(StepOutcome.Succeeded.class::isInstance)
                .isPresent();
    }

    /** A second factor that was there after the review and was approved: e-mail only serves to reset a password. */
    private boolean hasOwnFactor(RunState state) {
        return file.containment().authenticationMethods().fetchMethods(file.objectId()).value().stream()
                .filter(method -> !method.isPassword() && !OwnPass.isPass(method))
                .filter(method -> !method.type().equals("email"))
                .anyMatch(method -> isApproved(method, state));
    }

    private static boolean isApproved(AuthenticationMethod method, RunState state) {
        return state.item(OwnPass.key(method))
                .flatMap(item -> item.outcome())
                .filter(ItemOutcome.KEPT::equals)
                .isPresent();
    }

    private StepOutcome readBack(StepContext context) throws InterruptedException {
        Reading<UserAccount> after = ReadBack.until(
                () -> file.containment().directory().fetchUser(file.objectId()), UserAccount::accountEnabled);
        Proof proof = proof(context, after);
        if (!proof.holds()) {
            return new StepOutcome.Indeterminate(
                    "The directory still shows the account as blocked.",
                    "Run 'cordon incident restore " + context.incident().id() + "' again.");
        }
        closeTask(context);
        context.record(new CaseEntry.TaskClosed("disable-on-premises", "the account was given back"));
        if (file.card().is(Circumstance.SYNCHRONISED)) {
            context.openTask(
                    "enable-on-premises",
                    "Enable the account in the on-premises directory too (Enable-ADAccount), or the next"
                            + " synchronisation blocks it again.",
                    "an on-premises administrator");
        }
        return new StepOutcome.Succeeded(
                List.of(proof), "The user can sign in again; some services notice only after half an hour.");
    }

    private static void closeTask(StepContext context) {
        if (context.state().openTasks().containsKey(TASK)) {
            context.record(new CaseEntry.TaskClosed(TASK, "it is not blocked any more"));
        }
    }

    private static Proof proof(StepContext context, Reading<UserAccount> reading) {
        boolean enabled = reading.value().accountEnabled();
        return Proofs.read(context, "account", reading, OwnBlock.ENABLED, "true", String.valueOf(enabled), enabled);
    }
}
