package dev.cordon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A revoke counts from the moment at which it reached the service, however fast the tenant's clock runs while it is carried out. */
class RevokeTimeTest {
    private static final String ANNA = "/v1.0/users/anna.berg@contoso.example";

    private static final String FAST_AND_FAR = TestingTenant.SMALL
            .replace("speed: 1", "speed: 60")
            .replace("latency: PT0S", "latency: PT0.15S")
            .replace("attacker: {}\n", """
                    attacker:
                      from: [{ip: 203.0.113.9, country: NL, userAgent: axios/1.7}]
                      holds:
                        sessions: [{id: stolen, user: anna.berg@contoso.example, resources: [graph], cae: false, mfa: true, issued: -PT20H, accessTokenIssued: -PT10M, accessTokenLife: PT75M}]
                      plan:
                        - {at: PT2M, do: refresh, session: stolen, every: PT5S, times: 400}
                    """);

    @Test
    void sessions_are_valid_from_the_second_in_which_the_revoke_arrived() {
        try (var tenant = TestingTenant.of(FAST_AND_FAR)) {
            String app = tenant.graphToken();
            tenant.graph(app, "POST", ANNA + "/revokeSignInSessions");
            Instant arrived = arrivals(tenant, "/revokeSignInSessions").getLast();

            assertThat(validFrom(tenant, app)).isEqualTo(arrived.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    @Test
    void no_session_survives_a_revoke_that_it_was_refreshed_beside() {
        try (var tenant = TestingTenant.of(FAST_AND_FAR)) {
            String app = tenant.graphToken();
            tenant.advance("PT3M");
            tenant.graph(app, "POST", ANNA + "/revokeSignInSessions");

            JsonObject anna = tenant.control("/truth")
                    .json()
                    .getAsJsonObject("accounts")
                    .getAsJsonObject("anna.berg@contoso.example");
            assertThat(anna.getAsJsonObject("holds").getAsJsonArray("refreshTokens"))
                    .isEmpty();
            assertThat(validFrom(tenant, app))
                    .isAfterOrEqualTo(
                            arrivals(tenant, "/revokeSignInSessions").getLast().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private static Instant validFrom(TestingTenant tenant, String token) {
        return Instant.parse(tenant.graph(token, "GET", ANNA + "?$select=signInSessionsValidFromDateTime")
                .json()
                .get("signInSessionsValidFromDateTime")
                .getAsString());
    }

    private static List<Instant> arrivals(TestingTenant tenant, String path) {
        return tenant.requests().stream()
                .filter(row -> row.get("path").getAsString().endsWith(path))
                .map(row -> Instant.parse(row.get("at").getAsString()))
                .toList();
    }
}
