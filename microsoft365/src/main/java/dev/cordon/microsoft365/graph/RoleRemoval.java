package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.TenantException;

/**
 * Takes a role from one principal.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/unifiedroleassignment-delete">Delete unifiedRoleAssignment</a>
 */
record RoleRemoval(GraphClient graph, String objectId) {
    Receipt remove(DirectoryRole role) {
        return switch (role.holding()) {
            case ASSIGNED ->
                graph.delete(
                        Need.CHANGE_ROLES,
                        Need.CHANGE_ROLES.bucket(),
                        attempted(role),
                        V1 + "/roleManagement/directory/roleAssignments/" + segment(role.assignmentId()));
            case ELIGIBLE -> endEligibility(role);
            case THROUGH_GROUP ->
                throw new TenantException(
                        new Failure(
                                Failure.Reason.REFUSED,
                                attempted(role),
                                0,
                                "",
                                "",
                                "",
                                "The role comes with the membership of a group; nothing was sent.",
                                "Remove the account from the group: Microsoft Entra admin center > Users > the user > Groups."));
        };
    }

    private Receipt endEligibility(DirectoryRole role) {
        JsonObject body = new JsonObject();
        body.addProperty("action", "adminRemove");
        body.addProperty("principalId", objectId);
        body.addProperty("roleDefinitionId", role.templateId());
        body.addProperty("directoryScopeId", role.scope());
        body.addProperty("justification", "Incident response");
        return graph.change(
                Need.CHANGE_ELIGIBILITY,
                attempted(role),
                "POST",
                V1 + "/roleManagement/directory/roleEligibilityScheduleRequests",
                body.toString(),
                Repeat.ONCE);
    }

    private String attempted(DirectoryRole role) {
        return "Take the role " + role.displayName() + " from " + objectId;
    }
}
