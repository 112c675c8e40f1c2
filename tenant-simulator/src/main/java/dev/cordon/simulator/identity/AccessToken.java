package dev.cordon.simulator.identity;

import dev.cordon.simulator.state.Actor;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access token and what it allows.
 *
 * @param value the signed JWT
 * @param actor whose it is; application only when it has no user
 * @param grants scopes of a delegated token, roles of an application's
 * @param roles directory roles (template ids) it carries
 * @param issued tenant time
 * @param expires tenant time; wall time when {@code wallBound}
 * @param continuousAccess whether its client can answer a claims challenge
 * @param strong whether a second factor stood behind it
 */
public record AccessToken(
        String value,
        Actor actor,
        Resource resource,
        String servicePrincipalId,
        Set<String> grants,
        Set<String> roles,
        Instant issued,
        Instant expires,
        boolean wallBound,
        boolean continuousAccess,
        boolean strong) {

    /** Copies the sets. */
    public AccessToken {
        grants = Set.copyOf(grants);
        roles = Set.copyOf(roles);
    }

    /** Whether it acts in somebody's name. */
    public boolean isDelegated() {
        return actor.userId() != null;
    }

    /** The person it acts for, or null for an application. */
    public @Nullable String userId() {
        return actor.userId();
    }

    @Override
    public String toString() {
        return "AccessToken[" + actor.caller() + " " + resource + "]";
    }
}
