package dev.cordon.playbooks.persistence;

import dev.cordon.incident.Word;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.EffectProgress;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.tenant.AuthenticationMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one-time pass that this response made: it is no back door. Stateless. */
public final class OwnPass {
    /** The key of the effect that makes one. */
    public static final String EFFECT = "one-time-pass";

    private static final String TYPE = "temporaryAccessPass";

    /** The directory keeps whole seconds, and a request takes its time. */
    private static final Duration BEFORE = Duration.ofSeconds(1);

    private static final Duration AFTER = Duration.ofMinutes(2);

    private OwnPass() {}

    /** Whether this is a pass of whomever. */
    public static boolean isPass(AuthenticationMethod method) {
        return method.type().equals(TYPE);
    }

    /** Its key in the journal. */
    public static ItemKey key(AuthenticationMethod pass) {
        return new ItemKey(Word.of(ItemKind.AUTHENTICATION_METHOD), pass.id());
    }

    /** Whether we made this: by its id or, where the answer that names it never came, by when it was made. */
    public static boolean isOurs(AuthenticationMethod method, RunState state) {
        return isPass(method) && (state.restoration().passes().containsKey(key(method)) || isUnanswered(method, state));
    }

    /** Whether it was made by a request of ours whose answer, and so its text, never arrived. */
    public static boolean isUnanswered(AuthenticationMethod method, RunState state) {
        Optional<EffectProgress> effect = state.effect(EFFECT)
                .filter(one ->
                        one.result().filter(EffectOutcome.REFUSED::equals).isEmpty());
        return isPass(method)
                && effect.filter(one -> isMadeBy(method, one.intendedAt())).isPresent()
                && state.restoration().passes().values().stream()
                        .noneMatch(at -> !at.isBefore(effect.get().intendedAt()));
    }

    private static boolean isMadeBy(AuthenticationMethod pass, Instant intendedAt) {
        return pass.createdAt()
                .filter(at -> !at.isBefore(intendedAt.minus(BEFORE)) && !at.isAfter(intendedAt.plus(AFTER)))
                .isPresent();
    }

    /** What there is to say about it: it stays. */
    public static Proposal proposal(AuthenticationMethod pass) {
        return new Proposal(
                ItemKind.AUTHENTICATION_METHOD,
                List.of(pass.id()),
                pass.displayName(),
                Set.of(),
                Optional.empty(),
                Verdict.BENIGN,
                List.of("Cordon made this one-time pass for the user's way back."),
                false,
                "It ends by itself.");
    }
}
