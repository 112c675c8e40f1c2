package dev.cordon.simulator.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Activity;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogsTest {

    private static final String LATE = TestingTenant.SMALL
            .replace(
                    "logs: {signIns: PT0S, nonInteractive: PT0S, directoryAudits: PT0S,",
                    "logs: {signIns: PT10M, nonInteractive: PT20M, directoryAudits: PT3M,")
            .replace("attacker: {}\n", """
                    throttling: {enabled: false}
                    history:
                      noise: {days: 10, signInsPerPersonPerDay: 6, mailsPerPersonPerDay: 2}
                      signIns:
                        - {user: anna.berg@contoso.example, at: -PT20H, ip: 203.0.113.9, country: NL, session: stolen, by: attacker}
                        - {user: bo.lund@contoso.example, at: -PT18H, ip: 203.0.113.9, country: NL}
                        - {user: chief@contoso.example, at: -PT17H, ip: "2001:db8::9", country: NL}
                        - {user: chief@contoso.example, at: -P9D, ip: 203.0.113.9, country: NL}
                        - {user: bo.lund@contoso.example, at: -PT16H, ip: 203.0.113.9, country: NL, interactive: false}
                      appSignIns:
                        - {app: Backup, at: -PT15H, ip: 203.0.113.9, by: attacker}
                      audits:
                        - {at: -PT14H, activity: Delete group, user: bo.lund@contoso.example, target: anna.berg@contoso.example}
                        - {at: -PT13H, activity: Update group, user: anna.berg@contoso.example, target: bo.lund@contoso.example}
                    """);

    @SuppressWarnings("NullAway.Init") // made before all tests
    private TestingTenant tenant;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private String token;

    @BeforeAll
    void start() {
        tenant = TestingTenant.of(LATE);
        token = tenant.tokenAs("app", "graph");
    }

    @AfterAll
    void stop() {
        tenant.close();
    }

    @Test
    void shows_ordinary_days_and_the_named_sign_in() {
        var rows = tenant.graph(
                        token,
                        "GET",
                        "/v1.0/auditLogs/signIns?$top=1000&$filter=userPrincipalName eq 'anna.berg@contoso.example'")
                .value();

        assertThat(rows)
                .hasSizeGreaterThan(5)
                .anySatisfy(
                        row -> assertThat(row.get("ipAddress").getAsString()).isEqualTo("203.0.113.9"));
        assertThat(rows).allSatisfy(row -> assertThat(row.has("sessionId")).isFalse());
    }

    /** {@code person minute} of the sign-ins that a filter lets through, newest first. */
    private List<String> found(String version, String filter) {
        var reply = tenant.graph(token, "GET", version + "/auditLogs/signIns?$top=1000&$filter=" + filter);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.value().stream()
                .map(row -> row.get("userPrincipalName").getAsString().replaceAll("@.*", "") + " "
                        + row.get("createdDateTime").getAsString().substring(0, 16))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1.0", "/beta"})
    void finds_everybody_who_came_from_an_address(String version) {
        var address = "ipAddress eq '203.0.113.9'";

        assertThat(found(version, address))
                .containsExactly("bo.lund 2026-03-01T14:00", "anna.berg 2026-03-01T12:00", "chief 2026-02-21T08:00");
        assertThat(found(version, "createdDateTime ge 2026-03-01T00:00:00Z and " + address))
                .containsExactly("bo.lund 2026-03-01T14:00", "anna.berg 2026-03-01T12:00");
        assertThat(found(version, address + " and createdDateTime ge 2026-03-01T13:00:00Z"))
                .containsExactly("bo.lund 2026-03-01T14:00");
        assertThat(found(version, address + " and userId eq 'nobody'")).isEmpty();
        assertThat(found(version, "ipAddress eq '203.0.113.10'")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1.0", "/beta"})
    void finds_everybody_who_came_from_one_of_several_addresses(String version) {
        var either = "(ipAddress eq '203.0.113.9' or ipAddress eq '2001:DB8::9' or ipAddress eq '203.0.113.10')";

        assertThat(found(version, "createdDateTime ge 2026-03-01T00:00:00Z and " + either))
                .containsExactly("chief 2026-03-01T15:00", "bo.lund 2026-03-01T14:00", "anna.berg 2026-03-01T12:00");
        assertThat(found(version, either + "&$orderby=createdDateTime desc")).hasSize(4);
    }

    @Test
    void finds_those_who_came_from_an_address_without_anybody_at_the_keyboard() {
        var type = "(signInEventTypes/any(t: t eq 'nonInteractiveUser')) and ";

        assertThat(found("/beta", type + "ipAddress eq '203.0.113.9'")).containsExactly("bo.lund 2026-03-01T16:00");
        assertThat(found(
                        "/beta",
                        type + "(ipAddress eq '2001:db8::9' or ipAddress eq '203.0.113.9')"
                                + " and createdDateTime ge 2026-03-01T00:00:00Z"))
                .containsExactly("bo.lund 2026-03-01T16:00");
    }

    @Test
    void finds_the_ordinary_by_the_address_that_the_whole_row_shows() {
        var all =
                tenant.graph(token, "GET", "/v1.0/auditLogs/signIns?$top=1000").value();
        var usual = all.getLast().get("ipAddress").getAsString();

        assertThat(found("/v1.0", "ipAddress eq '" + usual + "'")).hasSize((int) all.stream()
                .filter(row -> row.get("ipAddress").getAsString().equals(usual))
                .count());
    }

    @Test
    void only_beta_knows_event_types() {
        var query = "/auditLogs/signIns?$filter=signInEventTypes/any(t: t eq 'nonInteractiveUser')";

        assertThat(tenant.graph(token, "GET", "/v1.0" + query).status()).isEqualTo(400);
        assertThat(tenant.graph(token, "GET", "/beta" + query).value())
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.get("isInteractive").getAsBoolean()).isFalse());
    }

    @Test
    void needs_a_premium_licence() {
        tenant.control("/licences", Json.object("set", Json.array()));
        var reply = tenant.graph(token, "GET", "/v1.0/auditLogs/signIns");
        tenant.control("/licences", Json.object("set", Json.array("E3")));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.errorCode()).isEqualTo("Authentication_RequestFromNonPremiumTenantOrB2CTenant");
    }

    @Test
    void writes_a_revoke_into_the_directory_audit_a_little_later() {
        tenant.graph(token, "POST", "/v1.0/users/bo.lund@contoso.example/revokeSignInSessions");
        var query = "/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq '"
                + Activity.REVOKE_SESSIONS.displayName() + "'";

        assertThat(tenant.graph(token, "GET", query).value()).isEmpty();
        tenant.advance("PT4M");
        assertThat(tenant.graph(token, "GET", query).value())
                .singleElement()
                .satisfies(row -> assertThat(row.toString()).contains("bo.lund@contoso.example"));
    }

    @Test
    void shows_what_applications_did_by_themselves_for_their_type_alone() {
        var rows = tenant.graph(
                        token,
                        "GET",
                        "/beta/auditLogs/signIns?$filter=signInEventTypes/any(t: t eq 'servicePrincipal')")
                .value();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.get("servicePrincipalName").getAsString()).isEqualTo("Backup");
            assertThat(row.get("ipAddress").getAsString()).isEqualTo("203.0.113.9");
        });
        assertThat(tenant.graph(token, "GET", "/beta/auditLogs/signIns?$top=1000")
                        .value())
                .noneSatisfy(row ->
                        assertThat(row.get("appDisplayName").getAsString()).isEqualTo("Backup"));
    }

    @Test
    void finds_a_directory_audit_by_who_did_it_and_by_whom_it_was_done_to() {
        var bo = tenant.graph(token, "GET", "/v1.0/users/bo.lund@contoso.example")
                .json()
                .get("id")
                .getAsString();
        var audits = "/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Delete group' and ";

        assertThat(tenant.graph(token, "GET", audits + "initiatedBy/user/id eq '" + bo + "'")
                        .value())
                .hasSize(1);
        assertThat(tenant.graph(token, "GET", audits + "targetResources/any(t:t/id eq '" + bo + "')")
                        .value())
                .isEmpty();
        assertThat(tenant.graph(
                                token,
                                "GET",
                                "/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Update group' and"
                                        + " targetResources/any(t:t/id eq '" + bo + "')")
                        .value())
                .hasSize(1);
    }

    @Test
    void hides_risk_without_the_licence() {
        var rows = tenant.graph(token, "GET", "/v1.0/identityProtection/riskyUsers")
                .value();

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.get("riskLevel").getAsString()).isEqualTo("hidden"));
    }
}
