package dev.cordon.simulator.applications;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.RewoundTenant;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consents, application roles and applications are taken away and given back (A18-A26, U8-U10). */
class ApplicationWritesTest extends RewoundTenant {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String GRANTS = "/oauth2PermissionGrants";
    private static final String PLANTED = """
            {id: own-consent, kind: consent, owner: anna.berg@contoso.example, by: legitimate, object: {app: {displayName: CRM}, scope: [User.Read, Calendars.Read]}}
            {id: own-everybody, kind: consent, by: legitimate, object: {app: {displayName: Signatures}, consentType: AllPrincipals, scope: [User.Read]}}
            {id: evil-consent, kind: consent, owner: anna.berg@contoso.example, by: attacker, object: {app: {displayName: Mail Helper}, scope: [Mail.ReadWrite, offline_access]}}
            {id: own-assignment, kind: app-role-assignment, owner: anna.berg@contoso.example, by: legitimate, object: {app: {displayName: CRM}}}
            {id: own-app-role, kind: app-role-assignment, by: legitimate, object: {displayName: Backup, appRole: Mail.Read, principalType: ServicePrincipal}}
            {id: evil-app-role, kind: app-role-assignment, by: attacker, object: {displayName: Mail Helper, appRole: Mail.ReadWrite, principalType: ServicePrincipal}}
            """;

    ApplicationWritesTest() {
        super(PLANTED);
    }

    private JsonObject principal(String name) {
        return responder
                .list("/servicePrincipals?$filter=displayName eq '" + name + "'")
                .getFirst();
    }

    private String principalId(String name) {
        return principal(name).get("id").getAsString();
    }

    private JsonObject grant(String client) {
        return responder
                .list(GRANTS + "?$filter=clientId eq '" + principalId(client) + "'")
                .getFirst();
    }

    private static JsonObject without(JsonObject object, String... names) {
        var fewer = object.deepCopy();
        List.of(names).forEach(fewer::remove);
        return fewer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRM own-consent", "Signatures own-everybody"})
    void a_consent_goes_and_comes_back_equal(String which) {
        var app = which.split(" ")[0];
        var grant = grant(app);
        responder.done("DELETE", GRANTS + "/" + grant.get("id").getAsString());
        assertThat(responder.collateral()).containsExactly(which.split(" ")[1] + " removed");
        assertThat(responder.lastActivity()).isEqualTo("Remove delegated permission grant");
        assertThat(responder
                        .graph("DELETE", GRANTS + "/" + grant.get("id").getAsString())
                        .status())
                .isEqualTo(404);

        var made = responder.done("POST", GRANTS, without(grant, "id"));
        assertThat(without(made, "id", "@odata.context")).isEqualTo(without(grant, "id"));
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.lastActivity()).isEqualTo("Add delegated permission grant");
    }

    @Test
    void a_consent_is_narrowed_and_widened_again() {
        var grant = grant("CRM");
        var path = GRANTS + "/" + grant.get("id").getAsString();
        responder.done("PATCH", path, Json.object("scope", "User.Read"));
        assertThat(responder.collateral()).containsExactly("own-consent changed");
        assertThat(responder.done("GET", path).get("scope").getAsString()).isEqualTo("User.Read");
        responder.done("PATCH", path, Json.object("scope", grant.get("scope")));
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void a_consent_that_is_there_or_makes_no_sense_is_refused() {
        var grant = without(grant("CRM"), "id");
        assertThat(responder.graph("POST", GRANTS, grant).status()).isEqualTo(409);

        var everybody = grant.deepCopy();
        everybody.addProperty("consentType", "AllPrincipals");
        assertThat(responder.graph("POST", GRANTS, everybody).status()).isEqualTo(400);
        var nowhere = grant.deepCopy();
        nowhere.addProperty("resourceId", "00000000-0000-0000-0000-000000000001");
        assertThat(responder.graph("POST", GRANTS, nowhere).status()).isEqualTo(404);
    }

    @Test
    void a_persons_assignment_goes_and_comes_back_from_both_sides() {
        var path = "/users/" + ANNA + "/appRoleAssignments";
        var assignment = responder.list(path).getFirst();
        responder.done("DELETE", path + "/" + assignment.get("id").getAsString());
        assertThat(responder.collateral()).containsExactly("own-assignment removed");
        var body = Json.object(
                "principalId", assignment.get("principalId"),
                "resourceId", assignment.get("resourceId"),
                "appRoleId", assignment.get("appRoleId"));
        var given = "/servicePrincipals/" + principalId("CRM") + "/appRoleAssignedTo";
        var made = responder.done("POST", given, body);
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.lastActivity()).isEqualTo("Add app role assignment grant to user");
        assertThat(responder.graph("POST", path, body).text()).contains("already exists");
        responder.done("DELETE", given + "/" + made.get("id").getAsString());
        assertThat(responder.list(path)).isEmpty();
    }

