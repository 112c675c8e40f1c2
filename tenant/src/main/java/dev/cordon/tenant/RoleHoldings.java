package dev.cordon.tenant;

import java.util.List;

/**
 * The directory roles of one principal. Whether eligible ones were among what was read tells the completeness of the reading.
 *
 * @param roles every role found, however held
 * @param roleAssignableGroups names of role-assignable groups it belongs to: membership alone protects a user
 */
public record RoleHoldings(List<DirectoryRole> roles, List<String> roleAssignableGroups) {
    public RoleHoldings {
        roles = List.copyOf(roles);
        roleAssignableGroups = List.copyOf(roleAssignableGroups);
    }
}
