package dev.cordon.simulator.login;

import dev.cordon.simulator.state.Actor;
import dev.cordon.simulator.state.TableKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authorization code or a device code on its way to a token.
 *
 * @param actor who signed in; null while nobody has
 * @param expires wall time
 * @param challenge the PKCE challenge, if any
 */
record PendingCode(
        String value,
        String clientId,
        String scope,
        String redirectUri,
        @Nullable String challenge,
        @Nullable String challengeMethod,
        @Nullable String nonce,
        String userCode,
        @Nullable Actor actor,
        boolean strong,
        Instant expires) {

    static final TableKey<PendingCode> TABLE = new TableKey<>("pending-codes", PendingCode.class);

    PendingCode approvedBy(Actor who, boolean withSecondFactor) {
        return new PendingCode(
                value,
                clientId,
                scope,
                redirectUri,
                challenge,
                challengeMethod,
                nonce,
                userCode,
                who,
                withSecondFactor,
                expires);
    }
}
