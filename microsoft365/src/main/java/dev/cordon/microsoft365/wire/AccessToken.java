package dev.cordon.microsoft365.wire;

import dev.cordon.tenant.Secret;

/**
 * A token for one service.
 *
 * @param secret the token
 * @param claims what it says about us
 * @param renewAt the {@code System.nanoTime} from which a new one is better
 */
public record AccessToken(Secret secret, TokenClaims claims, long renewAt) {}
