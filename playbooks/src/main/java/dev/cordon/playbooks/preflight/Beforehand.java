package dev.cordon.playbooks.preflight;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.UserAccount;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody said about a tenant's people before anything was read.
 *
 * @param breakGlass its break-glass accounts, by UPN or object id
 * @param operator who works with the connection, by UPN or object id; empty where nobody said it
 */
public record Beforehand(Set<String> breakGlass, Optional<String> operator) {
    public Beforehand {
        breakGlass = Set.copyOf(breakGlass);
        requireNonNull(operator, "operator is null");
    }

    /** Whether the account was listed as a break-glass account. */
    public boolean isBreakGlass(UserAccount user) {
        return breakGlass.stream()
                .anyMatch(listed ->
                        listed.equalsIgnoreCase(user.objectId()) || listed.equalsIgnoreCase(user.userPrincipalName()));
    }
}
