package dev.cordon.simulator.audits;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.RewoundTenant;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both logs name the person first whose role or authentication method was given or taken, as Microsoft's do. */
class PersonAuditsTest extends RewoundTenant {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";
    private static final String SCENARIO = TestingTenant.SMALL.replace(
            "permissions: respond",
            "permissions: [RoleManagement.ReadWrite.Directory, UserAuthenticationMethod.ReadWrite.All,"
                    + " Exchange.ManageAsApp, AuditLog.Read.All, Directory.Read.All, User.Read.All]");
    private static final String METHODS = "/users/" + ANNA + "/authentication/";
    private static final String ASSIGNMENTS = "/roleManagement/directory/roleAssignments";
    private static final String READER = "4a5d8f65-41da-4de4-8968-e035b65339cf";
    private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";

    PersonAuditsTest() {
        super(SCENARIO, """
                {id: app, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -PT2H, object: {type: microsoftAuthenticator, displayName: iPhone, default: true}}
                {id: code, kind: authentication-method, owner: anna.berg@contoso.example, by: attacker, created: -PT3H, object: {type: softwareOath}}
                {id: phone, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -PT4H, object: {type: phone, phoneNumber: "+353 871234567", phoneType: mobile}}
                {id: key, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -PT5H, object: {type: fido2, displayName: Key}}
                {id: role, kind: role, owner: bo.lund@contoso.example, by: attacker, created: -PT6H, object: {role: User Administrator}}
                {id: eligible, kind: role, owner: bo.lund@contoso.example, by: attacker, created: -PT7H, object: {role: Reports Reader, eligible: true}}
                """);
    }

    private String anna() {
        return person(ANNA);
    }

