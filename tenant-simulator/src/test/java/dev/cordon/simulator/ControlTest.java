package dev.cordon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clock, faults, throttling, licences, snapshots. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlTest {

    private static final String ANNA = "/v1.0/users/anna.berg@contoso.example";
    private static final String REPORT = "/v1.0/reports/authenticationMethods/userRegistrationDetails";

    private TestingTenant tenant;
    private String token = "";
    private int first;

    @BeforeAll
    void start() {
        tenant = TestingTenant.small();
        token = tenant.graphToken();
        first = tenant.control("/snapshot", new JsonObject())
                .json()
                .get("snapshot")
                .getAsInt();
    }

    @BeforeEach
    void restore() {
        tenant.control("/restore", Json.object("snapshot", first));
        tenant.control("/throttle", Json.object("enabled", true));
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    @Test
    void advances_the_clock_and_says_so_in_the_date_header() {
        tenant.advance("PT36H");
        assertThat(tenant.control("/clock").json().get("now").getAsString()).startsWith("2026-03-03T20:");
        assertThat(tenant.graph(token, "GET", ANNA).header("date")).startsWith("Tue, 03 Mar 2026 20:");
    }

    @Test
    void refuses_to_set_the_clock_back() {
        assertThat(tenant.control("/clock", Json.object("advance", "-PT1H")).status())
                .isEqualTo(400);
    }

    @Test
    void answers_503_as_often_as_planned() {
        fault("do", "status:503", "times", 2, "retryAfter", "seconds");
        assertThat(struck()).isZero();
        assertThat(statuses(3)).containsExactly(503, 503, 200);
        assertThat(struck()).isEqualTo(2);
    }

    @Test
    void strikes_only_the_nth_request() {
        tenant.control(
                "/faults",
                Json.object("match", Json.object("path", ANNA, "nth", 2), "do", "status:429", "retryAfter", "none"));
        assertThat(statuses(3)).containsExactly(200, 429, 200);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void cuts_the_connection_after_the_change_is_made(HttpClient.Version protocol) {
        tenant.speak(protocol);
        fault("do", "reset-after-commit", "times", 1);
        assertThatThrownBy(() -> tenant.graph(token, "PATCH", ANNA, Json.object("accountEnabled", false)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(enabled()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void cuts_the_connection_before_anything_happens(HttpClient.Version protocol) {
        tenant.speak(protocol);
        fault("do", "reset-before", "times", 1);
        assertThatThrownBy(() -> tenant.graph(token, "PATCH", ANNA, Json.object("accountEnabled", false)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(enabled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void truncates_a_body(HttpClient.Version protocol) {
        tenant.speak(protocol);
        fault("do", "truncate", "times", 1);
        assertThatThrownBy(() -> tenant.graph(token, "GET", ANNA)).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void answers_with_what_is_not_graph(HttpClient.Version protocol) {
        tenant.speak(protocol);
        fault("do", "html-403", "times", 1);
        assertThat(tenant.graph(token, "GET", ANNA).header("content-type")).contains("text/html");
        fault("do", "nul-403", "times", 1);
        assertThat(tenant.graph(token, "GET", ANNA).body()).containsOnly(0);
        fault("do", "empty-200", "times", 1);
        assertThat(tenant.graph(token, "GET", ANNA).body()).isEmpty();
        fault("do", "wrong-json", "times", 1);
        assertThat(tenant.graph(token, "GET", ANNA).text()).startsWith("[");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void speaks_the_protocol_it_is_asked_for(HttpClient.Version protocol) {
        tenant.speak(protocol);
        assertThat(tenant.graph(token, "GET", ANNA).version()).isEqualTo(protocol);
    }

    @Test
    void refuses_a_fault_it_does_not_know() {
        Reply reply = tenant.control("/faults", Json.object("match", new JsonObject(), "do", "explode"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("do");
    }

    @Test
    void throttles_reports_and_sometimes_says_when_to_come_back() {
        var replies = new java.util.ArrayList<Reply>();
        for (int i = 0; i < 8; i++) {
            replies.add(tenant.graph(token, "GET", REPORT));
        }
        List<Reply> refused =
                replies.stream().filter(reply -> reply.status() == 429).toList();
        assertThat(replies.getFirst().status()).isEqualTo(200);
        assertThat(refused).hasSizeGreaterThan(1);
        assertThat(refused)
                .extracting(reply -> reply.header("retry-after").isEmpty())
                .contains(true, false);
        tenant.advance("PT10S");
        assertThat(tenant.graph(token, "GET", REPORT).status()).isEqualTo(200);
    }

    @Test
    void does_not_throttle_when_that_is_switched_off() {
        tenant.control("/throttle", Json.object("enabled", false));
        for (int i = 0; i < 8; i++) {
            assertThat(tenant.graph(token, "GET", REPORT).status()).isEqualTo(200);
        }
    }

    @Test
    void shows_risk_and_eligibility_only_with_the_licence() {
        String path = "/v1.0/roleManagement/directory/roleEligibilityScheduleInstances";
        assertThat(tenant.graph(token, "GET", path).status()).isEqualTo(400);
        tenant.control("/licences", Json.object("set", List.of("E5")));
        assertThat(tenant.graph(token, "GET", path).status()).isEqualTo(200);
    }

    @Test
    void goes_back_to_a_snapshot() {
        tenant.control("/snapshot", new JsonObject());
        tenant.graph(token, "PATCH", ANNA, Json.object("accountEnabled", false));
        tenant.advance("PT2H");
        tenant.control("/restore", new JsonObject());
        assertThat(enabled()).isTrue();
        assertThat(tenant.control("/clock").json().get("now").getAsString()).startsWith("2026-03-02T08:");
    }

    @Test
    void every_graph_request_draws_from_the_global_bucket() {
        JsonObject small = Json.object("requests", 3, "per", "PT1H");
        tenant.control("/throttle", Json.object("buckets", Json.object("global", small)));
        JsonObject item = Json.object("method", "GET", "url", "/users/anna.berg@contoso.example");
        JsonObject first = item.deepCopy();
        first.addProperty("id", "1");
        JsonObject second = item.deepCopy();
        second.addProperty("id", "2");
        assertThat(tenant.graph(token, "GET", REPORT).status()).isEqualTo(200);
        tenant.graph(token, "POST", "/v1.0/$batch", Json.object("requests", List.of(first, second)));
        Reply refused = tenant.graph(token, "GET", ANNA);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isNotEmpty();
        assertThat(tenant.requests().getLast().get("bucket").getAsString()).isEqualTo("global");
    }

    @Test
    void goes_back_to_the_level_of_every_bucket() {
        tenant.control("/throttle", Json.object("buckets", Json.object("reports", Json.object("per", "PT10H"))));
        for (int i = 0; i < 3; i++) {
            tenant.graph(token, "GET", REPORT);
        }
        int snapshot = tenant.control("/snapshot", new JsonObject())
                .json()
                .get("snapshot")
                .getAsInt();
        assertThat(reports(4)).containsExactly(200, 200, 429, 429);
        tenant.control("/restore", Json.object("snapshot", snapshot));
        assertThat(reports(4)).containsExactly(200, 200, 429, 429);
    }

    @Test
    void the_request_log_goes_on_after_a_restore() {
        tenant.graph(token, "GET", ANNA);
        int before = tenant.requests().size();
        JsonObject restored = tenant.control("/restore", new JsonObject()).json();
        tenant.graph(token, "GET", ANNA);
        List<JsonObject> rows = tenant.requests();
        assertThat(rows).hasSize(before + 1);
        assertThat(rows.getLast().get("seq").getAsLong())
                .isEqualTo(restored.get("requests").getAsLong() + 1);
    }

    private List<Integer> reports(int times) {
        return java.util.stream.IntStream.range(0, times)
                .mapToObj(_ -> tenant.graph(token, "GET", REPORT).status())
                .toList();
    }

    private void fault(Object... members) {
        JsonObject fault = Json.object(members);
        fault.add("match", Json.object("path", ANNA));
        Reply reply = tenant.control("/faults", fault);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private int struck() {
        return tenant.control("/faults").json().get("struck").getAsInt();
    }

    private List<Integer> statuses(int times) {
        return java.util.stream.IntStream.range(0, times)
                .mapToObj(_ -> tenant.graph(token, "GET", ANNA).status())
                .toList();
    }

    private boolean enabled() {
        return tenant.graph(token, "GET", ANNA + "?$select=accountEnabled")
                .json()
                .get("accountEnabled")
                .getAsBoolean();
    }
}
