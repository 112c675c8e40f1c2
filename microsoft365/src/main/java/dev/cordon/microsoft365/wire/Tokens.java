package dev.cordon.microsoft365.wire;

import java.util.Optional;

/** Where access tokens come from. Safe for many threads; services do not wait for one another. */
public interface Tokens {
    /**
     * A token for {@code audience}: the one we have, or a new one.
     *
     * @throws dev.cordon.tenant.TenantException when there is none to be had
     */
    AccessToken fetch(Audience audience);

    /**
     * A token in place of {@code refused}.
     *
     * @param claims the claims the service demands in it, as JSON
     * @throws dev.cordon.tenant.TenantException when there is none to be had
     */
    AccessToken renew(Audience audience, AccessToken refused, Optional<String> claims);
}
