package dev.cordon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every Graph route shares: query options, pages, batches, permissions, errors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphProtocolTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final List<String> EVENTUAL = List.of("ConsistencyLevel", "eventual");

    private TestingTenant tenant;
    private String token;

    @BeforeAll
    void start() {
        tenant = TestingTenant.small();
        token = tenant.graphToken();
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    @Test
    void filters_by_equality_prefix_and_list() {
        assertThat(names("startsWith(userPrincipalName,'anna')")).containsExactly(ANNA);
        assertThat(names("displayName eq 'Bo Lund' or displayName eq 'Chief'")).hasSize(2);
        assertThat(names("userPrincipalName in ('" + ANNA + "','bo.lund@contoso.example')"))
                .hasSize(2);
        assertThat(names("accountEnabled eq true and department eq 'Finance'")).containsExactly(ANNA);
    }

    @Test
    void refuses_an_advanced_filter_without_the_header() {
        Reply plain = get("/v1.0/users?$filter=department ne 'IT'");
        assertThat(plain.errorCode()).isEqualTo("Request_UnsupportedQuery");
        Reply advanced = tenant.graph(token, "GET", "/v1.0/users?$count=true&$filter=department ne 'IT'", EVENTUAL);
        assertThat(advanced.status()).isEqualTo(200);
        assertThat(advanced.json().get("@odata.count").getAsInt())
                .isEqualTo(advanced.value().size());
    }

    @Test
    void refuses_a_filter_it_cannot_read() {
        Reply reply = get("/v1.0/users?$filter=displayName likes 'Bo'");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorCode()).isEqualTo("BadRequest");
    }

    @Test
    void gives_pages_that_together_are_everything() {
        var seen = new ArrayList<String>();
        String next = tenant.connection().graph() + "/v1.0/users?$top=2&$select=id";
        while (!next.isEmpty()) {
            JsonObject page = tenant.send(HttpRequest.newBuilder(URI.create(next))
                            .header("Authorization", "Bearer " + token)
                            .build())
                    .json();
            page.getAsJsonArray("value")
                    .forEach(row -> seen.add(row.getAsJsonObject().get("id").getAsString()));
            next = page.has("@odata.nextLink") ? page.get("@odata.nextLink").getAsString() : "";
        }
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void expands_the_manager() {
        Reply reply = get("/v1.0/users/" + ANNA + "?$select=id&$expand=manager($select=id,displayName)");
        assertThat(reply.json()
                        .getAsJsonObject("manager")
                        .get("userPrincipalName")
                        .getAsString())
                .isEqualTo("admin@contoso.example");
    }

    @Test
    void understands_keys_in_parentheses_and_both_versions() {
        assertThat(get("/v1.0/users('" + ANNA + "')").status()).isEqualTo(200);
        assertThat(get("/beta/users/" + ANNA).status()).isEqualTo(200);
    }

    @Test
    void answers_a_missing_person_as_the_directory_does() {
        Reply reply = get("/v1.0/users/nobody@contoso.example");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.errorCode()).isEqualTo("Request_ResourceNotFound");
        assertThat(reply.json()
                        .getAsJsonObject("error")
                        .getAsJsonObject("innerError")
                        .keySet())
                .contains("date", "request-id", "client-request-id");
    }

    @Test
    void echoes_the_clients_request_id() {
        Reply reply = tenant.graph(token, "GET", "/v1.0/users/" + ANNA, List.of("client-request-id", "my-own-id"));
        assertThat(reply.header("client-request-id")).isEqualTo("my-own-id");
        assertThat(reply.header("request-id")).isNotEmpty();
    }

    @Test
    void refuses_what_the_roles_do_not_reach() {
        Reply reply =
                tenant.graph(token, "PATCH", "/v1.0/users/chief@contoso.example", Json.object("accountEnabled", false));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.errorCode()).isEqualTo("Authorization_RequestDenied");
    }

    @Test
    void refuses_a_plain_person_to_act_on_others() {
        String bo = tenant.tokenAs("bo.lund@contoso.example", "graph");
        assertThat(tenant.graph(bo, "POST", "/v1.0/users/" + ANNA + "/revokeSignInSessions")
                        .status())
                .isEqualTo(403);
        assertThat(tenant.graph(bo, "GET", "/v1.0/me").status()).isEqualTo(200);
    }

    @Test
    void answers_a_batch_item_by_item() {
        Reply reply = batch(
                Json.object("id", "1", "method", "GET", "url", "/users/" + ANNA + "?$select=id"),
                Json.object("id", "2", "method", "GET", "url", "/users/nobody@contoso.example"),
                Json.object("id", "3", "method", "GET", "url", "/users/" + ANNA, "dependsOn", List.of("2")));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(status(reply, "1")).isEqualTo(200);
        assertThat(status(reply, "2")).isEqualTo(404);
        assertThat(status(reply, "3")).isEqualTo(424);
    }

    @Test
    void logs_a_batch_and_each_of_its_items() {
        String id = batch(Json.object("id", "1", "method", "GET", "url", "/users/" + ANNA))
                .header("request-id");
        assertThat(tenant.requests())
                .filteredOn(row -> row.get("batchId").toString().contains(id))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.get("path").getAsString()).isEqualTo("/v1.0/users/" + ANNA));
    }

    @Test
    void refuses_a_batch_of_more_than_twenty_and_of_equal_ids() {
        var many = new ArrayList<JsonObject>();
        for (int i = 0; i < 21; i++) {
            many.add(Json.object("id", "" + i, "method", "GET", "url", "/users"));
        }
        assertThat(batch(many.toArray(JsonObject[]::new)).status()).isEqualTo(400);
        JsonObject one = Json.object("id", "1", "method", "GET", "url", "/users");
        assertThat(batch(one, one).status()).isEqualTo(400);
    }

    private Reply batch(JsonObject... requests) {
        return tenant.graph(token, "POST", "/v1.0/$batch", Json.object("requests", List.of(requests)));
    }

    private static int status(Reply batch, String id) {
        for (var response : batch.json().getAsJsonArray("responses")) {
            if (response.getAsJsonObject().get("id").getAsString().equals(id)) {
                return response.getAsJsonObject().get("status").getAsInt();
            }
        }
        return 0;
    }

    private Reply get(String path) {
        return tenant.graph(token, "GET", path);
    }

    private List<String> names(String filter) {
        return get("/v1.0/users?$filter=" + filter).value().stream()
                .map(row -> row.get("userPrincipalName").getAsString())
                .toList();
    }
}
