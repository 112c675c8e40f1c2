package dev.cordon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The way of a first response: token by certificate, read, revoke, reset, block, read back, log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedTenantTest {

    private static final String ANNA = "anna.berg@contoso.example";

    private TestingTenant tenant;

    @BeforeAll
    void start() {
        tenant = TestingTenant.small();
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    @Test
    void gives_the_application_a_token_for_its_certificate() {
        assertThat(tenant.graphToken()).contains(".");
    }

    @Test
    void reads_a_person_with_the_properties_asked_for() {
        Reply reply = tenant.graph(
                tenant.graphToken(), "GET", "/v1.0/users/" + ANNA + "?$select=id,displayName,accountEnabled");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().keySet()).containsExactly("@odata.context", "id", "displayName", "accountEnabled");
    }

    @Test
    void shows_that_sessions_were_revoked() {
        String token = tenant.graphToken();
        String select = "/v1.0/users/" + ANNA + "?$select=signInSessionsValidFromDateTime";
        String before = tenant.graph(token, "GET", select)
                .json()
                .get("signInSessionsValidFromDateTime")
                .getAsString();
        Reply revoked = tenant.graph(token, "POST", "/v1.0/users/" + ANNA + "/revokeSignInSessions");
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.json().get("value").getAsBoolean()).isTrue();
        String after = tenant.graph(token, "GET", select)
                .json()
                .get("signInSessionsValidFromDateTime")
                .getAsString();
        assertThat(after).isGreaterThan(before).startsWith("2026-03-02T08:");
    }

    @Test
    void resets_a_password_and_blocks_an_account() {
        String token = tenant.graphToken();
        JsonObject profile = Json.object("password", "Winter!2026-long", "forceChangePasswordNextSignIn", true);
        Reply reset = tenant.graph(token, "PATCH", "/v1.0/users/" + ANNA, Json.object("passwordProfile", profile));
        Reply block = tenant.graph(
                token, "PATCH", "/v1.0/users/bo.lund@contoso.example", Json.object("accountEnabled", false));
        assertThat(List.of(reset.status(), block.status())).containsOnly(204);
        assertThat(tenant.control("/secrets").text()).contains("Winter!2026-long");
        Reply read = tenant.graph(token, "GET", "/v1.0/users/bo.lund@contoso.example?$select=accountEnabled");
        assertThat(read.json().get("accountEnabled").getAsBoolean()).isFalse();
    }

    @Test
    void refuses_a_token_it_has_not_issued() {
        Reply reply = tenant.graph("abc", "GET", "/v1.0/users/" + ANNA);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.errorCode()).isEqualTo("InvalidAuthenticationToken");
    }

    @Test
    void names_what_it_does_not_serve() {
        Reply reply = tenant.graph(tenant.graphToken(), "GET", "/v1.0/planner/plans");
        assertThat(reply.status()).isEqualTo(501);
        assertThat(reply.text()).contains("GET /v1.0/planner/plans");
    }

    @Test
    void logs_each_request_with_who_what_and_which_objects() {
        tenant.graph(tenant.graphToken(), "GET", "/v1.0/users/" + ANNA);
        JsonObject row = tenant.requests().stream()
                .filter(request -> request.get("path").getAsString().equals("/v1.0/users/" + ANNA))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("caller").getAsString()).isEqualTo("app");
        assertThat(row.get("host").getAsString()).isEqualTo("graph");
        assertThat(row.get("objects").getAsJsonArray()).contains(row.get("target"));
    }

    @Test
    void tells_tenant_time_in_the_date_header() {
        Reply reply = tenant.graph(tenant.graphToken(), "GET", "/v1.0/users/" + ANNA);
        assertThat(reply.header("date")).startsWith("Mon, 02 Mar 2026 ");
    }

    @Test
    void refuses_a_wrong_assertion() {
        Reply reply = tenant.token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                tenant.connection().clientId(),
                "scope",
                "https://graph.microsoft.com/.default",
                "client_assertion",
                tenant.assertion("https://elsewhere.example/token")));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().get("error").getAsString()).isEqualTo("invalid_client");
    }
}
