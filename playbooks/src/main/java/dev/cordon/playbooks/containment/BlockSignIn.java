package dev.cordon.playbooks.containment;

import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.ReadBack;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.CallFailure;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;

/** Blocks sign-in where the password could not be taken from the attacker, or where nobody should sign in at all. */
public final class BlockSignIn implements StepPerformer {
    private static final StepId RESET = new StepId("reset-password");

    private final CaseFile file;
    private final BreakGlassBlock breakGlass;

    public BlockSignIn(CaseFile file, SecondYes secondYes) {
        this.file = file;
        this.breakGlass = new BreakGlassBlock(file, secondYes);
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        if (Containment.isProven(context.state(), RESET) && !file.card().isNobodysOwn()) {
            breakGlass.settled(context, "the password was reset");
            return new StepOutcome.NotApplicable("The password was reset, so the account need not be blocked.");
        }
        if (context.state().restoration().isTheUsersNow()) {
            return new StepOutcome.NotApplicable(
                    "The account was given back to its user; whether to block it again is a decision of its own.");
        }
        Reading<UserAccount> before = file.containment().directory().fetchUser(file.objectId());
        if (!before.value().accountEnabled()) {
            breakGlass.settled(context, "sign-in is blocked");
            return Containment.isProven(context.state(), context.step().id())
                    ? new StepOutcome.Succeeded(List.of(proof(context, before)), "Nobody can sign in, as before.")
                    : new StepOutcome.AlreadyInPlace(
                            List.of(proof(context, before)),
                            Optional.empty(),
                            "Sign-in was blocked already, by whomever.");
        }
        Optional<StepOutcome> refusal = breakGlass.refusal(context);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        EffectResult<Receipt> result = context.carryOut(
                Effect.of("block-sign-in", "Block sign-in (accountEnabled=false)", file.objectId()),
                () -> TenantFailures.answered(
                        file.containment().directory().setAccountEnabled(file.objectId(), false)));
        return switch (result) {
            case EffectResult.Done<Receipt> done -> readBack(context);
            case EffectResult.Refused<Receipt>(CallFailure failure) -> failure.asOutcome();
            case EffectResult.Unknown<Receipt> unknown -> readBack(context);
        };
    }

    private StepOutcome readBack(StepContext context) throws InterruptedException {
        Reading<UserAccount> after = ReadBack.until(
                () -> file.containment().directory().fetchUser(file.objectId()), user -> !user.accountEnabled());
        Proof proof = proof(context, after);
        if (!proof.holds()) {
            return new StepOutcome.Indeterminate(
                    "The directory still shows the account as enabled.",
                    "Run 'cordon incident resume " + context.incident().id() + "'.");
        }
        breakGlass.settled(context, "sign-in is blocked");
        if (file.card().is(Circumstance.SYNCHRONISED)) {
            context.openUrgentTask(
                    "disable-on-premises",
                    "Disable the account in the on-premises directory too (Disable-ADAccount), or the next synchronisation enables it again.",
                    "an on-premises administrator");
        }
        return new StepOutcome.Succeeded(List.of(proof), "Nobody can sign in; unblocking is a decision of its own.");
    }

    private static Proof proof(StepContext context, Reading<UserAccount> reading) {
        boolean enabled = reading.value().accountEnabled();
        return Proofs.read(
                context,
                "account",
                reading,
                "Sign-in is blocked (accountEnabled)",
                "false",
                String.valueOf(enabled),
                !enabled);
    }
}
