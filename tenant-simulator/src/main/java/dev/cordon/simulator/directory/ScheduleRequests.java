package dev.cordon.simulator.directory;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.graph.GraphRefusal;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.scenario.DirectoryRoles;
import dev.cordon.simulator.state.RoleAssignment;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.WireResponse;

/**
 * Requests that give somebody a role or make him eligible for it, or no longer ({@code adminAssign}, {@code adminRemove}).
 *
 * @see <a href="https://learn.microsoft.com/graph/api/rbacapplication-post-roleeligibilityschedulerequests">eligible</a>
 * @see <a href="https://learn.microsoft.com/graph/api/rbacapplication-post-roleassignmentschedulerequests">active</a>
 */
final class ScheduleRequests {

    private final TenantState state;
    private final Roles roles;
    private final boolean eligible;

    ScheduleRequests(TenantState state, boolean eligible) {
        this.state = state;
        this.roles = new Roles(state);
        this.eligible = eligible;
    }

    static void checkLicence(TenantState state) {
        if (!ServicePlans.hasPremiumP2(state.licences())) {
            throw new GraphRefusal(
                    400,
                    "AadPremiumLicenseRequired",
                    "The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.");
        }
    }

    WireResponse request(GraphCall call) {
        checkLicence(state);
        JsonObject body = call.body();
        String principal = Json.text(body, "principalId").orElse("");
        String template = Json.text(body, "roleDefinitionId")
                .flatMap(DirectoryRoles::findTemplateId)
                .orElseThrow(() -> GraphErrors.badRequest("The role definition does not exist."));
        String scope = Json.text(body, "directoryScopeId").orElse("/");
        RoleAssignment about = about(call, Json.text(body, "action").orElse(""), principal, template, scope);
        call.request().trace().target(principal + "/" + about.id());
        return call.answer(201, path() + "Requests/$entity", shape(call, body, about));
    }

    private RoleAssignment about(GraphCall call, String action, String principal, String template, String scope) {
        var known = state.table(RoleAssignment.TABLE).all().stream()
                .filter(role -> role.eligible() == eligible && role.isFor(principal, template, scope))
                .findFirst();
        return switch (action) {
            case "adminRemove" -> {
                RoleAssignment held = known.orElseThrow(() ->
                        new GraphRefusal(404, "RoleAssignmentDoesNotExist", "The Role assignment does not exist."));
                roles.remove(call, held);
                yield held;
            }
            case "adminAssign" -> {
                if (known.isPresent()) {
                    throw new GraphRefusal(400, "RoleAssignmentExists", "The Role assignment already exists.");
                }
                if (call.findUser(principal).isEmpty()) {
                    throw new GraphRefusal(404, "SubjectNotFound", "The subject is not found.");
                }
                yield roles.assign(call, principal, template, scope, eligible);
            }
            default -> throw GraphErrors.badRequest("The action '" + action + "' is not served here.");
        };
    }

    private String path() {
        return "roleManagement/directory/role" + (eligible ? "Eligibility" : "Assignment") + "Schedule";
    }

    private static JsonObject shape(GraphCall call, JsonObject body, RoleAssignment about) {
        boolean removed = Json.text(body, "action").orElse("").equals("adminRemove");
        return Json.object(
                "id",
                        call.state()
                                .chance()
                                .guid("schedule-request", call.request().requestId()),
                "status", removed ? "Revoked" : "Provisioned",
                "createdDateTime", call.now(),
                "completedDateTime", call.now(),
                "approvalId", null,
                "customData", null,
                "action", body.get("action"),
                "principalId", about.principalId(),
                "roleDefinitionId", about.roleTemplateId(),
                "directoryScopeId", about.scope(),
                "appScopeId", null,
                "isValidationOnly", false,
                "targetScheduleId", about.id(),
                "justification", body.get("justification"),
                "scheduleInfo", removed ? null : body.get("scheduleInfo"));
    }
}
