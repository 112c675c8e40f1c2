package dev.cordon.simulator.directory;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.DirectoryRoles;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.RoleAssignment;
import dev.cordon.simulator.state.TenantState;
import java.util.List;
import java.util.stream.Stream;

/** Directory roles as Graph shows them: definitions, assignments, activated roles. */
final class Roles {

    private final TenantState state;

    Roles(TenantState state) {
        this.state = state;
    }

    JsonObject definition(String templateId) {
        String name = DirectoryRoles.findName(templateId).orElse(templateId);
        return Json.object(
                "id",
                templateId,
                "description",
                name,
                "displayName",
                name,
                "isBuiltIn",
                true,
                "isEnabled",
                true,
                "resourceScopes",
                Json.array("/"),
                "templateId",
                templateId,
                "version",
                null);
    }

    JsonObject assignment(RoleAssignment assignment) {
        return Json.object(
                "id", assignment.id(),
                "principalId", assignment.principalId(),
                "directoryScopeId", assignment.scope(),
                "roleDefinitionId", assignment.roleTemplateId());
    }

    /** An instance of a schedule, which is what is so now. */
    JsonObject instance(RoleAssignment assignment) {
        JsonObject json = Json.object(
                "id",
                assignment.id(),
                "principalId",
                assignment.principalId(),
                "roleDefinitionId",
                assignment.roleTemplateId(),
                "directoryScopeId",
                assignment.scope(),
                "appScopeId",
                null,
                "startDateTime",
                state.scenario().start(),
                "endDateTime",
                null,
                "memberType",
                "Direct",
                assignment.eligible() ? "roleEligibilityScheduleId" : "roleAssignmentScheduleId",
                assignment.id());
        return assigned(json, assignment);
    }

    JsonObject schedule(RoleAssignment assignment) {
        JsonObject json = Json.object(
                "id", assignment.id(),
                "principalId", assignment.principalId(),
                "roleDefinitionId", assignment.roleTemplateId(),
                "directoryScopeId", assignment.scope(),
                "appScopeId", null,
                "createdUsing", assignment.id(),
                "createdDateTime", state.scenario().start(),
                "modifiedDateTime", state.scenario().start(),
                "status", "Provisioned",
                "memberType", "Direct",
                "scheduleInfo",
                        Json.object(
                                "startDateTime",
                                state.scenario().start(),
                                "recurrence",
                                null,
                                "expiration",
                                Json.object("type", "noExpiration", "endDateTime", null, "duration", null)));
        return assigned(json, assignment);
    }

    private static JsonObject assigned(JsonObject json, RoleAssignment assignment) {
        if (!assignment.eligible()) {
            json.addProperty("assignmentType", "Assigned");
        }
        return json;
    }

    JsonObject activated(String templateId) {
        String name = DirectoryRoles.findName(templateId).orElse(templateId);
        return Json.object(
                "@odata.type",
                "#microsoft.graph.directoryRole",
                "id",
                activatedId(templateId),
                "deletedDateTime",
                null,
                "description",
                name,
                "displayName",
                name,
                "roleTemplateId",
                templateId);
    }

    String activatedId(String templateId) {
        return RoleAssignment.roleObjectId(state, templateId);
    }

    /** The active assignments of a principal. */
    Stream<RoleAssignment> of(String principalId) {
        return all().filter(assignment ->
                !assignment.eligible() && assignment.principalId().equals(principalId));
    }

    Stream<RoleAssignment> all() {
        return state.table(RoleAssignment.TABLE).allVisible(state.now()).stream();
    }

    /** The template ids that somebody holds. */
    List<String> activatedTemplates() {
        return all().filter(assignment -> !assignment.eligible())
                .map(RoleAssignment::roleTemplateId)
                .distinct()
                .toList();
    }

    /** Gives a role, or makes eligible for it. */
    RoleAssignment assign(GraphCall call, String principal, String template, String scope, boolean eligible) {
        return state.atomically(() -> {
            int number = state.events().size();
            String id = eligible
                    ? state.chance().guid("eligible", principal, template, number)
                    : state.chance().letters(43, "role", principal, template, number) + "-1";
            var made = new RoleAssignment(id, principal, template, eligible, scope);
            state.table(RoleAssignment.TABLE).put(id, made, state.visibleAt(id));
            Author by = call.token().actor().caller() == Caller.ATTACKER ? Author.ATTACKER : Author.LEGITIMATE;
            state.table(Origin.TABLE).put(id, new Origin(id, null, ObjectKind.ROLE, principal, by));
            record(
                    call,
                    eligible ? Activity.ADD_ELIGIBLE_MEMBER : Activity.ADD_ROLE_MEMBER,
                    made,
                    new JsonObject(),
                    facts(made));
            return made;
        });
    }

    /** Takes a role away, unless nobody were left to administer the tenant; the words of the refusal are from memory. */
    void remove(GraphCall call, RoleAssignment held) {
        state.atomically(() -> {
            if (isLastGlobal(held)) {
                throw GraphErrors.badRequest(
                        "The last Global Administrator cannot be removed. Assign the role to somebody else first.");
            }
            state.table(RoleAssignment.TABLE).remove(held.id(), state.visibleAt(held.id()));
            record(
                    call,
                    held.eligible() ? Activity.REMOVE_ELIGIBLE_MEMBER : Activity.REMOVE_ROLE_MEMBER,
                    held,
                    facts(held),
                    new JsonObject());
        });
    }

    private boolean isLastGlobal(RoleAssignment held) {
        return isGlobal(held)
                && state.table(RoleAssignment.TABLE).all().stream()
                        .noneMatch(other -> isGlobal(other) && !other.id().equals(held.id()));
    }

    private static boolean isGlobal(RoleAssignment assignment) {
        return !assignment.eligible()
                && DirectoryRoles.findTemplateId("Global Administrator")
                        .filter(assignment.roleTemplateId()::equals)
                        .isPresent();
    }

    /** What the directory audit says about an assignment. */
    private static JsonObject facts(RoleAssignment assignment) {
        return Json.object(
                "Role.TemplateId", assignment.roleTemplateId(),
                "Role.DisplayName",
                        DirectoryRoles.findName(assignment.roleTemplateId()).orElse(""));
    }

    /** Records a change of an assignment, facts before and after. */
    private void record(
            GraphCall call, Activity activity, RoleAssignment assignment, JsonObject before, JsonObject after) {
        state.record(call.cause(), activity, "Role", assignment.id(), assignment.principalId(), before, after);
    }
}
