package dev.cordon.playbooks.containment;

import dev.cordon.incident.IncidentId;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.ReadBack;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.CallFailure;
import dev.cordon.procedure.engine.Earlier;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Sets a password that nobody knows and reads the time of the last change back. A reset whose answer was lost is never repeated silently:
 * the policy decides, and the journal says that it was repeated. Safe for many threads.
 */
public final class ResetPassword implements StepPerformer {
    private static final String KEY = "reset-password";
    private static final int MOST_REPEATS = 2;

    private final CaseFile file;
    private final PasswordSource passwords;
    private final PasswordKeeper keeper;
    private final RepeatPolicy repeats;

    public ResetPassword(CaseFile file, PasswordSource passwords, PasswordKeeper keeper, RepeatPolicy repeats) {
        this.file = file;
        this.passwords = passwords;
        this.keeper = keeper;
        this.repeats = repeats;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        Optional<String> impossible = file.card().noResetBecause();
        if (impossible.isPresent()) {
            context.openUrgentTask(
                    "reset-elsewhere", impossible.get(), "the administrator of the account's home directory");
            return new StepOutcome.NotApplicable(impossible.get());
        }
        return switch (context.earlier(KEY)) {
            case Earlier.Never never -> reset(context, 0);
            case Earlier.Uncertain uncertain ->
                repeat(context, 0, "An earlier run sent the reset and never saw the answer.");
            case Earlier.Certain(var effect)
            when effect.result().filter(EffectOutcome.DONE::equals).isPresent() ->
                proofOf(context, effect.intendedAt());
            case Earlier.Certain certain -> reset(context, 0);
        };
    }

    private StepOutcome repeat(StepContext context, int repeated, String why) throws InterruptedException {
        if (repeated >= MOST_REPEATS) {
            return new StepOutcome.Indeterminate(
                    why, "Look at the account's last password change, then run 'cordon incident resume'.");
        }
        if (!repeats.repeats(
                "Reset the password again? " + why + " Repeating it replaces whatever password was set.")) {
            return new StepOutcome.Indeterminate(
                    why, "The operator did not want it repeated; block the account or resume later.");
        }
        return reset(context, repeated + 1);
    }

    private StepOutcome reset(StepContext context, int repeated) throws InterruptedException {
        Secret password = passwords.next();
        Instant requestedAt = context.now();
        EffectResult<Receipt> result = context.carryOut(
                Effect.of(KEY, "Set a new random password; a change is demanded at the next sign-in", file.objectId()),
                () -> TenantFailures.answered(file.containment().passwords().reset(file.objectId(), password)));
        return switch (result) {
            case EffectResult.Done<Receipt> done -> {
                keeper.keep(context.incident().id(), password);
                context.answered();
                yield proofOf(context, requestedAt);
            }
            case EffectResult.Refused<Receipt>(CallFailure failure) -> {
                context.openUrgentTask(
                        "reset-password",
                        "Reset the password by another way. " + failure.reason() + " " + failure.remedy(),
                        "an administrator who may");
                yield failure.asOutcome();
            }
            case EffectResult.Unknown<Receipt>(CallFailure failure) -> repeat(context, repeated, failure.reason());
        };
    }

    private StepOutcome proofOf(StepContext context, Instant requestedAt) throws InterruptedException {
        Instant earlier = file.account().value().lastPasswordChangeAt().orElse(Instant.EPOCH);
        Reading<Optional<Instant>> reading = ReadBack.until(
                () -> file.containment().passwords().fetchLastChange(file.objectId()),
                value -> changed(value, requestedAt));
        boolean holds = changed(reading.value(), requestedAt);
        String actual = reading.value().map(Instant::toString).orElse("never");
        Proof proof = Proofs.read(
                context,
                "password-change",
                reading,
                "The password was last changed (lastPasswordChangeDateTime)",
                "not before " + requestedAt.truncatedTo(ChronoUnit.SECONDS) + " (it was " + earlier + ")",
                actual,
                holds);
        if (holds) {
            context.record(new CaseEntry.TaskClosed("reset-password", "the reset is proven"));
            context.openTask("give-access-back", accessBack(context.incident().id()), "the operator");
        }
        return holds
                ? new StepOutcome.Succeeded(List.of(proof), "The old password is worthless since " + actual + ".")
                : new StepOutcome.Indeterminate(
                        "The directory still shows the last password change at " + actual + ".",
                        "Run 'cordon incident resume " + context.incident().id()
                                + "': it reads again before it repeats.");
    }

    private String accessBack(IncidentId incident) throws InterruptedException {
        return file.card().is(Circumstance.BREAK_GLASS)
                ? WhoToTell.sealedPlace(incident)
                : WhoToTell.accessBack(file.card().is(Circumstance.SHARED_MAILBOX), incident);
    }

    private static boolean changed(Optional<Instant> lastChange, Instant requestedAt) {
        return lastChange
                .filter(at -> !at.isBefore(requestedAt.truncatedTo(ChronoUnit.SECONDS)))
                .isPresent();
    }
}
