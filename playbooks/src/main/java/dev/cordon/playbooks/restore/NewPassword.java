package dev.cordon.playbooks.restore;

import dev.cordon.playbooks.containment.OwnBlock;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.CaseEntry.ResidualAccess;
import dev.cordon.procedure.journal.EffectProgress;
import dev.cordon.procedure.journal.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the password that an account has now is one that the attacker does not know: ours, or one set by somebody else's hand, or after he
 * could not act any more. A change that he may have made himself is none. Stateless.
 */
final class NewPassword {
    private static final StepId RESET = new StepId("reset-password");

    /** The log and the account give times of their own to one change. */
    private static final Duration SAME = Duration.ofMinutes(2);

    private NewPassword() {}

    /**
     * Why it may be the attacker's, in a sentence; empty when it is new.
     *
     * @param changedAt when it was last changed, as the account was just read
     */
    static Optional<String> doubt(RunState state, Optional<Instant> changedAt) {
        Optional<Instant> ours = ours(state);
        if (ours.isPresent() && changedAt.filter(ours.get()::isBefore).isEmpty()) {
            return Optional.empty();
        }
        Instant opened = state.incident().openedAt().truncatedTo(ChronoUnit.SECONDS);
        if (changedAt.filter(at -> !at.isBefore(opened)).isEmpty()) {
            return Optional.of("Nothing shows that the password was changed since the incident was opened.");
        }
        return isOthers(state, changedAt.get()) || isAfterTheAttacker(state, changedAt.get())
                ? Optional.empty()
                : Optional.of("The password was changed at " + changedAt.get()
                        + ", not by Cordon, and nothing shows that it was not the attacker.");
    }

    /** When our reset was proven to have taken effect. */
    private static Optional<Instant> ours(RunState state) {
        return state
                .step(RESET)
                .filter(step -> step.outcome()
                        .filter(StepOutcome.Succeeded.class::isInstance)
                        .isPresent())
                .stream()
                .flatMap(step -> step.proofs().stream())
                .filter(proof -> proof.holds() && proof.what().contains("lastPasswordChangeDateTime"))
                .map(Proof::actual)
                .map(Instant::parse)
                .max(Instant::compareTo);
    }

    /** Whether the log names neither the user nor the attacker for it. */
    private static boolean isOthers(RunState state, Instant at) {
        return state.chronicle().actsOfOthers().stream()
                .filter(act -> act.what().toLowerCase(Locale.ROOT).contains("password"))
                .anyMatch(act -> Duration.between(act.when(), at).abs().compareTo(SAME) <= 0);
    }

    /** Whether nobody could sign in any more then, and no old token lived. */
    private static boolean isAfterTheAttacker(RunState state, Instant at) {
        return OwnBlock.block(state)
                        .map(EffectProgress::intendedAt)
                        .filter(at::isAfter)
                        .isPresent()
                && state.residual()
                        .map(ResidualAccess::until)
                        .filter(at::isAfter)
                        .isPresent();
    }
}
