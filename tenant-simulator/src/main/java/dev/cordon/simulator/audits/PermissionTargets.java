package dev.cordon.simulator.audits;

import com.google.gson.JsonObject;
import dev.cordon.simulator.applications.AppRoleAssignment;
import dev.cordon.simulator.applications.ServicePrincipal;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom and what the directory names when somebody consents, or is given an application's role or loses it: applications and
 * people, and never the grant or the assignment. A consent names the application; a grant and a role name the API or
 * application that is used, and say on it who uses it.
 */
final class PermissionTargets {

    private static final String PRINCIPAL = "ServicePrincipal";

    private final TenantState state;

    PermissionTargets(TenantState state) {
        this.state = state;
    }

    /** The targets of {@code Consent to application}, by the grant's members. */
    List<AuditTarget> consented(JsonObject grant) {
        var client = text(grant, "clientId");
        var everybody = text(grant, "consentType").equals("AllPrincipals") ? "True" : "False";
        return List.of(application(
                client,
                List.of(
                        AuditChange.told("ConsentContext.IsAdminConsent", everybody),
                        AuditChange.told("ConsentContext.IsAppOnly", "False"),
                        AuditChange.told("ConsentContext.OnBehalfOfAll", everybody),
                        AuditChange.told("ConsentContext.Tags", "WindowsAzureActiveDirectoryIntegratedApp"),
                        AuditChange.told("ConsentAction.Permissions", "[] => [[" + permission(grant) + "]]; "),
                        names(client))));
    }

    private static String permission(JsonObject grant) {
        return "Id: %s, ClientId: %s, PrincipalId: %s, ResourceId: %s, ConsentType: %s, Scope: %s, CreatedDateTime: , LastModifiedDateTime "
                .formatted(
                        text(grant, "id"),
                        text(grant, "clientId"),
                        text(grant, "principalId"),
                        text(grant, "resourceId"),
                        text(grant, "consentType"),
                        text(grant, "scope"));
    }

    /** The targets of a grant that was made, changed or taken away. */
    List<AuditTarget> granted(JsonObject before, JsonObject after) {
        var grant = after.isEmpty() ? before : after;
        var principal = Json.text(grant, "principalId");
        var changes = new ArrayList<AuditChange>();
        changes.add(AuditChange.of("DelegatedPermissionGrant.Scope", "scope", before, after));
        changes.add(AuditChange.of("DelegatedPermissionGrant.ConsentType", "consentType", before, after));
        if (after.isEmpty() && principal.isPresent()) {
            changes.add(AuditChange.of("DelegatedPermissionGrant.PrincipalId", "principalId", before, after));
        }
        changes.add(AuditChange.told("ServicePrincipal.ObjectID", text(grant, "clientId")));
        // Microsoft leaves them empty: only the consent's own row names the application
        changes.add(AuditChange.told("ServicePrincipal.DisplayName", null));
        changes.add(AuditChange.told("ServicePrincipal.AppId", null));
        changes.add(AuditChange.told("ServicePrincipal.Name", null));
        changes.add(names(text(grant, "resourceId")));
        return List.of(
                application(text(grant, "resourceId"), changes),
                principal.map(this::person).orElseGet(() -> nameless(text(grant, "clientId"))));
    }

    /** The targets of an application's role that was given or taken away. */
    List<AuditTarget> assigned(JsonObject before, JsonObject after) {
        var assignment = after.isEmpty() ? before : after;
        var resource = text(assignment, "resourceId");
        var holder = text(assignment, "principalId");
        var changes = new ArrayList<AuditChange>();
        changes.add(AuditChange.of("AppRole.Id", "appRoleId", before, after));
        changes.add(AuditChange.of("AppRole.Value", "appRole", named(before), named(after)));
        changes.add(AuditChange.of("AppRole.DisplayName", "appRole", named(before), named(after)));
        changes.add(AuditChange.of("AppRoleAssignment.CreatedDateTime", "createdDateTime", before, after));
        changes.add(AuditChange.of("AppRoleAssignment.LastModifiedDateTime", "createdDateTime", before, after));
        var persons = text(assignment, "principalType").equals("User");
        changes.addAll(persons ? ofUser(person(holder)) : ofPrincipal(holder));
        changes.add(names(resource));
        return List.of(application(resource, changes), persons ? person(holder) : nameless(holder));
    }

    private static List<AuditChange> ofUser(AuditTarget person) {
        return List.of(
                AuditChange.told("User.ObjectID", person.id()),
                AuditChange.told("User.UPN", person.userPrincipalName()));
    }

    private List<AuditChange> ofPrincipal(String id) {
        var application = principal(id);
        var appId = application.map(ServicePrincipal::appId).orElse(null);
        return List.of(
                AuditChange.told("ServicePrincipal.ObjectID", id),
                AuditChange.told(
                        "ServicePrincipal.DisplayName",
                        application.map(ServicePrincipal::displayName).orElse(null)),
                AuditChange.told("ServicePrincipal.AppId", appId),
                AuditChange.told("ServicePrincipal.Name", appId));
    }

    /** The assignment with the name of its role, which only the scenario knows; empty for none. */
    private JsonObject named(JsonObject assignment) {
        return assignment.isEmpty() ? assignment : Json.object("appRole", roleName(text(assignment, "appRoleId")));
    }

    private String roleName(String appRoleId) {
        return state.scenario().persistence().stream()
                .filter(planted -> planted.kind() == ObjectKind.APP_ROLE_ASSIGNMENT)
                .flatMap(planted -> Json.text(planted.object(), "appRole").stream()
                        .filter(name -> Json.text(planted.object(), "appRoleId")
                                .orElseGet(() -> AppRoleAssignment.roleId(state, name))
                                .equals(appRoleId)))
                .findFirst()
                .orElse("");
    }

    /** A person, in the recycle bin too. */
    AuditTarget person(String id) {
        var user = state.table(User.TABLE)
                .find(id)
                .or(() -> state.table(User.DELETED).find(id));
        return new AuditTarget(
                "User",
                id,
                user.map(User::displayName).orElse(null),
                user.map(User::userPrincipalName).orElse(null),
                List.of());
    }

    private Optional<ServicePrincipal> principal(String id) {
        return state.table(ServicePrincipal.TABLE).find(id);
    }

    private AuditTarget application(String id, List<AuditChange> changes) {
        return new AuditTarget(
                PRINCIPAL, id, principal(id).map(ServicePrincipal::displayName).orElse(null), null, changes);
    }

    private static AuditTarget nameless(String id) {
        return new AuditTarget(PRINCIPAL, id, null, null, List.of());
    }

    /** What an application answers to, as one text; empty for one that is not there. */
    String answersTo(String id) {
        return principal(id).map(found -> String.join(";", found.names())).orElse("");
    }

    private AuditChange names(String id) {
        return AuditChange.told("TargetId.ServicePrincipalNames", answersTo(id));
    }

    private static String text(JsonObject facts, String name) {
        return Json.text(facts, name).orElse("");
    }
}
