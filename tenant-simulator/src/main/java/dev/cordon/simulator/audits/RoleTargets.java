package dev.cordon.simulator.audits;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.DirectoryRoles;
import dev.cordon.simulator.state.RoleAssignment;
import dev.cordon.simulator.state.TenantState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what the directory names when somebody is given a role or made eligible for it, or no longer: the person first,
 * with the role as what changed on him, then the role, and never the assignment.
 */
final class RoleTargets {

    /** The member of an event that says which role it is about. */
    static final String TEMPLATE = "Role.TemplateId";

    /** The names of the directory that are known to be unlike those people read. */
    private static final Map<String, String> WELL_KNOWN = Map.of(
            "Global Administrator", "TenantAdmins",
            "Global Reader", "GlobalReaders",
            "User Administrator", "UserAccountAdmins",
            "Privileged Role Administrator", "PrivilegedRoleAdmins",
            "Helpdesk Administrator", "HelpdeskAdmins",
            "Exchange Administrator", "ExchangeServiceAdmins",
            "Compliance Administrator", "ComplianceAdmins",
            "Security Administrator", "SecurityAdmins",
            "Security Reader", "SecurityReaders");

    private final TenantState state;
    private final PermissionTargets people;

    RoleTargets(TenantState state, PermissionTargets people) {
        this.state = state;
        this.people = people;
    }

    /** The targets of a role that was given (before is empty) or taken away (after is empty). */
    List<AuditTarget> changed(String holder, JsonObject before, JsonObject after) {
        var gone = after.isEmpty();
        var template = Json.text(gone ? before : after, TEMPLATE).orElse("");
        var id = RoleAssignment.roleObjectId(state, template);
        var name = DirectoryRoles.findName(template).orElse(null);
        var changes = List.of(
                change("Role.ObjectID", id, gone),
                change("Role.DisplayName", name, gone),
                change(TEMPLATE, template, gone),
                change("Role.WellKnownObjectName", name == null ? null : wellKnown(name), gone));
        // Microsoft leaves the names of both targets empty: the role's stands in what changed
        return List.of(
                new AuditTarget("User", holder, null, people.person(holder).userPrincipalName(), changes),
                new AuditTarget("Role", id, null, null, List.of()));
    }

    private static AuditChange change(String name, @Nullable String value, boolean gone) {
        JsonElement said = Json.element(value);
        return gone ? new AuditChange(name, said, JsonNull.INSTANCE) : new AuditChange(name, JsonNull.INSTANCE, said);
    }

    /** As {@code ApplicationDevelopers}; from memory for those that are not in the table. */
    private static String wellKnown(String name) {
        return WELL_KNOWN.getOrDefault(name, name.replace(" ", "") + (name.endsWith("s") ? "" : "s"));
    }
}
