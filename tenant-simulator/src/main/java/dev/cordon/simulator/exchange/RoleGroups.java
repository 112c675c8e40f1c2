package dev.cordon.simulator.exchange;

import dev.cordon.simulator.identity.AccessToken;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.scenario.DirectoryRoles;
import java.util.ArrayList;
import java.util.List;

/**
 * The role groups of Microsoft Purview somebody is in, as far as content searches need them (E18): those with the role
 * Compliance Search may search, those with Search And Purge may also purge. A Global Administrator is in Organization
 * Management.
 *
 * @see <a href="https://learn.microsoft.com/defender-office-365/scc-permissions">roles and role groups</a>
 */
record RoleGroups(List<String> names) {

    private static final List<String> PURGE = List.of("Organization Management", "Data Investigator");
    private static final String GLOBAL =
            DirectoryRoles.findTemplateId("Global Administrator").orElseThrow();

    static RoleGroups of(Tenant tenant, AccessToken token) {
        var names = new ArrayList<String>();
        if (tenant.operatorId().equals(token.userId())) {
            names.addAll(tenant.state().scenario().operator().roleGroups());
        }
        if (token.isDelegated() && token.roles().contains(GLOBAL)) {
            names.add("Organization Management");
        }
        return new RoleGroups(names);
    }

    boolean maySearch() {
        return !names.isEmpty();
    }

    boolean mayPurge() {
        return names.stream().anyMatch(PURGE::contains);
    }
}
