package dev.cordon.simulator.audits;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.RewoundTenant;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both logs name applications and people where a consent or an application's role was given or taken, as Microsoft's do. */
class PermissionAuditsTest extends RewoundTenant {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String GRANTS = "/oauth2PermissionGrants";
    private static final String GRAPH_NAMES = "00000003-0000-0000-c000-000000000000;https://graph.microsoft.com";
    private static final String CONSENT = "Consent to application";
    private static final String ADD_GRANT = "Add delegated permission grant";
    private static final String REMOVE_GRANT = "Remove delegated permission grant";

    PermissionAuditsTest() {
        super("""
                {id: crm, kind: consent, owner: anna.berg@contoso.example, by: legitimate, created: -PT2H, object: {app: {displayName: CRM}, scope: [User.Read, Calendars.Read]}}
                {id: all, kind: consent, by: legitimate, created: -PT3H, object: {app: {displayName: Signatures}, consentType: AllPrincipals, scope: [User.Read]}}
                {id: user-role, kind: app-role-assignment, owner: anna.berg@contoso.example, by: legitimate, created: -PT4H, object: {app: {displayName: CRM}}}
                {id: app-role, kind: app-role-assignment, by: legitimate, created: -PT5H, object: {displayName: Backup, appRole: Mail.Read, principalType: ServicePrincipal}}
                {id: owned-app-role, kind: app-role-assignment, owner: anna.berg@contoso.example, by: legitimate, created: -PT6H, object: {displayName: Agent, appRole: Mail.Send, principalType: ServicePrincipal}}
                """);
    }

