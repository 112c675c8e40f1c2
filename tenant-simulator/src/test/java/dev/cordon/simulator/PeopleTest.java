package dev.cordon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People who are not plain members: synchronised, federated, guests, new and deleted ones; and what replicas show late. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {

    private static final String SCENARIO = TestingTenant.SMALL
            .replace(
                    "authentication: managed}]",
                    "authentication: managed}, {name: federated.example, authentication: federated}]\n  hybrid: write-back")
            .replace("replication: PT0S", "replication: PT10S")
            .replace("people:", """
                    people:
                      - {upn: fed@federated.example, displayName: Fed, synchronised: false}
                      - {upn: cloud@contoso.example, displayName: Cloud, synchronised: false}
                      - {upn: visitor@partner.example, displayName: Visitor, userType: guest}""");

    private TestingTenant tenant;
    private String app = "";
    private String operator = "";

    @BeforeAll
    void start() {
        tenant = TestingTenant.of(SCENARIO);
        tenant.control("/clock", Json.object("speed", 0));
        tenant.control("/snapshot", new JsonObject());
    }

    @BeforeEach
    void restore() {
        tenant.control("/restore", new JsonObject());
        app = tenant.graphToken();
        operator = tenant.tokenAs("operator", "graph");
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    @Test
    void refuses_to_set_the_password_of_a_synchronised_person() {
        Reply reply = password("anna.berg@contoso.example");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("on-premises mastered Directory Sync objects");
    }

    @Test
    void writes_a_reset_back_when_the_operator_gives_the_password() {
        String path =
                "/v1.0/users/anna.berg@contoso.example/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword";
        assertThat(tenant.graph(operator, "POST", path, new JsonObject()).status())
                .isEqualTo(400);
        assertThat(tenant.graph(operator, "POST", path, Json.object("newPassword", "Winter!2026-long"))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void refuses_to_set_the_password_of_a_federated_person() {
        assertThat(password("fed@federated.example").status()).isEqualTo(400);
    }

    @Test
    void refuses_a_password_that_is_too_simple() {
        JsonObject profile = Json.object("password", "simple");
        Reply reply = tenant.graph(
                app, "PATCH", "/v1.0/users/cloud@contoso.example", Json.object("passwordProfile", profile));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("complexity");
    }

    @Test
    void revokes_the_sessions_of_a_guest_without_a_promise() {
        assertThat(tenant.graph(app, "POST", "/v1.0/users/visitor@partner.example/revokeSignInSessions")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shows_a_change_only_when_it_has_replicated() {
        tenant.graph(app, "PATCH", "/v1.0/users/cloud@contoso.example", Json.object("accountEnabled", false));
        assertThat(enabled()).isTrue();
        tenant.advance("PT11S");
        assertThat(enabled()).isFalse();
    }

    @Test
    void finds_a_new_person_a_little_later_and_a_deleted_one_in_the_bin() {
        Reply made = tenant.graph(
                app,
                "POST",
                "/v1.0/users",
                Json.object(
                        "accountEnabled", true,
                        "displayName", "Drill",
                        "mailNickname", "drill",
                        "userPrincipalName", "drill@contoso.example",
                        "passwordProfile", Json.object("password", "Winter!2026-long")));
        assertThat(made.status()).isEqualTo(201);
        String path = "/v1.0/users/" + made.json().get("id").getAsString();
        assertThat(tenant.graph(app, "GET", path).status()).isEqualTo(404);
        tenant.advance("PT11S");
        assertThat(tenant.graph(app, "GET", path).status()).isEqualTo(200);
        assertThat(tenant.graph(app, "DELETE", path).status()).isEqualTo(204);
        tenant.advance("PT11S");
        assertThat(tenant.graph(app, "DELETE", path).status()).isEqualTo(404);
        assertThat(tenant.graph(app, "GET", "/v1.0/directory/deletedItems/microsoft.graph.user")
                        .value())
                .hasSize(1);
        String bin = "/v1.0/directory/deletedItems/" + made.json().get("id").getAsString() + "/restore";
        assertThat(tenant.graph(app, "POST", bin).status()).isEqualTo(200);
    }

    @Test
    void counts_and_searches_people() {
        assertThat(tenant.graph(app, "GET", "/v1.0/users/$count").text()).isEqualTo("7");
        Reply found = tenant.graph(
                app,
                "GET",
                "/v1.0/users?$search=\"displayName:vis\"",
                java.util.List.of("ConsistencyLevel", "eventual"));
        assertThat(found.value()).hasSize(1);
    }

    @Test
    void refuses_a_filter_on_a_property_that_does_not_exist() {
        Reply reply = tenant.graph(app, "GET", "/v1.0/users?$filter=nickname eq 'x'");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("nickname");
    }

    private boolean enabled() {
        return tenant.graph(app, "GET", "/v1.0/users/cloud@contoso.example?$select=accountEnabled")
                .json()
                .get("accountEnabled")
                .getAsBoolean();
    }

    private Reply password(String upn) {
        JsonObject profile = Json.object("password", "Winter!2026-long", "forceChangePasswordNextSignIn", true);
        return tenant.graph(app, "PATCH", "/v1.0/users/" + upn, Json.object("passwordProfile", profile));
    }
}
