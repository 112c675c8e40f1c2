package dev.cordon.simulator.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.Reply;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every answer of every served route has only properties that Microsoft declares, holding what they should. A route that
 * answers with a body stands in one of the two tables, or in {@link #NOT_IN_THE_SCHEMA}.
 */
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
              - {id: m10, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -P9D, object: {type: qrCodePin}}
              - {id: r1, kind: inbox-rule, owner: anna.berg@contoso.example, by: legitimate, created: -P90D, object: {displayName: Invoices, conditions: {subjectContains: [invoice]}, actions: {moveToFolder: Archive, markAsRead: true}}}
              - {id: c1, kind: consent, owner: anna.berg@contoso.example, by: legitimate, created: -P260D, object: {app: {displayName: CRM, publisherName: Soft}, scope: [User.Read]}}
              - {id: m9, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -P9D, object: {type: external, displayName: Token card}}
              - {id: a1, kind: app-role-assignment, owner: anna.berg@contoso.example, by: legitimate, created: -P260D, object: {app: {displayName: CRM, publisherName: Soft}}}
              - {id: o1, kind: role, owner: bo.lund@contoso.example, by: legitimate, created: -P260D, object: {role: Reports Reader, eligible: true}}
              - {id: d1, kind: device, owner: anna.berg@contoso.example, by: legitimate, created: -P400D, object: {displayName: PC-1, operatingSystem: Windows, trustType: AzureAd}}
            mailboxes:
              - {owner: anna.berg@contoso.example, type: user, folders: [Archive], messages: 5}
            history:
              signIns: [{user: anna.berg@contoso.example, at: -PT20H, ip: 203.0.113.9, country: NL, by: attacker}]
            """;

    private static final String CHAT =
            "{\"chatType\": \"oneOnOne\", \"members\": [{\"roles\": [\"owner\"], \"user@odata.bind\": \"https://graph.microsoft.com/v1.0/users('{annaId}')\"}, {\"roles\": [\"owner\"], \"user@odata.bind\": \"https://graph.microsoft.com/v1.0/users('{operatorId}')\"}]}";

    /** Routes whose type Microsoft's schema of this release, as far as it is vendored, does not have, and why that is all right. */
    private static final Set<String> NOT_IN_THE_SCHEMA = Set.of(
            // bodies that are no entities: a number as text, a boolean value, nothing at all
            "GET /{version}/users/$count",
            "POST /{version}/users/{user}/revokeSignInSessions",
            "POST /beta/users/{user}/invalidateAllRefreshTokens",
            "POST /{version}/users/{user}/sendMail",
            "POST /{version}/users/{user}/messages/{message}/permanentDelete",
            "POST /{version}/users/{user}/mailFolders/{folder}/messages/{message}/permanentDelete",
            "POST /{version}/identityProtection/riskyUsers/confirmCompromised",
            "POST /{version}/identityProtection/riskyUsers/dismiss",
            "PATCH /{version}/users/{user}",
            "PATCH /{version}/oauth2PermissionGrants/{grant}",
            "PATCH /{version}/servicePrincipals/{principal}",
            "PATCH /{version}/devices/{device}",
            "POST /{version}/directoryRoles/{role}/members/$ref",
            // beta alone
            "POST /beta/security/threatSubmission/urlThreats",
            "GET /beta/security/threatSubmission/urlThreats",
            "GET /beta/security/threatSubmission/urlThreats/{submission}",
            "POST /beta/security/threatSubmission/emailThreats",
            "GET /beta/security/threatSubmission/emailThreats",
            "GET /beta/security/threatSubmission/emailThreats/{submission}",
            "GET /beta/users/{user}/authentication/signInPreferences",
            "PATCH /beta/users/{user}/authentication/signInPreferences",
            "GET /beta/users/{user}/authentication/requirements",
            "PATCH /beta/users/{user}/authentication/requirements",
            "GET /{version}/users/{user}/authentication/hardwareOathMethods",
            "GET /{version}/users/{user}/authentication/hardwareOathMethods/{method}",
            // stand-ins for a person at a page of Microsoft's
            "POST /beta/users/{user}/authentication/microsoftAuthenticatorMethods",
            "POST /beta/users/{user}/authentication/fido2Methods",
            "POST /beta/users/{user}/authentication/softwareOathMethods",
            "POST /beta/users/{user}/authentication/hardwareOathMethods",
            "POST /beta/users/{user}/authentication/windowsHelloForBusinessMethods",
            "POST /beta/users/{user}/authentication/platformCredentialMethods",
            "POST /beta/users/{user}/authentication/externalAuthenticationMethods",
            // for permissions that a responder does not have; ChatsTest holds them against the schema
            "GET /{version}/chats/{chat}",
            "GET /{version}/chats/{chat}/members",
            "GET /{version}/chats/{chat}/messages",
            // types that are not vendored
            "GET /{version}/domains",
            "GET /{version}/domains/{domain}/federationConfiguration",
            "GET /{version}/subscribedSkus",
            "GET /{version}/security/secureScores",
            "GET /{version}/users/{user}/licenseDetails",
            "GET /{version}/roleManagement/directory/roleEligibilityScheduleInstances",
            "GET /{version}/roleManagement/directory/roleEligibilitySchedules",
            "POST /{version}/roleManagement/directory/roleEligibilityScheduleRequests",
            "GET /{version}/roleManagement/directory/roleAssignmentScheduleInstances",
            "GET /{version}/roleManagement/directory/roleAssignmentSchedules",
            "POST /{version}/roleManagement/directory/roleAssignmentScheduleRequests",
            "GET /{version}/policies/identitySecurityDefaultsEnforcementPolicy",
            "GET /{version}/policies/authorizationPolicy",
            "GET /{version}/policies/authenticationMethodsPolicy",
            "GET /{version}/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass",
            "GET /{version}/users/{user}/mailFolders/{folder}/messages",
            "GET /{version}/users/{user}/messages",
            "GET /{version}/users/{user}/messages/{message}",
            "GET /{version}/users/{user}/messages/{message}/$value",
            "POST /{version}/users/{user}/messages/{message}/move",
            "POST /{version}/users/{user}/mailFolders/{folder}/messages/{message}/move",
            "GET /{version}/admin/exchange/tracing/messageTraces",
            "GET /{version}/admin/exchange/tracing/messageTraces/{trace}/{details}");

    private final GraphSchema schema = new GraphSchema();
    private final Map<String, String> names = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // made before all tests
    private TestingTenant tenant;

    @SuppressWarnings("NullAway.Init") // made before all tests
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
        JsonObject search =
                Json.object("filterStartDateTime", "2026-02-01T00:00:00Z", "filterEndDateTime", "2026-03-03T00:00:00Z");
        names.put(
                "query",
                tenant.graph(token, "POST", "/v1.0/security/auditLog/queries", search)
                        .json()
                        .get("id")
                        .getAsString());
        tenant.advance("PT3H");
        name();
    }

    private void name() {
        names.put("anna", ANNA);
        names.put("bo", "bo.lund@contoso.example");
        names.put("chief", "chief@contoso.example");
        names.put("operatorId", id("/v1.0/users/admin@contoso.example"));
        names.put("annaId", id("/v1.0/users/" + ANNA));
        names.put("boId", id("/v1.0/users/bo.lund@contoso.example"));
        names.put("gone", deleted("gone@contoso.example"));
        names.put("other", deleted("other@contoso.example"));
        names.put("password", "28c10230-6103-485e-b985-444c60001490");
        for (var method : List.of(
                "phone phoneMethods",
                "authenticator microsoftAuthenticatorMethods",
                "fido2 fido2Methods",
                "oath softwareOathMethods",
                "email emailMethods",
                "pass temporaryAccessPassMethods",
                "hello windowsHelloForBusinessMethods",
                "platform platformCredentialMethods",
                "external externalAuthenticationMethods")) {
            var words = List.of(method.split(" "));
            names.put(words.getFirst(), id("/v1.0/users/" + ANNA + "/authentication/" + words.getLast()));
        }
        names.put("group", id("/v1.0/groups"));
        names.put("activated", id("/v1.0/directoryRoles"));
        names.put("role", id("/v1.0/roleManagement/directory/roleAssignments"));
        names.put("reader", "4a5d8f65-41da-4de4-8968-e035b65339cf");
        names.put("rule", id("/v1.0/users/" + ANNA + "/mailFolders/inbox/messageRules"));
        names.put("grant", id("/v1.0/users/" + ANNA + "/oauth2PermissionGrants"));
        JsonObject grant = first("/v1.0/users/" + ANNA + "/oauth2PermissionGrants");
        names.put("app", grant.get("clientId").getAsString());
        names.put("resource", grant.get("resourceId").getAsString());
        names.put("device", id("/v1.0/users/" + ANNA + "/registeredDevices"));
        names.put("signIn", id("/v1.0/auditLogs/signIns"));
        names.put("audit", id("/v1.0/auditLogs/directoryAudits"));
        names.put("incident", id("/v1.0/security/incidents"));
        names.put(
                "chat",
                tenant.graph(tenant.tokenAs("operator", "graph"), "POST", "/v1.0/chats", Json.parseObject(named(CHAT)))
                        .json()
                        .get("id")
                        .getAsString());
    }

    private String deleted(String upn) {
        JsonObject person = Json.object(
                "accountEnabled",
                true,
                "displayName",
                "Leaver",
                "mailNickname",
                "leaver",
                "userPrincipalName",
                upn,
                "passwordProfile",
                Json.object("password", "Winter!2026-long"));
        String id = tenant.graph(token, "POST", "/v1.0/users", person)
                .json()
                .get("id")
                .getAsString();
        assertThat(tenant.graph(token, "DELETE", "/v1.0/users/" + id).status()).isEqualTo(204);
        return id;
    }

    private JsonObject first(String path) {
        Reply reply = tenant.graph(token, "GET", path);
        assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(200);
        List<JsonObject> objects = objects(reply.json());
        assertThat(objects).as(path).isNotEmpty();
        return objects.getFirst();
    }

    private String id(String path) {
        return first(path).get("id").getAsString();
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1.0/users | user",
                "GET /v1.0/users/{anna} | user",
                "GET /v1.0/users/{anna}?$select=* | user",
                "GET /v1.0/users/{anna}?$select=id,signInActivity,accountEnabled,assignedPlans,identities | user",
                "GET /v1.0/users/{anna}/manager | user",
                "GET /v1.0/directory/deletedItems/microsoft.graph.user | user",
                "GET /v1.0/directory/deletedItems/{gone} | user",
                "GET /v1.0/users/{anna}/authentication/methods | authenticationMethod",
                "GET /v1.0/users/{anna}/authentication/methods/{password} | passwordAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/passwordMethods | passwordAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/passwordMethods/{password} | passwordAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/phoneMethods | phoneAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/phoneMethods/{phone} | phoneAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/microsoftAuthenticatorMethods | microsoftAuthenticatorAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/microsoftAuthenticatorMethods/{authenticator} | microsoftAuthenticatorAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/fido2Methods | fido2AuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/fido2Methods/{fido2} | fido2AuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/softwareOathMethods | softwareOathAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/softwareOathMethods/{oath} | softwareOathAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/emailMethods | emailAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/emailMethods/{email} | emailAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/temporaryAccessPassMethods | temporaryAccessPassAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/temporaryAccessPassMethods/{pass} | temporaryAccessPassAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/windowsHelloForBusinessMethods | windowsHelloForBusinessAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/windowsHelloForBusinessMethods/{hello} | windowsHelloForBusinessAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/platformCredentialMethods | platformCredentialAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/platformCredentialMethods/{platform} | platformCredentialAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/externalAuthenticationMethods | externalAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/externalAuthenticationMethods/{external} | externalAuthenticationMethod",
                "GET /v1.0/users/{anna}/authentication/qrCodePinMethod | qrCodePinAuthenticationMethod",
                "GET /v1.0/users/{anna}/memberOf | directoryObject",
                "GET /v1.0/users/{chief}/memberOf/microsoft.graph.directoryRole | directoryRole",
                "GET /v1.0/users/{anna}/transitiveMemberOf | directoryObject",
                "GET /v1.0/users/{anna}/transitiveMemberOf/microsoft.graph.group | group",
                "GET /v1.0/groups | group",
                "GET /v1.0/groups/{group} | group",
                "GET /v1.0/groups/{group}/members | directoryObject",
                "GET /v1.0/directoryRoles | directoryRole",
                "GET /v1.0/directoryRoles/{activated}/members | directoryObject",
                "GET /v1.0/roleManagement/directory/roleAssignments?$expand=roleDefinition | unifiedRoleAssignment",
                "GET /v1.0/roleManagement/directory/roleAssignments/{role} | unifiedRoleAssignment",
                "GET /v1.0/roleManagement/directory/roleDefinitions | unifiedRoleDefinition",
                "GET /v1.0/roleManagement/directory/roleDefinitions/{reader} | unifiedRoleDefinition",
                "GET /v1.0/organization | organization",
                "GET /v1.0/reports/authenticationMethods/userRegistrationDetails | userRegistrationDetails",
                "GET /v1.0/reports/authenticationMethods/userRegistrationDetails/{annaId} | userRegistrationDetails",
                "GET /v1.0/identity/conditionalAccess/policies | conditionalAccessPolicy",
                "GET /v1.0/identity/conditionalAccess/namedLocations | namedLocation",
                "GET /v1.0/users/{anna}/mailFolders/inbox/messageRules | messageRule",
                "GET /v1.0/users/{anna}/mailFolders/inbox/messageRules/{rule} | messageRule",
                "GET /v1.0/users/{anna}/mailboxSettings | mailboxSettings",
                "GET /v1.0/users/{anna}/mailFolders | mailFolder",
                "GET /v1.0/users/{anna}/mailFolders/inbox | mailFolder",
                "GET /v1.0/users/{anna}/oauth2PermissionGrants | oAuth2PermissionGrant",
                "GET /v1.0/oauth2PermissionGrants | oAuth2PermissionGrant",
                "GET /v1.0/oauth2PermissionGrants/{grant} | oAuth2PermissionGrant",
                "GET /v1.0/users/{anna}/appRoleAssignments | appRoleAssignment",
                "GET /v1.0/servicePrincipals | servicePrincipal",
                "GET /v1.0/servicePrincipals/{app} | servicePrincipal",
                "GET /v1.0/servicePrincipals/{app}/appRoleAssignments | appRoleAssignment",
                "GET /v1.0/servicePrincipals/{app}/appRoleAssignedTo | appRoleAssignment",
                "GET /v1.0/servicePrincipals/{app}/oauth2PermissionGrants | oAuth2PermissionGrant",
                "GET /v1.0/users/{anna}/registeredDevices | device",
                "GET /v1.0/users/{anna}/ownedDevices | device",
                "GET /v1.0/users/{anna}/ownedObjects | directoryObject",
                "GET /v1.0/devices | device",
                "GET /v1.0/devices/{device} | device",
                "GET /v1.0/auditLogs/signIns | signIn",
                "GET /v1.0/auditLogs/signIns/{signIn} | signIn",
                "GET /v1.0/auditLogs/directoryAudits | directoryAudit",
                "GET /v1.0/auditLogs/directoryAudits/{audit} | directoryAudit",
                "GET /v1.0/security/auditLog/queries | security.auditLogQuery",
                "GET /v1.0/security/auditLog/queries/{query} | security.auditLogQuery",
                "GET /v1.0/security/auditLog/queries/{query}/records | security.auditLogRecord",
                "GET /v1.0/identityProtection/riskyUsers | riskyUser",
                "GET /v1.0/identityProtection/riskyUsers/{annaId} | riskyUser",
                "GET /v1.0/identityProtection/riskDetections | riskDetection",
                "GET /v1.0/security/incidents?$expand=alerts | security.incident",
                "GET /v1.0/security/incidents/{incident} | security.incident",
                "GET /v1.0/security/alerts_v2 | security.alert"
            })
    void answers_as_the_schema_says(String request, String type) {
        Reply reply = tenant.graph(token, "GET", named(request.substring("GET ".length())));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThatItFits(reply, type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "app | POST /v1.0/users | user | {\"accountEnabled\": true, \"displayName\": \"Test\", \"mailNickname\": \"test\", \"userPrincipalName\": \"test@contoso.example\", \"passwordProfile\": {\"password\": \"Winter!2026-long\"}}",
                "app | POST /v1.0/directory/deletedItems/{other}/restore | user | {}",
                "operator | POST /v1.0/users/{bo}/authentication/methods/{password}/resetPassword | passwordResetResponse | {}",
                "app | POST /v1.0/users/{bo}/authentication/phoneMethods | phoneAuthenticationMethod | {\"phoneNumber\": \"+353 871234568\", \"phoneType\": \"mobile\"}",
                "app | POST /v1.0/users/{bo}/authentication/emailMethods | emailAuthenticationMethod | {\"emailAddress\": \"bo@home.example\"}",
                "app | POST /v1.0/users/{bo}/authentication/temporaryAccessPassMethods | temporaryAccessPassAuthenticationMethod | {\"lifetimeInMinutes\": 60, \"isUsableOnce\": true}",
                "chief | POST /v1.0/roleManagement/directory/roleAssignments | unifiedRoleAssignment | {\"principalId\": \"{annaId}\", \"roleDefinitionId\": \"{reader}\", \"directoryScopeId\": \"/\"}",
                "app | POST /v1.0/users/{anna}/mailFolders/inbox/messageRules | messageRule | {\"displayName\": \"Again\", \"sequence\": 2, \"isEnabled\": true, \"conditions\": {\"senderContains\": [\"x\"]}, \"actions\": {\"delete\": true}}",
                "app | PATCH /v1.0/users/{anna}/mailFolders/inbox/messageRules/{rule} | messageRule | {\"isEnabled\": false}",
                "app | PATCH /v1.0/users/{anna}/mailboxSettings | mailboxSettings | {\"automaticRepliesSetting\": {\"status\": \"alwaysEnabled\", \"internalReplyMessage\": \"away\"}}",
                "app | POST /v1.0/oauth2PermissionGrants | oAuth2PermissionGrant | {\"clientId\": \"{app}\", \"consentType\": \"Principal\", \"principalId\": \"{boId}\", \"resourceId\": \"{resource}\", \"scope\": \"User.Read\"}",
                "app | POST /v1.0/users/{bo}/appRoleAssignments | appRoleAssignment | {\"principalId\": \"{boId}\", \"resourceId\": \"{app}\", \"appRoleId\": \"00000000-0000-0000-0000-000000000000\"}",
                "app | POST /v1.0/servicePrincipals/{app}/appRoleAssignedTo | appRoleAssignment | {\"principalId\": \"{boId}\", \"resourceId\": \"{app}\", \"appRoleId\": \"18a4783c-866b-4cc7-a460-3d5e5662c884\"}",
                "app | POST /v1.0/servicePrincipals/{app}/appRoleAssignments | appRoleAssignment | {\"principalId\": \"{app}\", \"resourceId\": \"{resource}\", \"appRoleId\": \"e2a3a72e-5f79-4c64-b1b1-878b674786c9\"}",
                "app | POST /v1.0/security/auditLog/queries | security.auditLogQuery | {\"displayName\": \"All\", \"filterStartDateTime\": \"2026-02-01T00:00:00Z\", \"filterEndDateTime\": \"2026-03-01T00:00:00Z\", \"recordTypeFilters\": [\"exchangeAdmin\"]}",
                "operator | POST /v1.0/chats | chat | " + CHAT,
                "operator | POST /v1.0/chats/{chat}/messages | chatMessage | {\"body\": {\"contentType\": \"text\", \"content\": \"Hello\"}}",
                "app | POST /v1.0/security/runHuntingQuery | security.huntingQueryResults | {\"Query\": \"EmailEvents\"}",
                "anna | POST /v1.0/devices | device | {\"displayName\": \"PC-2\", \"operatingSystem\": \"Windows\"}"
            })
    void answers_a_write_as_the_schema_says(String who, String request, String type, String body) {
        String[] words = request.split(" ");
        String writer = who.equals("app") ? token : tenant.tokenAs(names.getOrDefault(who, who), "graph");
        Reply reply = tenant.graph(writer, words[0], named(words[1]), Json.parseObject(named(body)));
        assertThat(reply.status()).as(reply.text()).isBetween(200, 299);
        assertThatItFits(reply, type);
        if (words[1].endsWith("resetPassword")) {
            String operation = URI.create(reply.header("location")).getRawPath();
            assertThatItFits(tenant.graph(writer, "GET", operation), "longRunningOperation");
        }
    }

    @Test
    void every_route_that_answers_with_a_body_is_checked() throws NoSuchMethodException {
        var checked = new ArrayList<String>();
        checked.add("GET /v1.0/users/{bo}/authentication/operations/{operation}");
        for (var rows : List.of(
                values("answers_as_the_schema_says", String.class, String.class),
                values("answers_a_write_as_the_schema_says", String.class, String.class, String.class, String.class))) {
            for (var row : rows) {
                checked.addAll(List.of(row.split("\\s*\\|\\s*")));
            }
        }
        var unchecked = new ArrayList<String>();
        for (JsonElement row : tenant.control("/coverage").json().getAsJsonArray("operations")) {
            String operation = row.getAsJsonObject().get("operation").getAsString();
            boolean answers =
                    operation.matches("(GET|POST|PATCH) /(\\{version}|beta)/.*") && !operation.endsWith("$batch");
            if (answers && !NOT_IN_THE_SCHEMA.contains(operation) && !isAmong(checked, operation)) {
                unchecked.add(operation);
            }
        }
        assertThat(unchecked).isEmpty();
    }

    private static boolean isAmong(List<String> checked, String operation) {
        var pattern = new StringBuilder();
        for (String segment : operation.split("/", -1)) {
            pattern.append(segment.startsWith("{") ? "[^/?]+" : Pattern.quote(segment))
                    .append('/');
        }
        var matcher = Pattern.compile(pattern.substring(0, pattern.length() - 1) + "(\\?.*)?");
        return checked.stream().anyMatch(request -> matcher.matcher(request).matches());
    }

    private static List<String> values(String method, Class<?>... parameters) throws NoSuchMethodException {
        return List.of(SchemaTest.class
                .getDeclaredMethod(method, parameters)
                .getAnnotation(CsvSource.class)
                .value());
    }

    private String named(String text) {
        String full = text;
        for (var name : names.entrySet()) {
            full = full.replace("{" + name.getKey() + "}", name.getValue());
        }
        return full;
    }

    private void assertThatItFits(Reply reply, String type) {
        String full = "microsoft.graph." + type;
        assertThat(schema.knows(full)).as(full).isTrue();
        var problems = new ArrayList<String>();
        for (JsonObject object : objects(reply.json())) {
            problems.addAll(schema.problems(object, full));
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