    private JsonObject principal(String name) {
        return responder.list("/servicePrincipals").stream()
                .filter(each -> text(each, "displayName").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject grant(String client) {
        return responder
                .list(GRANTS + "?$filter=clientId eq '" + text(principal(client), "id") + "'")
                .getFirst();
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    /** The newest row of the directory's own log with that activity. */
    private JsonObject audit(String activity) {
        return responder.list("/auditLogs/directoryAudits").stream()
                .filter(row -> text(row, "activityDisplayName").equals(activity))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonObject> unified() {
        return responder
                .run("Search-UnifiedAuditLog", "StartDate", "2026-02-01", "EndDate", "2027-01-01", "ResultSize", 5000)
                .stream()
                .map(row -> Json.parseObject(text(row, "AuditData")))
                .toList();
    }

    /** The newest row of the unified audit log with that activity. */
    private JsonObject unified(String activity) {
        return unified().stream()
                .filter(row -> text(row, "Operation").equals(activity + "."))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> objects(JsonObject row, String name) {
        return row.getAsJsonArray(name).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static List<String> targets(JsonObject audit) {
        return objects(audit, "targetResources").stream()
                .map(target -> text(target, "type") + " " + text(target, "id") + " " + target.get("displayName"))
                .toList();
    }

    /** Name, old value and new value of what changed on the first target, each value as it stands there. */
    private static List<String> changes(JsonObject audit) {
        return objects(objects(audit, "targetResources").getFirst(), "modifiedProperties").stream()
                .map(change -> text(change, "displayName") + " " + value(change, "oldValue") + " -> "
                        + value(change, "newValue"))
                .toList();
    }

    private static String value(JsonObject change, String name) {
        var value = change.get(name);
        return value.isJsonNull() ? "null" : value.getAsString();
    }

    private static Map<String, String> properties(JsonObject row) {
        var properties = new LinkedHashMap<String, String>();
        objects(row, "ModifiedProperties")
                .forEach(each ->
                        properties.put(text(each, "Name"), text(each, "OldValue") + " -> " + text(each, "NewValue")));
        return properties;
    }

    private static List<String> identities(JsonObject row, String name) {
        return objects(row, name).stream()
                .map(each -> each.get("Type") + " " + text(each, "ID"))
                .toList();
    }

    private static String permission(JsonObject grant, String scope) {
        return "[] => [[Id: %s, ClientId: %s, PrincipalId: %s, ResourceId: %s, ConsentType: %s, Scope: %s, CreatedDateTime: , LastModifiedDateTime ]]; "
                .formatted(
                        text(grant, "id"),
                        text(grant, "clientId"),
                        grant.get("principalId").isJsonNull() ? "" : text(grant, "principalId"),
                        text(grant, "resourceId"),
                        text(grant, "consentType"),
                        scope);
    }

    @Test
    void a_consent_names_the_application_alone_and_tells_the_grant_in_words() {
        var crm = principal("CRM");
        var row = audit(CONSENT);

        assertThat(targets(row)).containsExactly("ServicePrincipal " + text(crm, "id") + " \"CRM\"");
        assertThat(changes(row))
                .containsExactly(
                        "ConsentContext.IsAdminConsent null -> \"False\"",
                        "ConsentContext.IsAppOnly null -> \"False\"",
                        "ConsentContext.OnBehalfOfAll null -> \"False\"",
                        "ConsentContext.Tags null -> \"WindowsAzureActiveDirectoryIntegratedApp\"",
                        "ConsentAction.Permissions null -> \"" + permission(grant("CRM"), "User.Read Calendars.Read")
                                + "\"",
                        "TargetId.ServicePrincipalNames null -> \"" + text(crm, "appId") + "\"");
        assertThat(text(row, "operationType")).isEqualTo("Assign");
        assertThat(row.getAsJsonArray("additionalDetails").toString()).contains("AppId", text(crm, "appId"));

        var unified = unified(CONSENT);
        assertThat(text(unified, "ObjectId")).isEqualTo(text(crm, "appId"));
        assertThat(properties(unified))
                .containsEntry("ConsentContext.IsAdminConsent", " -> False")
                .containsEntry(
                        "ConsentAction.Permissions", " -> " + permission(grant("CRM"), "User.Read Calendars.Read"));
        assertThat(identities(unified, "Target"))
                .containsExactly(
                        "2 ServicePrincipal_" + text(crm, "id"),
                        "2 " + text(crm, "id"),
                        "2 ServicePrincipal",
                        "1 CRM",
                        "4 " + text(crm, "appId"));
        var anna = responder.id(ANNA);
        assertThat(identities(unified, "Actor")).containsExactly("2 User_" + anna, "2 " + anna, "2 User", "5 " + ANNA);
        assertThat(unified.has("Parameters")).isFalse();
    }

    @Test
    void a_consent_for_everybody_says_so() {
        var signatures = text(principal("Signatures"), "id");
        var row = responder.list("/auditLogs/directoryAudits").stream()
                .filter(each -> targets(each).getFirst().contains(signatures))
                .findFirst()
                .orElseThrow();

        assertThat(targets(row)).hasSize(1);
        assertThat(changes(row))
                .contains(
                        "ConsentContext.IsAdminConsent null -> \"True\"",
                        "ConsentContext.OnBehalfOfAll null -> \"True\"",
                        "ConsentAction.Permissions null -> \"" + permission(grant("Signatures"), "User.Read") + "\"");
    }

    @Test
    void taking_a_persons_grant_away_names_the_api_and_the_person_and_says_whose_it_was() {
        var grant = grant("CRM");
        responder.done("DELETE", GRANTS + "/" + text(grant, "id"));
        var anna = responder.id(ANNA);
        var row = audit(REMOVE_GRANT);

        assertThat(targets(row))
                .containsExactly(
                        "ServicePrincipal " + text(grant, "resourceId") + " \"Microsoft Graph\"",
                        "User " + anna + " \"Anna Berg\"");
        assertThat(changes(row))
                .containsExactly(
                        "DelegatedPermissionGrant.Scope \"User.Read Calendars.Read\" -> null",
                        "DelegatedPermissionGrant.ConsentType \"Principal\" -> null",
                        "DelegatedPermissionGrant.PrincipalId \"" + anna + "\" -> null",
                        "ServicePrincipal.ObjectID null -> \"" + text(grant, "clientId") + "\"",
                        "ServicePrincipal.DisplayName null -> null",
                        "ServicePrincipal.AppId null -> null",
                        "ServicePrincipal.Name null -> null",
                        "TargetId.ServicePrincipalNames null -> \"" + GRAPH_NAMES + "\"");
        assertThat(text(row, "operationType")).isEqualTo("Unassign");

        var unified = unified(REMOVE_GRANT);
        assertThat(text(unified, "ObjectId")).isEqualTo(GRAPH_NAMES);
        assertThat(properties(unified))
                .containsEntry("DelegatedPermissionGrant.Scope", "User.Read Calendars.Read -> ")
                .containsEntry("ServicePrincipal.ObjectID", " -> " + text(grant, "clientId"));
        assertThat(identities(unified, "Target"))
                .contains("2 ServicePrincipal_" + text(grant, "resourceId"), "1 Microsoft Graph");
    }

    @Test
    void giving_everybodys_grant_back_names_the_api_and_the_application_without_its_name() {
        var grant = grant("Signatures");
        responder.done("DELETE", GRANTS + "/" + text(grant, "id"));
        grant.remove("id");
        var made = responder.done("POST", GRANTS, grant);
        var row = audit(ADD_GRANT);

        assertThat(targets(row))
                .containsExactly(
                        "ServicePrincipal " + text(grant, "resourceId") + " \"Microsoft Graph\"",
                        "ServicePrincipal " + text(grant, "clientId") + " null");
        assertThat(changes(row))
                .contains(
                        "DelegatedPermissionGrant.Scope null -> \"User.Read\"",
                        "DelegatedPermissionGrant.ConsentType null -> \"AllPrincipals\"",
                        "ServicePrincipal.ObjectID null -> \"" + text(grant, "clientId") + "\"");
        assertThat(text(row, "operationType")).isEqualTo("Assign");
        assertThat(row.toString() + unified(ADD_GRANT)).doesNotContain(text(made, "id"));
        assertThat(audit(REMOVE_GRANT).toString()).doesNotContain("DelegatedPermissionGrant.PrincipalId");
    }

    @Test
    void a_narrowed_grant_tells_both_scopes() {
        var grant = grant("CRM");
        responder.done("PATCH", GRANTS + "/" + text(grant, "id"), Json.object("scope", " User.Read"));

        assertThat(changes(audit("Update delegated permission grant")))
                .contains(
                        "DelegatedPermissionGrant.Scope \"User.Read Calendars.Read\" -> \" User.Read\"",
                        "DelegatedPermissionGrant.ConsentType \"Principal\" -> \"Principal\"");
        assertThat(properties(unified("Update delegated permission grant")))
                .containsEntry("DelegatedPermissionGrant.Scope", "User.Read Calendars.Read ->  User.Read");
    }

    @Test
    void a_consent_that_is_gone_is_told_as_it_was_given() {
        var grant = grant("CRM");
        responder.done("PATCH", GRANTS + "/" + text(grant, "id"), Json.object("scope", "User.Read"));
        responder.done("DELETE", GRANTS + "/" + text(grant, "id"));

        assertThat(changes(audit(CONSENT)))
                .contains(
                        "ConsentAction.Permissions null -> \"" + permission(grant, "User.Read Calendars.Read") + "\"");
    }

    @Test
    void a_persons_application_role_names_the_application_and_the_person() {
        var path = "/users/" + ANNA + "/appRoleAssignments";
        var assignment = responder.list(path).getFirst();
        var given = changes(audit("Add app role assignment grant to user"));
        responder.done("DELETE", path + "/" + text(assignment, "id"));
        var row = audit("Remove app role assignment from user");
        var anna = responder.id(ANNA);
        var crm = principal("CRM");

        assertThat(targets(row))
                .containsExactly("ServicePrincipal " + text(crm, "id") + " \"CRM\"", "User " + anna + " \"Anna Berg\"");
        assertThat(given)
                .containsExactly(
                        "AppRole.Id null -> \"00000000-0000-0000-0000-000000000000\"",
                        "AppRole.Value null -> \"\"",
                        "AppRole.DisplayName null -> \"\"",
                        "AppRoleAssignment.CreatedDateTime null -> \"2026-03-02T04:00:00Z\"",
                        "AppRoleAssignment.LastModifiedDateTime null -> \"2026-03-02T04:00:00Z\"",
                        "User.ObjectID null -> \"" + anna + "\"",
                        "User.UPN null -> \"" + ANNA + "\"",
                        "TargetId.ServicePrincipalNames null -> \"" + text(crm, "appId") + "\"");
        assertThat(changes(row))
                .contains(
                        "AppRole.Id \"00000000-0000-0000-0000-000000000000\" -> null",
                        "AppRole.Value \"\" -> null",
                        "User.ObjectID null -> \"" + anna + "\"");
        assertThat(text(row, "operationType")).isEqualTo("Unassign");
        var unified = unified("Remove app role assignment from user");
        assertThat(text(unified, "ObjectId")).isEqualTo(text(crm, "appId"));
        assertThat(properties(unified)).containsEntry("User.UPN", " -> " + ANNA);
        assertThat(row.toString() + unified).doesNotContain(text(assignment, "id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Backup Mail.Read", "Agent Mail.Send"})
    void an_applications_role_names_the_api_and_says_which_application_has_it(String which) {
        var holder = principal(which.split(" ")[0]);
        var path = "/servicePrincipals/" + text(holder, "id") + "/appRoleAssignments";
        var assignment = responder.list(path).getFirst();
        responder.done("DELETE", path + "/" + text(assignment, "id"));
        var removed = audit("Remove app role assignment from service principal");
        var body = Json.object(
                "principalId", assignment.get("principalId"),
                "resourceId", assignment.get("resourceId"),
                "appRoleId", assignment.get("appRoleId"));
        responder.done("POST", path, body);
        var row = audit("Add app role assignment to service principal");
        var role = which.split(" ")[1];

        assertThat(targets(row))
                .isEqualTo(targets(removed))
                .containsExactly(
                        "ServicePrincipal " + text(assignment, "resourceId") + " \"Microsoft Graph\"",
                        "ServicePrincipal " + text(holder, "id") + " null");
        assertThat(changes(row))
                .contains(
                        "AppRole.Id null -> \"" + text(assignment, "appRoleId") + "\"",
                        "AppRole.Value null -> \"" + role + "\"",
                        "ServicePrincipal.ObjectID null -> \"" + text(holder, "id") + "\"",
                        "ServicePrincipal.DisplayName null -> \"" + which.split(" ")[0] + "\"",
                        "ServicePrincipal.AppId null -> \"" + text(holder, "appId") + "\"",
                        "ServicePrincipal.Name null -> \"" + text(holder, "appId") + "\"",
                        "TargetId.ServicePrincipalNames null -> \"" + GRAPH_NAMES + "\"");
        assertThat(changes(removed)).contains("AppRole.Value \"" + role + "\" -> null");
        assertThat(text(unified("Add app role assignment to service principal"), "ObjectId"))
                .isEqualTo(GRAPH_NAMES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a \"b\" \\ c",
                "x, ConsentType: AllPrincipals, Scope: All ]]; ",
                "\u202e</script>\n\t",
                "\",\"newValue\":\"y"
            })
    void whatever_he_calls_his_application_the_logs_stay_well_formed(String name) {
        var anna = responder.id(ANNA);
        var made = responder.done(
                "POST",
                GRANTS,
                Json.object(
                        "@simulated.appDisplayName", name, "principalId", anna, "scope", "Mail.Read offline_access"));
        var id = text(made, "clientId");
        var row = audit(CONSENT);

        assertThat(objects(row, "targetResources")).singleElement().satisfies(target -> {
            assertThat(text(target, "id")).isEqualTo(id);
            assertThat(text(target, "displayName")).isEqualTo(name);
        });
        assertThat(changes(row))
                .contains("ConsentAction.Permissions null -> \"" + permission(made, "Mail.Read offline_access") + "\"");
        assertThat(identities(unified(CONSENT), "Target")).contains("1 " + name);

        var role = Json.object("principalId", id, "resourceId", made.get("resourceId"));
        responder.done("POST", "/servicePrincipals/" + id + "/appRoleAssignments", role);
        assertThat(changes(audit("Add app role assignment to service principal")))
                .contains("ServicePrincipal.DisplayName null -> " + Json.write(Json.element(name)));
        assertThat(properties(unified("Add app role assignment to service principal")))
                .containsEntry("ServicePrincipal.DisplayName", " -> " + name);
        for (var each : responder.list("/auditLogs/directoryAudits")) {
            for (var change : objects(objects(each, "targetResources").getFirst(), "modifiedProperties")) {
                assertThat(JsonParser.parseString(value(change, "newValue"))).isNotNull();
            }
        }
    }

    @Test
    void an_application_is_known_by_everything_it_answers_to() {
        assertThat(principal("Microsoft Graph")
                        .getAsJsonArray("servicePrincipalNames")
                        .asList())
                .extracting(JsonElement::getAsString)
                .containsExactly(GRAPH_NAMES.split(";"));
        var crm = principal("CRM");
        responder.done("PATCH", "/servicePrincipals/" + text(crm, "id"), Json.object("accountEnabled", false));
        assertThat(text(unified("Update service principal"), "ObjectId")).isEqualTo(text(crm, "appId"));
    }

    @Test
    void what_is_done_to_a_person_is_told_under_the_persons_name() {
        var bo = responder.id("bo.lund@contoso.example");
        responder.done("POST", "/users/bo.lund@contoso.example/revokeSignInSessions");
        var revoked = unified("Update StsRefreshTokenValidFrom Timestamp");

        assertThat(text(revoked, "ObjectId")).isEqualTo("bo.lund@contoso.example");
        assertThat(identities(revoked, "Target"))
                .containsExactly("2 User_" + bo, "2 " + bo, "2 User", "5 bo.lund@contoso.example");
        assertThat(properties(revoked)).containsKey("StsRefreshTokensValidFrom");
        assertThat(revoked.getAsJsonArray("ExtendedProperties").toString())
                .contains("extendedAuditEventCategory", "User");
    }

    @Test
    void an_application_that_acts_by_itself_is_told_with_its_name() {
        responder.done("POST", "/users/bo.lund@contoso.example/revokeSignInSessions");
        var own = principal("Cordon responder");

        assertThat(identities(unified("Update StsRefreshTokenValidFrom Timestamp"), "Actor"))
                .contains("2 ServicePrincipal_" + text(own, "id"), "1 Cordon responder", "2 " + text(own, "appId"));
    }

    @Test
    void a_sign_in_is_told_under_what_was_signed_in_to() {
        responder
                .tenant()
                .form(
                        "/oauth2/v2.0/authorize?client_id=d3590ed6-52b3-4102-aeff-aad2292ab01c&response_type=code"
                                + "&redirect_uri=http%3A%2F%2Flocalhost%3A4711&state=s"
                                + "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"
                                + "&code_challenge_method=S256&code_challenge=" + "a".repeat(43),
                        Map.of("login", ANNA, "password", "guess"));

        assertThat(unified())
                .filteredOn(row -> text(row, "Operation").equals("UserLoginFailed"))
                .singleElement()
                .satisfies(row -> assertThat(text(row, "ObjectId")).isEqualTo("00000003-0000-0000-c000-000000000000"));
    }

    @Test
    void a_named_audit_of_an_application_is_about_that_application() {
        var scenario = TestingTenant.SMALL.replace("attacker: {}\n", """
                history:
                  audits: [{at: -PT1H, activity: Consent to application, user: bo.lund@contoso.example, target: CRM}]
                attacker: {}
                """);
        try (var other = Responder.in(
                scenario,
                "{id: crm, kind: consent, owner: anna.berg@contoso.example, by: legitimate, created: -PT2H, object: {app: {displayName: CRM}, scope: User.Read}}")) {
            var crm = other.list("/servicePrincipals?$filter=displayName eq 'CRM'")
                    .getFirst();

            assertThat(targets(other.list("/auditLogs/directoryAudits").getFirst()))
                    .containsExactly("ServicePrincipal " + text(crm, "id") + " \"CRM\"");
            assertThat(text(other.lastAudit(), "ObjectId")).isEqualTo(text(crm, "appId"));
            assertThat(identities(other.lastAudit(), "Target")).contains("1 CRM");
        }
    }
}
