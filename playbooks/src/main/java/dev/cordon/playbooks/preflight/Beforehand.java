package dev.cordon.playbooks.preflight;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * What somebody said about a tenant's people before anything was read.
 *
 * @param breakGlass object ids of its break-glass accounts
 * @param operator who works with the connection, by UPN or object id; empty where nobody said it
 */
public record Beforehand(Set<String> breakGlass, Optional<String> operator) {
    public Beforehand {
        breakGlass = Set.copyOf(breakGlass);
        requireNonNull(operator, "operator is null");
    }

    /** Whether the account was listed as a break-glass account. */
    boolean isBreakGlass(String objectId) {
        return breakGlass.stream().anyMatch(objectId::equalsIgnoreCase);
    }
}
