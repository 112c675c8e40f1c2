package dev.cordon.simulator.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.TestingTenant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is away signs in from there alone, and an application signs in as often as it is said to. */
class JourneysTest {

    private static final String TRAVELLING = TestingTenant.SMALL
            .replace(
                    "  - {upn: bo.lund@contoso.example, displayName: Bo Lund}",
                    "  - {upn: bo.lund@contoso.example, displayName: Bo Lund, away: [{from: -P4D, to: -P2D, ip: 203.0.113.70, country: SG, city: Singapore}]}")
            .replace("attacker: {}\n", """
                    history:
                      noise: {days: 10, signInsPerPersonPerDay: 12}
                      appSignIns: [{app: Mailbox Mover, at: -PT10H, every: PT5M, times: 30}]
                    attacker: {}
                    """)
            .replace("delays:\n", "throttling: {enabled: false}\ndelays:\n");

    private static List<String> places(Responder responder, String who, String when) {
        return responder
                .list("/auditLogs/signIns?$top=1000&$filter=userPrincipalName eq '" + who + "' and " + when)
                .stream()
                .map(JourneysTest::place)
                .distinct()
                .toList();
    }

    private static String place(JsonObject row) {
        return row.getAsJsonObject("location").get("countryOrRegion").getAsString();
    }

    @Test
    void who_is_away_is_nowhere_else() {
        try (var responder = Responder.in(TRAVELLING, "")) {
            var away = "createdDateTime ge 2026-02-26T08:00:00Z and createdDateTime lt 2026-02-28T08:00:00Z";
            assertThat(places(responder, "bo.lund@contoso.example", away)).containsExactly("SG");
            assertThat(places(responder, "anna.berg@contoso.example", away)).containsExactly("IE");
            assertThat(places(responder, "bo.lund@contoso.example", "createdDateTime lt 2026-02-26T08:00:00Z"))
                    .containsExactly("IE");
        }
    }

    @Test
    void an_application_signs_in_again_and_again() {
        try (var responder = Responder.in(TRAVELLING, "")) {
            var rows = responder
                    .tenant()
                    .graph(
                            responder.tenant().tokenAs("app", "graph"),
                            "GET",
                            "/beta/auditLogs/signIns?$top=1000&$filter=signInEventTypes/any(t: t eq 'servicePrincipal')")
                    .value();
            assertThat(rows).hasSize(30);
            assertThat(rows.getFirst().get("createdDateTime").getAsString()).isEqualTo("2026-03-02T00:25:00Z");
            assertThat(rows).extracting(row -> row.get("id").getAsString()).doesNotHaveDuplicates();
        }
    }
}
