package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.SignIn;

/**
 * A sign-in with what speaks against it.
 *
 * @param signIn the row
 * @param judgement never {@link Verdict#BENIGN} where it stands in an {@link AttackPicture}
 */
public record JudgedSignIn(SignIn signIn, Judgement judgement) {
    public JudgedSignIn {
        requireNonNull(signIn, "signIn is null");
        requireNonNull(judgement, "judgement is null");
    }

    /** Whether it is taken for the attacker's. */
    public boolean isAttackers() {
        return judgement.verdict() == Verdict.MALICIOUS;
    }
}
