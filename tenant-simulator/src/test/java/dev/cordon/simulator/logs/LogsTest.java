package dev.cordon.simulator.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Activity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogsTest {

    private static final String LATE = TestingTenant.SMALL
            .replace(
                    "logs: {signIns: PT0S, nonInteractive: PT0S, directoryAudits: PT0S,",
                    "logs: {signIns: PT10M, nonInteractive: PT20M, directoryAudits: PT3M,")
            .replace("attacker: {}\n", """
                    history:
                      noise: {days: 10, signInsPerPersonPerDay: 6, mailsPerPersonPerDay: 2}
                      signIns: [{user: anna.berg@contoso.example, at: -PT20H, ip: 203.0.113.9, country: NL, session: stolen, by: attacker}]
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
    void hides_risk_without_the_licence() {
        var rows = tenant.graph(token, "GET", "/v1.0/identityProtection/riskyUsers")
                .value();

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.get("riskLevel").getAsString()).isEqualTo("hidden"));
    }
}
