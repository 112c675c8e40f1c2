package dev.cordon.simulator.identity;

import dev.cordon.simulator.state.Actor;
import dev.cordon.simulator.state.TableKey;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;

/**
 * A refresh token; it works for every resource its client may use.
 *
 * @param actor whose it is
 * @param issued tenant time of the sign-in or refresh that gave it
 * @param authenticated tenant time of the sign-in at the root
 * @param passwordDerived whether only a password stood behind it
 * @param strong whether a second factor stood behind it
 */
public record RefreshToken(
        String value, Actor actor, Instant issued, Instant authenticated, boolean passwordDerived, boolean strong) {

    /** All of them, by value. */
    public static final TableKey<RefreshToken> TABLE = new TableKey<>("refresh-tokens", RefreshToken.class);

    /** How long one lives without being used. */
    public static final Duration LIFE = Duration.ofDays(90);

    /** Whether the account still honours it: not revoked and, if only a password stood behind it, no new password. */
    public boolean isHonouredBy(User user) {
        boolean revoked = !user.guest() && issued.isBefore(user.sessionsValidFrom());
        boolean outdated = passwordDerived && issued.isBefore(user.passwordChanged());
        return !revoked && !outdated;
    }

    @Override
    public String toString() {
        return "RefreshToken[" + actor.caller() + " " + issued + "]";
    }
}
