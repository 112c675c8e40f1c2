package dev.cordon.simulator.directory;

import dev.cordon.simulator.founding.Founder;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.DirectoryRoles;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.RoleAssignment;
import dev.cordon.simulator.state.TenantState;

/** The roles a scenario plants. */
public final class PlantedRoles implements Founder {

    @Override
    public void found(Tenant tenant) {
        TenantState state = tenant.state();
        for (PlantedObject planted : state.scenario().persistence()) {
            String owner = planted.owner();
            if (planted.kind() == ObjectKind.ROLE && owner != null) {
                String template = Json.text(planted.object(), "role")
                        .flatMap(DirectoryRoles::findTemplateId)
                        .orElseThrow(() -> new IllegalStateException("No such role: " + planted.object()));
                String holder = People.id(state.chance(), owner);
                String id = state.chance().letters(43, "role", holder, template, planted.id()) + "-1";
                boolean eligible = Json.bool(planted.object(), "eligible").orElse(false);
                String scope = Json.text(planted.object(), "directoryScopeId").orElse(RoleAssignment.TENANT);
                state.table(RoleAssignment.TABLE).put(id, new RoleAssignment(id, holder, template, eligible, scope));
                state.table(Origin.TABLE).put(id, new Origin(id, planted.id(), planted.kind(), holder, planted.by()));
            }
        }
    }
}
