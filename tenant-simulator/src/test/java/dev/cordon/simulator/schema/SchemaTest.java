package dev.cordon.simulator.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.Reply;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer that the schema covers has only properties that Microsoft declares, holding what they should. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String SCENARIO = TestingTenant.SMALL + """
            persistence:
              - {id: m1, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -P400D, object: {type: microsoftAuthenticator, displayName: iPhone 15, default: true}}
              - {id: m2, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -P400D, object: {type: phone, phoneNumber: "+353 871234567"}}
              - {id: m3, kind: authentication-method, owner: anna.berg@contoso.example, by: attacker, created: -PT20H, object: {type: softwareOath}}
              - {id: m4, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -P9D, object: {type: fido2, displayName: Key}}
              - {id: m5, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -P9D, object: {type: email, emailAddress: a@b.example}}
              - {id: m6, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -P9D, object: {type: temporaryAccessPass}}
              - {id: m7, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -P9D, object: {type: windowsHelloForBusiness, displayName: PC}}
              - {id: m8, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -P9D, object: {type: platformCredential, displayName: Mac, platform: macOS}}
              - {id: r1, kind: inbox-rule, owner: anna.berg@contoso.example, by: legitimate, created: -P90D, object: {displayName: Invoices, conditions: {subjectContains: [invoice]}, actions: {moveToFolder: Archive, markAsRead: true}}}
              - {id: c1, kind: consent, owner: anna.berg@contoso.example, by: legitimate, created: -P260D, object: {app: {displayName: CRM, publisherName: Soft}, scope: [User.Read]}}
              - {id: d1, kind: device, owner: anna.berg@contoso.example, by: legitimate, created: -P400D, object: {displayName: PC-1, operatingSystem: Windows, trustType: AzureAd}}
            mailboxes:
              - {owner: anna.berg@contoso.example, type: user, folders: [Archive], messages: 5}
            history:
              signIns: [{user: anna.berg@contoso.example, at: -PT20H, ip: 203.0.113.9, country: NL, by: attacker}]
            """;

    private final GraphSchema schema = new GraphSchema();
    private TestingTenant tenant;
    private String token;

    @BeforeAll
    void start() {
        tenant = TestingTenant.of(SCENARIO);
        tenant.control("/licences", Json.object("set", List.of("E5")));
        tenant.control("/throttle", Json.object("enabled", false));
        token = tenant.graphToken();
        JsonObject profile = Json.object("password", "Winter!2026-long", "forceChangePasswordNextSignIn", true);
        tenant.graph(token, "PATCH", "/v1.0/users/" + ANNA, Json.object("passwordProfile", profile));
        tenant.graph(token, "POST", "/v1.0/users/" + ANNA + "/revokeSignInSessions");
        tenant.advance("PT3H");
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1.0/users | microsoft.graph.user",
                "/v1.0/users/{anna} | microsoft.graph.user",
                "/v1.0/users/{anna}?$select=* | microsoft.graph.user",
                "/v1.0/users/{anna}?$select=id,signInActivity,accountEnabled,assignedPlans,identities | microsoft.graph.user",
                "/v1.0/users/{anna}/authentication/methods | microsoft.graph.authenticationMethod",
                "/v1.0/users/{anna}/memberOf | microsoft.graph.directoryObject",
                "/v1.0/groups | microsoft.graph.group",
                "/v1.0/directoryRoles | microsoft.graph.directoryRole",
                "/v1.0/roleManagement/directory/roleAssignments?$expand=roleDefinition | microsoft.graph.unifiedRoleAssignment",
                "/v1.0/roleManagement/directory/roleDefinitions | microsoft.graph.unifiedRoleDefinition",
                "/v1.0/organization | microsoft.graph.organization",
                "/v1.0/reports/authenticationMethods/userRegistrationDetails | microsoft.graph.userRegistrationDetails",
                "/v1.0/policies/identitySecurityDefaultsEnforcementPolicy | microsoft.graph.identitySecurityDefaultsEnforcementPolicy",
                "/v1.0/policies/authorizationPolicy | microsoft.graph.authorizationPolicy",
                "/v1.0/users/{anna}/mailFolders/inbox/messageRules | microsoft.graph.messageRule",
                "/v1.0/users/{anna}/mailboxSettings | microsoft.graph.mailboxSettings",
                "/v1.0/users/{anna}/mailFolders | microsoft.graph.mailFolder",
                "/v1.0/users/{anna}/oauth2PermissionGrants | microsoft.graph.oAuth2PermissionGrant",
                "/v1.0/oauth2PermissionGrants | microsoft.graph.oAuth2PermissionGrant",
                "/v1.0/users/{anna}/appRoleAssignments | microsoft.graph.appRoleAssignment",
                "/v1.0/servicePrincipals | microsoft.graph.servicePrincipal",
                "/v1.0/users/{anna}/registeredDevices | microsoft.graph.device",
                "/v1.0/users/{anna}/ownedDevices | microsoft.graph.device",
                "/v1.0/auditLogs/signIns | microsoft.graph.signIn",
                "/v1.0/auditLogs/directoryAudits | microsoft.graph.directoryAudit",
                "/v1.0/identityProtection/riskyUsers | microsoft.graph.riskyUser"
            })
    void answers_as_the_schema_says(String path, String type) {
        Reply reply = tenant.graph(token, "GET", path.replace("{anna}", ANNA));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var problems = new ArrayList<String>();
        for (JsonObject object : objects(reply.json())) {
            problems.addAll(schema.problems(object, type));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void finds_what_does_not_belong() {
        JsonObject wrong = Json.object("id", "1", "accountEnabled", "yes", "surprise", 1, "createdDateTime", "today");
        assertThat(schema.problems(wrong, "microsoft.graph.user")).hasSize(3);
    }

    private static List<JsonObject> objects(JsonObject body) {
        if (!body.has("value") || !body.get("value").isJsonArray()) {
            return List.of(body);
        }
        var objects = new ArrayList<JsonObject>();
        for (JsonElement row : body.getAsJsonArray("value")) {
            objects.add(row.getAsJsonObject());
        }
        return objects;
    }
}
