package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The directory roles of one principal.
 *
 * @param roles every role found, however held
 * @param roleAssignableGroups names of role-assignable groups it belongs to: membership alone protects a user
 * @param eligibleNotRead why eligible roles could not be read; empty when they were
 */
public record RoleHoldings(
        List<DirectoryRole> roles, List<String> roleAssignableGroups, Optional<String> eligibleNotRead) {
    public RoleHoldings {
        roles = List.copyOf(roles);
        roleAssignableGroups = List.copyOf(roleAssignableGroups);
        requireNonNull(eligibleNotRead, "eligibleNotRead is null");
    }
}
