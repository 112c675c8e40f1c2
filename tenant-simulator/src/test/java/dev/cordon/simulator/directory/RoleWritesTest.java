package dev.cordon.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.RewoundTenant;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Directory roles are taken away and given back on every way there is (A13-A15, U13); devices too (A17, U10). */
class RoleWritesTest extends RewoundTenant {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";
    private static final String BASE = "/roleManagement/directory";
    private static final String REPORTS = "4a5d8f65-41da-4de4-8968-e035b65339cf";
    private static final String GLOBAL = "62e90394-69f5-4237-9190-012177145e10";
    private static final String PLANTED = """
            {id: own-role, kind: role, owner: bo.lund@contoso.example, by: legitimate, object: {role: Reports Reader}}
            {id: own-unit-role, kind: role, owner: bo.lund@contoso.example, by: legitimate, object: {role: Helpdesk Administrator, directoryScopeId: /administrativeUnits/5d2a3f4b-0000-4000-8000-000000000001}}
            {id: evil-role, kind: role, owner: anna.berg@contoso.example, by: attacker, object: {role: Reports Reader}}
            {id: own-laptop, kind: device, owner: bo.lund@contoso.example, by: legitimate, object: {displayName: LT-BO}}
            """;
    private static final String SCENARIO = TestingTenant.SMALL.replace(
            "permissions: respond",
            "permissions: [RoleManagement.ReadWrite.Directory, RoleManagement.Read.Directory,"
                    + " Device.ReadWrite.All, Directory.Read.All, AuditLog.Read.All, User.Read.All]");

    RoleWritesTest() {
        super(SCENARIO, PLANTED);
    }

    private JsonObject assignment(String upn, String template) {
        return responder.list(BASE + "/roleAssignments?$filter=principalId eq '" + responder.id(upn) + "'").stream()
                .filter(row -> row.get("roleDefinitionId").getAsString().equals(template))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_assignment_goes_and_comes_back_equal() {
        var role = assignment(BO, REPORTS);
        var path = BASE + "/roleAssignments/" + role.get("id").getAsString();
        responder.done("DELETE", path);
        assertThat(responder.collateral()).containsExactly("own-role removed");
        assertThat(responder.lastActivity()).isEqualTo("Remove member from role");
        assertThat(responder.graph("DELETE", path).status()).isEqualTo(404);

        role.remove("id");
        responder.done("POST", BASE + "/roleAssignments", role);
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.lastActivity()).isEqualTo("Add member to role");
        assertThat(responder.graph("POST", BASE + "/roleAssignments", role).status())
                .isEqualTo(400);
    }

    @Test
    void a_role_in_an_administrative_unit_comes_back_in_that_unit_alone() {
        var role = responder.list(BASE + "/roleAssignments").stream()
                .filter(row -> !row.get("directoryScopeId").getAsString().equals("/"))
                .findFirst()
                .orElseThrow();
        responder.done("DELETE", BASE + "/roleAssignments/" + role.get("id").getAsString());
        role.remove("id");
        var wide = role.deepCopy();
        wide.addProperty("directoryScopeId", "/");
        responder.done("POST", BASE + "/roleAssignments", wide);
        assertThat(responder.collateral()).containsExactly("own-unit-role removed");
        responder.done("POST", BASE + "/roleAssignments", role);
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void a_member_of_a_role_goes_and_comes_back_by_reference() {
        var members = "/directoryRoles/"
                + responder.list("/directoryRoles").stream()
                        .filter(role -> role.get("roleTemplateId").getAsString().equals(REPORTS))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .getAsString()
                + "/members/";
        var bo = responder.id(BO);
        responder.done("DELETE", members + bo + "/$ref");
        assertThat(responder.collateral()).containsExactly("own-role removed");
        assertThat(responder.graph("DELETE", members + bo + "/$ref").status()).isEqualTo(404);
        var reference = Json.object("@odata.id", "https://graph.microsoft.com/v1.0/directoryObjects/" + bo);
        responder.done("POST", members + "$ref", reference);
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.graph("POST", members + "$ref", reference).text()).contains("already exist");

        responder.done("DELETE", members + responder.id(ANNA) + "/$ref");
        assertThat(responder.holds(ANNA, "roles")).isEmpty();
    }

    @Test
    void the_last_global_administrator_stays() {
        var path = BASE + "/roleAssignments/"
                + assignment("chief@contoso.example", GLOBAL).get("id").getAsString();
        var refused = responder.graph("DELETE", path);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Global Administrator");

        responder.done(
                "POST",
                BASE + "/roleAssignments",
                Json.object("principalId", responder.id(BO), "roleDefinitionId", GLOBAL, "directoryScopeId", "/"));
        responder.done("DELETE", path);
    }

    @Test
    void an_active_role_goes_and_comes_back_by_request() {
        var request = Json.object(
                "action", "adminRemove",
                "principalId", responder.id(BO),
                "roleDefinitionId", REPORTS,
                "directoryScopeId", "/",
                "justification", "incident");
        var path = BASE + "/roleAssignmentScheduleRequests";
        assertThat(responder.graph("POST", path, request).text()).contains("AadPremiumLicenseRequired");
        responder.tenant().control("/licences", Json.object("set", List.of("E5")));

        assertThat(responder.list(BASE + "/roleAssignmentScheduleInstances"))
                .hasSizeGreaterThan(2)
                .allSatisfy(row ->
                        assertThat(row.get("assignmentType").getAsString()).isEqualTo("Assigned"));
        assertThat(responder.done("POST", path, request).get("status").getAsString())
                .isEqualTo("Revoked");
        assertThat(responder.collateral()).containsExactly("own-role removed");
        request.addProperty("action", "adminAssign");
        responder.done("POST", path, request);
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.graph("POST", path, request).text()).contains("RoleAssignmentExists");
    }

    @Test
    void a_device_is_disabled_and_enabled_or_deleted() {
        var device = responder.list("/users/" + BO + "/registeredDevices").getFirst();
        var path = "/devices/" + device.get("id").getAsString();
        responder.done("PATCH", path, Json.object("accountEnabled", false));
        assertThat(responder.collateral()).containsExactly("own-laptop disabled");
        responder.done("PATCH", path, Json.object("accountEnabled", true));
        assertThat(responder.collateral()).isEmpty();
        responder.done("DELETE", path);
        assertThat(responder.collateral()).containsExactly("own-laptop removed");
        assertThat(responder.lastActivity()).isEqualTo("Delete device");
    }
}
