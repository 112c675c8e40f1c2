package dev.cordon.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Reply;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eligible roles are taken away and given back by requests. */
class EligibilityTest {

    private static final String BASE = "/v1.0/roleManagement/directory";
    private static final String REPORTS_READER = "4a5d8f65-41da-4de4-8968-e035b65339cf";
    private static final String SCENARIO = TestingTenant.SMALL
            .replace(
                    "permissions: respond",
                    "permissions: [RoleEligibilitySchedule.ReadWrite.Directory, RoleManagement.Read.Directory, AuditLog.Read.All, User.Read.All]")
            .replace("attacker: {}\n", """
                    persistence:
                      - {id: bo-eligible, kind: role, owner: bo.lund@contoso.example, by: legitimate, object: {role: Reports Reader, eligible: true}}
                      - {id: evil-eligible, kind: role, owner: anna.berg@contoso.example, by: attacker, object: {role: Reports Reader, eligible: true}}
                    """);

    @Test
    void a_request_removes_an_eligible_role_and_another_gives_it_back() {
        try (var tenant = TestingTenant.of(SCENARIO)) {
            var token = tenant.tokenAs("app", "graph");
            assertThat(ask(tenant, token, "adminRemove", "anna.berg").json().toString())
                    .contains("AadPremiumLicenseRequired");
            tenant.control("/licences", Json.object("set", List.of("E5")));

            assertThat(held(tenant)).hasSize(1);
            assertThat(tenant.graph(token, "GET", BASE + "/roleEligibilityScheduleInstances?$expand=roleDefinition")
                            .value())
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.getAsJsonObject("roleDefinition")
                                    .get("displayName")
                                    .getAsString())
                            .isEqualTo("Reports Reader"));
            var removed = ask(tenant, token, "adminRemove", "anna.berg");
            assertThat(removed.status()).as(removed.text()).isEqualTo(201);
            assertThat(removed.json().get("status").getAsString()).isEqualTo("Revoked");
            assertThat(ask(tenant, token, "adminRemove", "anna.berg").status()).isEqualTo(404);
            assertThat(held(tenant)).isEmpty();
            assertThat(eligible(tenant, token)).hasSize(1);
            assertThat(lastAudit(tenant, token)).isEqualTo("Remove eligible member from role");
            assertThat(collateral(tenant)).isEqualTo("[]");

            ask(tenant, token, "adminRemove", "bo.lund");
            assertThat(collateral(tenant)).contains("bo-eligible", "removed");
            assertThat(ask(tenant, token, "adminAssign", "bo.lund").status()).isEqualTo(201);
            assertThat(collateral(tenant)).isEqualTo("[]");
            assertThat(lastAudit(tenant, token)).isEqualTo("Add eligible member to role");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roleEligibilityScheduleInstances",
                "roleEligibilitySchedules",
                "roleAssignmentScheduleInstances",
                "roleAssignmentSchedules"
            })
    void without_the_licence_what_is_eligible_is_refused_as_microsoft_refuses_it(String list) {
        try (var tenant = TestingTenant.of(SCENARIO)) {
            var token = tenant.tokenAs("app", "graph");
            var refused = tenant.graph(token, "GET", BASE + "/" + list);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().getAsJsonObject("error"))
                    .satisfies(
                            error -> assertThat(error.get("code").getAsString()).isEqualTo("AadPremiumLicenseRequired"))
                    .satisfies(
                            error -> assertThat(error.get("message").getAsString())
                                    .isEqualTo(
                                            "The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license."));
            var request = ask(tenant, token, "adminRemove", "anna.berg");
            assertThat(request.status()).isEqualTo(400);

            tenant.control("/licences", Json.object("set", List.of("E5")));
            assertThat(tenant.graph(token, "GET", BASE + "/" + list).status()).isEqualTo(200);
            tenant.control("/licences", Json.object("set", List.of("E3")));
            assertThat(tenant.graph(token, "GET", BASE + "/" + list).status()).isEqualTo(400);
        }
    }

    private static Reply ask(TestingTenant tenant, String token, String action, String who) {
        var principal = tenant.graph(token, "GET", "/v1.0/users/" + who + "@contoso.example")
                .json()
                .get("id");
        return tenant.graph(
                token,
                "POST",
                BASE + "/roleEligibilityScheduleRequests",
                Json.object(
                        "action", action,
                        "principalId", principal,
                        "roleDefinitionId", REPORTS_READER,
                        "directoryScopeId", "/",
                        "justification", "incident"));
    }

    private static List<JsonObject> eligible(TestingTenant tenant, String token) {
        return tenant.graph(token, "GET", BASE + "/roleEligibilityScheduleInstances")
                .value();
    }

    private static String lastAudit(TestingTenant tenant, String token) {
        return tenant.graph(token, "GET", "/v1.0/auditLogs/directoryAudits")
                .value()
                .getFirst()
                .get("activityDisplayName")
                .getAsString();
    }

    private static String collateral(TestingTenant tenant) {
        return tenant.control("/truth").json().getAsJsonArray("collateral").toString();
    }

    private static com.google.gson.JsonArray held(TestingTenant tenant) {
        return tenant.control("/truth")
                .json()
                .getAsJsonObject("accounts")
                .getAsJsonObject("anna.berg@contoso.example")
                .getAsJsonObject("holds")
                .getAsJsonArray("roles");
    }
}
