package dev.cordon.playbooks.containment;

import dev.cordon.procedure.Proof;
import dev.cordon.procedure.journal.CaseEntry.ActedByOther;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.EffectProgress;
import dev.cordon.procedure.journal.RunState;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether the block that an account shows is the one this response set: it is not once the block was lifted, nor where somebody else blocked
 * the account too. Known from the journal alone, so as far as the logs had been read. Stateless.
 */
public final class OwnBlock {
    /** The effect that blocks. */
    public static final String EFFECT = "block-sign-in";

    /** What a proof is about that saw the account enabled. */
    public static final String ENABLED = "Sign-in is possible (accountEnabled)";

    /** What a proof is about that looked at the account before it was given back. */
    public static final String BEFORE = "The account before it is given back (accountEnabled)";

    private static final String UNDONE = "Given back: account ";
    private static final String DISABLE = "Disable account";
    private static final String ENABLE = "Enable account";

    private OwnBlock() {}

    /** Why a block that is there now is somebody else's, in a sentence; empty when it is ours. */
    public static Optional<String> foreignBecause(RunState state) {
        Optional<EffectProgress> block = block(state)
                .filter(effect ->
                        effect.result().filter(EffectOutcome.DONE::equals).isPresent());
        return block.isEmpty()
                ? Optional.of("It was not Cordon that blocked it.")
                : lifted(state, block.get().intendedAt()).or(() -> alsoBlockedBy(state));
    }

    /** Who else blocked the account, or lifted our block, in a sentence; empty when the logs show nobody. */
    public static Optional<String> alsoBlockedBy(RunState state) {
        Instant ours = block(state).map(EffectProgress::intendedAt).orElse(Instant.MAX);
        return state.chronicle().actsOfOthers().stream()
                .filter(act -> is(act, DISABLE) || is(act, ENABLE))
                .max(Comparator.comparing(ActedByOther::when))
                .filter(act -> is(act, DISABLE) || !act.when().isBefore(ours))
                .map(act ->
                        "The directory's log shows '" + act.what() + "' at " + act.when() + " by " + act.who() + ".");
    }

    /** Our block, where it was set as far as we know. */
    public static Optional<EffectProgress> block(RunState state) {
        return state.effect(EFFECT)
                .filter(effect -> effect.result()
                        .filter(result -> result == EffectOutcome.DONE || result == EffectOutcome.UNKNOWN)
                        .isPresent());
    }

    private static Optional<String> lifted(RunState state, Instant blockedAt) {
        return state.steps().values().stream()
                .flatMap(step -> step.proofs().stream())
                .filter(proof -> proof.readAt().isAfter(blockedAt) && sawItEnabled(proof))
                .map(Proof::readAt)
                .max(Comparator.naturalOrder())
                .map(at -> "Cordon's own block was lifted: sign-in was possible at " + at
                        + ", so somebody has blocked it since.");
    }

    private static boolean sawItEnabled(Proof proof) {
        return (proof.what().equals(BEFORE) && proof.actual().equals("true"))
                || (proof.holds()
                        && (proof.what().equals(ENABLED) || proof.what().startsWith(UNDONE)));
    }

    private static boolean is(ActedByOther act, String activity) {
        return act.what().equalsIgnoreCase(activity);
    }
}