    /** As the first target names him. */
    private String person(String upn) {
        return "User " + responder.id(upn) + " \"" + upn + "\"";
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    private static List<JsonObject> objects(JsonObject row, String name) {
        return row.getAsJsonArray(name).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private List<JsonObject> audits(String activity) {
        return responder.list("/auditLogs/directoryAudits").stream()
                .filter(row -> text(row, "activityDisplayName").equals(activity))
                .toList();
    }

    private JsonObject unified(String activity) {
        return responder
                .run("Search-UnifiedAuditLog", "StartDate", "2026-02-01", "EndDate", "2027-01-01", "ResultSize", 5000)
                .stream()
                .map(row -> Json.parseObject(text(row, "AuditData")))
                .filter(row -> text(row, "Operation").equals(activity + "."))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> targets(JsonObject audit) {
        return objects(audit, "targetResources").stream()
                .map(target -> text(target, "type") + " " + text(target, "id") + " " + target.get("userPrincipalName"))
                .toList();
    }

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

    private String roleObject(String template) {
        return responder.list("/directoryRoles").stream()
                .filter(role -> text(role, "roleTemplateId").equals(template))
                .map(role -> text(role, "id"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_role_names_the_person_with_the_role_and_then_the_role() {
        var role = roleObject(USER_ADMINISTRATOR);

        assertThat(audits("Add member to role")).singleElement().satisfies(row -> {
            assertThat(text(row, "category")).isEqualTo("RoleManagement");
            assertThat(text(row, "operationType")).isEqualTo("Assign");
            assertThat(targets(row)).containsExactly(person(BO), "Role " + role + " null");
            assertThat(objects(row, "targetResources"))
                    .allSatisfy(target ->
                            assertThat(target.get("displayName").isJsonNull()).isTrue());
            assertThat(changes(row))
                    .containsExactly(
                            "Role.ObjectID null -> \"" + role + "\"",
                            "Role.DisplayName null -> \"User Administrator\"",
                            "Role.TemplateId null -> \"" + USER_ADMINISTRATOR + "\"",
                            "Role.WellKnownObjectName null -> \"UserAccountAdmins\"");
            assertThat(row.getAsJsonArray("additionalDetails")).isEmpty();
        });
    }

    @Test
    void a_role_that_is_taken_away_is_an_old_value() {
        var role = roleObject(USER_ADMINISTRATOR);
        var held = responder.list(ASSIGNMENTS).stream()
                .filter(each -> text(each, "roleDefinitionId").equals(USER_ADMINISTRATOR)
                        && text(each, "principalId").equals(responder.id(BO)))
                .findFirst()
                .orElseThrow();

        responder.done("DELETE", ASSIGNMENTS + "/" + text(held, "id"));

        var row = audits("Remove member from role").getFirst();
        assertThat(text(row, "operationType")).isEqualTo("Unassign");
        assertThat(targets(row)).containsExactly(person(BO), "Role " + role + " null");
        assertThat(changes(row))
                .containsExactly(
                        "Role.ObjectID \"" + role + "\" -> null",
                        "Role.DisplayName \"User Administrator\" -> null",
                        "Role.TemplateId \"" + USER_ADMINISTRATOR + "\" -> null",
                        "Role.WellKnownObjectName \"UserAccountAdmins\" -> null");
        assertThat(row.toString()).as("no assignment").doesNotContain(text(held, "id"));
    }

    @Test
    void an_eligible_role_is_told_alike() {
        assertThat(audits("Add eligible member to role")).singleElement().satisfies(row -> {
            assertThat(text(row, "operationType")).isEqualTo("AssignEligibleRole");
            assertThat(targets(row).getFirst()).isEqualTo(person(BO));
            assertThat(changes(row))
                    .contains(
                            "Role.DisplayName null -> \"Reports Reader\"",
                            "Role.TemplateId null -> \"" + READER + "\"");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User registered Authenticator App with Notification and Code",
                "User registered Authenticator App with Code",
                "User registered Mobile Phone SMS",
                "User registered Fido"
            })
    void a_method_is_told_by_its_reason_and_names_the_person_alone(String reason) {
        assertThat(audits("User registered security info"))
                .filteredOn(row -> text(row, "resultReason").equals(reason))
                .singleElement()
                .satisfies(row -> {
                    assertThat(text(row, "loggedByService")).isEqualTo("Authentication Methods");
                    assertThat(targets(row)).containsExactly(anna());
                    assertThat(changes(row)).isEmpty();
                    assertThat(row.getAsJsonArray("additionalDetails")).isEmpty();
                });
    }

    @Test
    void what_an_administrator_takes_away_names_the_person_and_no_method() {
        var key = responder.list(METHODS + "fido2Methods").getFirst();
        responder.done("DELETE", METHODS + "fido2Methods/" + text(key, "id"));

        var row = audits("Admin deleted security info").getFirst();
        assertThat(text(row, "resultReason")).isEqualTo("Admin deleted fido method for user");
        assertThat(targets(row)).containsExactly(anna());
        assertThat(row.toString()).doesNotContain(text(key, "id"));
    }

    @Test
    void a_pass_an_administrator_gives_is_told_with_its_id_and_its_time() {
        var pass = responder.done(
                "POST",
                METHODS + "temporaryAccessPassMethods",
                Json.object("startDateTime", "2026-03-02T10:00:00Z", "lifetimeInMinutes", 60, "isUsableOnce", true));

        var row = audits("Admin registered security info").getFirst();
        assertThat(text(row, "resultReason")).isEqualTo("Admin registered temporary access pass method for user");
        assertThat(targets(row)).containsExactly(anna());
        assertThat(changes(row))
                .containsExactly(
                        "TemporaryAccessPass.TemporaryAccessPass.Id \"\" -> \"" + text(pass, "id") + "\"",
                        "TemporaryAccessPass.TemporaryAccessPass.StartDateTime \"\" -> \"2026-03-02T10:00:00Z\"",
                        "TemporaryAccessPass.TemporaryAccessPass.EndTime \"\" -> \"2026-03-02T11:00:00Z\"",
                        "TemporaryAccessPass.TemporaryAccessPass.AccessPassUsage \"\" -> \"OneTime\"");
        assertThat(row.toString()).doesNotContain(text(pass, "temporaryAccessPass"));
    }

    @Test
    void the_unified_audit_log_says_the_same_of_a_role() {
        var row = unified("Add member to role");

        assertThat(text(row, "Workload")).isEqualTo("AzureActiveDirectory");
        assertThat(row.get("RecordType").getAsInt()).isEqualTo(8);
        assertThat(text(row, "ObjectId")).isEqualTo(BO);
        assertThat(objects(row, "Target").stream().map(each -> text(each, "ID")))
                .containsExactly("User_" + responder.id(BO), responder.id(BO), "User", BO);
        assertThat(objects(row, "ModifiedProperties").stream()
                        .map(each -> text(each, "Name") + " " + text(each, "OldValue") + "->" + text(each, "NewValue")))
                .containsExactly(
                        "Role.ObjectID ->" + roleObject(USER_ADMINISTRATOR),
                        "Role.DisplayName ->User Administrator",
                        "Role.TemplateId ->" + USER_ADMINISTRATOR,
                        "Role.WellKnownObjectName ->UserAccountAdmins");
    }

    @Test
    void the_unified_audit_log_says_the_same_of_a_method() {
        var key = responder.list(METHODS + "fido2Methods").getFirst();
        responder.done("DELETE", METHODS + "fido2Methods/" + text(key, "id"));

        var row = unified("Admin deleted security info");
        assertThat(text(row, "ObjectId")).isEqualTo(ANNA);
        assertThat(objects(row, "Target").stream().map(each -> text(each, "ID")))
                .contains(responder.id(ANNA), ANNA);
        assertThat(row.toString()).doesNotContain(text(key, "id"));
    }
}
