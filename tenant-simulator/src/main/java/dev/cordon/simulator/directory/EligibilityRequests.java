package dev.cordon.simulator.directory;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.graph.GraphRefusal;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.DirectoryRoles;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.RoleAssignment;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.WireResponse;
import java.util.Optional;

/**
 * Requests that make somebody eligible for a role, or no longer ({@code adminAssign}, {@code adminRemove}).
 *
 * @see <a href="https://learn.microsoft.com/graph/api/rbacapplication-post-roleeligibilityschedulerequests">requests</a>
 */
final class EligibilityRequests {

    private final TenantState state;
    private final Roles roles;

    EligibilityRequests(TenantState state) {
        this.state = state;
        this.roles = new Roles(state);
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
        Optional<RoleAssignment> known = roles.all()
                .filter(role -> role.eligible()
                        && role.principalId().equals(principal)
                        && role.roleTemplateId().equals(template))
                .findFirst();
        String action = Json.text(body, "action").orElse("");
        RoleAssignment about = switch (action) {
            case "adminRemove" -> remove(call, known.orElseThrow(EligibilityRequests::unknown));
            case "adminAssign" -> assign(call, principal, template, known);
            default -> throw GraphErrors.badRequest("The action '" + action + "' is not served here.");
        };
        call.request().trace().target(principal + "/" + about.id());
        return call.answer(
                201, "roleManagement/directory/roleEligibilityScheduleRequests/$entity", shape(call, body, about));
    }

    private static GraphRefusal unknown() {
        return new GraphRefusal(404, "RoleAssignmentDoesNotExist", "The Role assignment does not exist.");
    }

    private RoleAssignment remove(GraphCall call, RoleAssignment eligible) {
        state.atomically(() -> {
            state.table(RoleAssignment.TABLE).remove(eligible.id(), state.visibleAt(eligible.id()));
            roles.record(call, Activity.REMOVE_ELIGIBLE_MEMBER, eligible, Roles.facts(eligible), new JsonObject());
        });
        return eligible;
    }

    private RoleAssignment assign(GraphCall call, String principal, String template, Optional<RoleAssignment> known) {
        if (known.isPresent()) {
            throw new GraphRefusal(400, "RoleAssignmentExists", "The Role assignment already exists.");
        }
        if (call.findUser(principal).isEmpty()) {
            throw new GraphRefusal(404, "SubjectNotFound", "The subject is not found.");
        }
        return state.atomically(() -> {
            String id = state.chance()
                    .guid("eligible", principal, template, state.events().size());
            var made = new RoleAssignment(id, principal, template, true);
            state.table(RoleAssignment.TABLE).put(id, made, state.visibleAt(id));
            Author by = call.token().actor().caller() == Caller.ATTACKER ? Author.ATTACKER : Author.LEGITIMATE;
            state.table(Origin.TABLE).put(id, new Origin(id, null, ObjectKind.ROLE, principal, by));
            roles.record(call, Activity.ADD_ELIGIBLE_MEMBER, made, new JsonObject(), Roles.facts(made));
            return made;
        });
    }

    private static JsonObject shape(GraphCall call, JsonObject body, RoleAssignment about) {
        boolean removed = Json.text(body, "action").orElse("").equals("adminRemove");
        return Json.object(
                "id",
                        call.state()
                                .chance()
                                .guid("eligibility-request", call.request().requestId()),
                "status", removed ? "Revoked" : "Provisioned",
                "createdDateTime", call.now(),
                "completedDateTime", call.now(),
                "approvalId", null,
                "customData", null,
                "action", body.get("action"),
                "principalId", about.principalId(),
                "roleDefinitionId", about.roleTemplateId(),
                "directoryScopeId", "/",
                "appScopeId", null,
                "isValidationOnly", false,
                "targetScheduleId", about.id(),
                "justification", body.get("justification"),
                "scheduleInfo", removed ? null : body.get("scheduleInfo"));
    }
}
