package dev.cordon.simulator.applications;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TableKey;
import dev.cordon.simulator.state.TenantState;
import java.time.Instant;

/**
 * An application role somebody has: a person who may use an application, or an application that may use an API.
 *
 * @param principalType {@code User} or {@code ServicePrincipal}
 * @param resourceId object id of the application or API
 */
public record AppRoleAssignment(
        String id,
        String appRoleId,
        String principalId,
        String principalType,
        String principalName,
        String resourceId,
        String resourceName,
        Instant created) {

    /** All of them, by id. */
    public static final TableKey<AppRoleAssignment> TABLE =
            new TableKey<>("app-role-assignments", AppRoleAssignment.class);

    /** The type of a person. */
    static final String USER = "User";

    /** Whether a person has it. */
    public boolean isPersons() {
        return principalType.equals(USER);
    }

    /** The role of an application that has no roles of its own. */
    public static final String DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000";

    /** The id of the role of that name that a scenario plants. */
    public static String roleId(TenantState state, String name) {
        return state.chance().guid("app-role", name);
    }

    /** Its members as Graph shows them. */
    JsonObject shape() {
        return Json.object(
                "id", id,
                "deletedDateTime", null,
                "appRoleId", appRoleId,
                "createdDateTime", created,
                "principalDisplayName", principalName,
                "principalId", principalId,
                "principalType", principalType,
                "resourceDisplayName", resourceName,
                "resourceId", resourceId);
    }
}