    @Test
    void an_applications_role_goes_and_comes_back() {
        var path = "/servicePrincipals/" + principalId("Backup") + "/appRoleAssignments";
        var assignment = responder.list(path).getFirst();
        responder.done("DELETE", path + "/" + assignment.get("id").getAsString());
        assertThat(responder.collateral()).containsExactly("own-app-role removed");
        assertThat(responder.lastActivity()).isEqualTo("Remove app role assignment from service principal");
        responder.done(
                "POST",
                path,
                Json.object(
                        "principalId", assignment.get("principalId"),
                        "resourceId", assignment.get("resourceId"),
                        "appRoleId", assignment.get("appRoleId")));
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.lastActivity()).isEqualTo("Add app role assignment to service principal");
        assertThat(responder
                        .graph("POST", path, Json.object("principalId", "x", "resourceId", "y"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_applications_role_is_taken_away_from_the_apis_side() {
        var evil = responder
                .list("/servicePrincipals/" + principalId("Mail Helper") + "/appRoleAssignments")
                .getFirst();
        responder.done(
                "DELETE",
                "/servicePrincipals/" + evil.get("resourceId").getAsString() + "/appRoleAssignedTo/"
                        + evil.get("id").getAsString());
        assertThat(responder.holds(ANNA, "appRoleAssignments")).isEmpty();
    }

    @Test
    void a_disabled_application_acts_no_more_and_can_be_enabled() {
        var evil = "/servicePrincipals/" + principalId("Mail Helper");
        assertThat(responder.account(ANNA).get("attackerAccess").getAsBoolean()).isTrue();
        responder.done("PATCH", evil, Json.object("accountEnabled", false));
        assertThat(responder.account(ANNA).get("attackerAccess").getAsBoolean()).isFalse();
        assertThat(responder.list("/users/" + ANNA + "/oauth2PermissionGrants"))
                .as("the consent stays as evidence")
                .hasSize(2);

        var own = "/servicePrincipals/" + principalId("CRM");
        responder.done("PATCH", own, Json.object("accountEnabled", false));
        assertThat(responder.collateral()).containsExactly("own-consent disabled", "own-assignment disabled");
        responder.done("PATCH", own, Json.object("accountEnabled", true));
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void a_disabled_application_gets_no_token_and_its_old_ones_live_on() {
        var tenant = responder.tenant();
        var token = tenant.graphToken();
        var own = responder
                .list("/servicePrincipals?$filter=appId eq '"
                        + tenant.connection().clientId() + "'")
                .getFirst()
                .get("id")
                .getAsString();
        responder.done("PATCH", "/servicePrincipals/" + own, Json.object("accountEnabled", false));

        var refused = tenant.token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                tenant.connection().clientId(),
                "scope",
                "https://graph.microsoft.com/.default",
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                tenant.assertion(tenant.connection().authority() + "/oauth2/v2.0/token")));
        assertThat(refused.json().get("error_description").getAsString()).startsWith("AADSTS7000112");
        assertThat(tenant.graph(token, "GET", "/v1.0/users/" + ANNA).status()).isEqualTo(200);
    }

    @Test
    void roles_of_applications_are_not_for_everybody() {
        try (var other = Responder.in(TestingTenant.SMALL, PLANTED)) {
            var operator = other.tenant().tokenAs("operator", "graph");
            var path = "/v1.0/servicePrincipals/"
                    + other.list("/servicePrincipals").getFirst().get("id").getAsString() + "/appRoleAssignedTo";
            assertThat(other.tenant()
                            .graph(operator, "POST", path, new JsonObject())
                            .status())
                    .isEqualTo(403);
        }
    }
}
