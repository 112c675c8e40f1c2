package dev.cordon.simulator.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The administrator who responds. {@code password} is absent when the simulator may draw one.
 *
 * @param roleGroups the groups of Microsoft Purview he is a member of, by name
 */
public record Operator(
        String upn,
        @Nullable String displayName,
        @Nullable String password,
        List<RoleHolding> roles,
        List<String> roleGroups) {

    /** The role groups that have to do with content searches; all but the first two may purge what was found. */
    public static final List<String> ROLE_GROUPS =
            List.of("eDiscovery Manager", "Compliance Administrator", "Organization Management", "Data Investigator");

    /** Copies the lists. */
    public Operator {
        roles = List.copyOf(roles);
        roleGroups = List.copyOf(roleGroups);
    }

    @Override
    public String toString() {
        return "Operator[" + upn + ", " + roles + "]";
    }
}
