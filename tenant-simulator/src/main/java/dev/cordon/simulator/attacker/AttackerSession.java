package dev.cordon.simulator.attacker;

import dev.cordon.simulator.scenario.Attacker;
import dev.cordon.simulator.state.TableKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session in the attacker's hands: the tokens as he has them, whether they still work or not. Kept in the state so that
 * a snapshot holds it.
 *
 * @param accessTokens by the word of their resource
 */
public record AttackerSession(
        String id,
        String userId,
        String upn,
        String clientId,
        boolean continuousAccess,
        @Nullable String refreshToken,
        Map<String, String> accessTokens,
        Attacker.Origin origin) {

    /** His sessions, by their scenario id or the name his plan gave. */
    public static final TableKey<AttackerSession> TABLE = new TableKey<>("attacker-sessions", AttackerSession.class);

    /** Copies the tokens. */
    public AttackerSession {
        accessTokens = Map.copyOf(accessTokens);
    }

    AttackerSession with(String resource, String accessToken, @Nullable String newRefreshToken) {
        var tokens = new LinkedHashMap<>(accessTokens);
        tokens.put(resource, accessToken);
        return new AttackerSession(
                id,
                userId,
                upn,
                clientId,
                continuousAccess,
                newRefreshToken == null ? refreshToken : newRefreshToken,
                tokens,
                origin);
    }

    @Override
    public String toString() {
        return "AttackerSession[" + id + " " + upn + "]";
    }
}
