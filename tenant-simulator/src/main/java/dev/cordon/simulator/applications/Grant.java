package dev.cordon.simulator.applications;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TableKey;
import org.jspecify.annotations.Nullable;

/**
 * A delegated permission grant.
 *
 * @param clientId object id of the application's service principal
 * @param principalId the person, or null when it is for everybody
 * @param resourceId object id of the API's service principal
 * @param scope separated by blanks
 */
public record Grant(String id, String clientId, @Nullable String principalId, String resourceId, String scope) {

    /** All of them, by id. */
    public static final TableKey<Grant> TABLE = new TableKey<>("grants", Grant.class);

    /** Who it is for, in Graph's word. */
    public String consentType() {
        return principalId == null ? "AllPrincipals" : "Principal";
    }

    /** The same grant with another scope. */
    public Grant withScope(String newScope) {
        return new Grant(id, clientId, principalId, resourceId, newScope);
    }

    /** Its members as Graph shows them. */
    JsonObject shape() {
        return Json.object(
                "id", id,
                "clientId", clientId,
                "consentType", consentType(),
                "principalId", principalId,
                "resourceId", resourceId,
                "scope", scope);
    }
}
