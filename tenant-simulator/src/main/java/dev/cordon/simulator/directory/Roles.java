package dev.cordon.simulator.directory;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.DirectoryRoles;
import dev.cordon.simulator.state.Activity;
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
                "directoryScopeId", "/",
                "roleDefinitionId", assignment.roleTemplateId());
    }

    JsonObject eligibility(RoleAssignment assignment) {
        return Json.object(
                "id", assignment.id(),
                "principalId", assignment.principalId(),
                "roleDefinitionId", assignment.roleTemplateId(),
                "directoryScopeId", "/",
                "appScopeId", null,
                "startDateTime", state.scenario().start(),
                "endDateTime", null,
                "memberType", "Direct",
                "roleEligibilityScheduleId", assignment.id());
    }

    JsonObject eligibilitySchedule(RoleAssignment assignment) {
        return Json.object(
                "id", assignment.id(),
                "principalId", assignment.principalId(),
                "roleDefinitionId", assignment.roleTemplateId(),
                "directoryScopeId", "/",
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
        return state.chance().guid("directory-role", templateId);
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

    /** What the directory audit says about an assignment. */
    static JsonObject facts(RoleAssignment assignment) {
        return Json.object(
                "Role.TemplateId", assignment.roleTemplateId(),
                "Role.DisplayName",
                        DirectoryRoles.findName(assignment.roleTemplateId()).orElse(""));
    }

    /** Records a change of an assignment, facts before and after. */
    void record(GraphCall call, Activity activity, RoleAssignment assignment, JsonObject before, JsonObject after) {
        state.record(call.cause(), activity, "Role", assignment.id(), assignment.principalId(), before, after);
    }
}
