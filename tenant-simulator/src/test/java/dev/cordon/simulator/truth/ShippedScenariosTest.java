package dev.cordon.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.scenario.ScenarioLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedScenariosTest {

    private static TestingTenant start(String name) {
        return TestingTenant.start(ScenarioLoader.load(name, OptionalLong.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "aitm-basic,true",
        "quiet-tenant,false",
        "throttled,true",
        "aitm-full-persistence,true",
        "hybrid,true",
        "guest,true",
        "shared-mailbox,true",
        "administrator,true",
        "break-glass,true",
        "last-global-administrator,true",
        "operator-is-target,true",
        "device-code,true",
        "consent-only,true",
        "spray-three-accounts,true",
        "soc-acts-too,true",
        "attack-disruption,false",
        "big-audit-log,true",
        "late-logs,true",
        "monday-review,false",
        "phish-blocked,false",
        "phish-reached-aitm,true",
        "phish-consent,true",
        "phish-device-code,true",
        "phish-campaign-60-recipients,true",
        "bec-invoice-redirect,true",
        "bec-vendor-mailbox,false",
        "bec-payroll,true",
        "bec-gift-cards,false"
    })
    void starts_as_its_story_says(String name, boolean attacked) {
        try (var tenant = start(name)) {
            var suspect = tenant.connection().suspects().getFirst();
            var truth = tenant.control("/truth").json();

            assertThat(truth.getAsJsonObject("accounts")
                            .getAsJsonObject(suspect)
                            .get("attackerAccess")
                            .getAsBoolean())
                    .isEqualTo(attacked);
            assertThat(truth.getAsJsonArray("collateral")).isEmpty();
        }
    }

    /** Continuous access evaluation is not for guests: no token of a day, and none that an event would end. */
    @Test
    void no_token_of_a_guest_outlives_ninety_minutes() {
        try (var tenant = start("guest")) {
            tenant.advance("PT10M");
            var suspect = tenant.connection().suspects().getFirst();
            var tokens = tenant.control("/truth")
                    .json()
                    .getAsJsonObject("accounts")
                    .getAsJsonObject(suspect)
                    .getAsJsonArray("residualTokens");
            var now = Instant.parse(tenant.control("/clock").json().get("now").getAsString());

            assertThat(tokens)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(token -> assertThat(Instant.parse(
                                    token.getAsJsonObject().get("expiresAt").getAsString()))
                            .isBefore(now.plus(Duration.ofMinutes(90))));
        }
    }

    @Test
    void the_big_audit_log_has_the_rows_it_promises_and_gives_them_soon() {
        var begun = System.nanoTime();
        try (var tenant = start("big-audit-log")) {
            var rows = tenant.control("/truth/rows").json();

            assertThat(count(rows, "unifiedAudit")).isBetween(200_000, 200_100);
            assertThat(count(rows, "signIns") + count(rows, "nonInteractive") + count(rows, "servicePrincipal"))
                    .isGreaterThan(50_000);
            assertThat(count(rows, "messageTrace")).isGreaterThan(20_000);
            var token = tenant.tokenAs("app", "graph");
            for (var type : List.of("interactiveUser", "nonInteractiveUser", "servicePrincipal")) {
                var page = tenant.graph(
                        token,
                        "GET",
                        "/beta/auditLogs/signIns?$top=1000&$filter=signInEventTypes/any(t: t eq '" + type + "')");
                assertThat(page.value())
                        .as(type)
                        .hasSize(1000)
                        .allSatisfy(row -> assertThat(row.getAsJsonArray("signInEventTypes")
                                        .get(0)
                                        .getAsString())
                                .isEqualTo(type));
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
    }

    private static int count(JsonObject rows, String source) {
        return rows.getAsJsonObject(source).get("exist").getAsInt();
    }

    @Test
    void what_is_late_cannot_be_read_yet_and_can_be_in_the_end() {
        try (var tenant = start("late-logs")) {
            var before = tenant.control("/truth/rows").json().getAsJsonObject("unifiedAudit");
            assertThat(before.get("readable").getAsInt())
                    .isLessThan(before.get("exist").getAsInt());
            var harm = tenant.control("/truth")
                    .json()
                    .getAsJsonObject("accounts")
                    .getAsJsonObject("anna.berg@fabrikam.example")
                    .getAsJsonObject("harm");
            for (var what : List.of("mailRead", "mailSent", "mailForwarded", "mailDeleted", "foldersSynchronised")) {
                assertThat(harm.getAsJsonArray(what)).as(what).isNotEmpty();
            }
            tenant.control("/clock", Json.object("speed", 0));
            tenant.advance("PT7H");

            var after = tenant.control("/truth/rows").json();
            var old = tenant.connection().startedAt();
            assertThat(Instant.parse(tenant.control("/truth")
                            .json()
                            .getAsJsonObject("logs")
                            .get("unifiedAudit")
                            .getAsString()))
                    .isAfter(old);
            assertThat(after.getAsJsonObject("unifiedAudit").get("readable").getAsInt())
                    .isGreaterThanOrEqualTo(before.get("exist").getAsInt());
        }
    }

    @Test
    void the_attacker_is_back_between_revoke_and_reset() {
        try (var tenant = start("reentry")) {
            var suspect = tenant.connection().suspects().getFirst();
            var token = tenant.tokenAs("app", "graph");
            tenant.graph(token, "POST", "/v1.0/users/" + suspect + "/revokeSignInSessions");
            tenant.graph(
                    token,
                    "PATCH",
                    "/v1.0/users/" + suspect,
                    Json.object(
                            "passwordProfile",
                            Json.object("password", "Long-enough-4711!", "forceChangePasswordNextSignIn", true)));

            var account =
                    tenant.control("/truth").json().getAsJsonObject("accounts").getAsJsonObject(suspect);
            assertThat(account.getAsJsonObject("holds").getAsJsonArray("passwords"))
                    .isEmpty();
            assertThat(account.get("attackerAccess").getAsBoolean()).isTrue();
        }
    }

    @Test
    void full_persistence_holds_something_of_every_kind_beside_a_twin_that_stays() {
        var scenario = ScenarioLoader.load("aitm-full-persistence", OptionalLong.empty());
        assertThat(scenario.persistence())
                .filteredOn(planted -> planted.by() == Author.ATTACKER)
                .extracting(PlantedObject::kind)
                .contains(ObjectKind.values());
        try (var tenant = TestingTenant.start(scenario)) {
            var holds = tenant.control("/truth")
                    .json()
                    .getAsJsonObject("accounts")
                    .getAsJsonObject(tenant.connection().suspects().getFirst())
                    .getAsJsonObject("holds");
            holds.entrySet()
                    .forEach(kind -> assertThat(kind.getValue().getAsJsonArray())
                            .as(kind.getKey())
                            .isNotEmpty());
        }
    }

    @Test
    void attack_disruption_shows_in_the_incident_and_in_the_audit_log() {
        try (var tenant = start("attack-disruption")) {
            var token = tenant.tokenAs("app", "graph");
            var incident = tenant.graph(token, "GET", "/v1.0/security/incidents?$expand=alerts")
                    .value()
                    .getFirst();
            assertThat(incident.get("displayName").getAsString()).endsWith("(attack disruption)");
            assertThat(incident.getAsJsonArray("systemTags").toString()).contains("Attack Disruption");
            var audits = tenant.graph(token, "GET", "/v1.0/auditLogs/directoryAudits")
                    .value();
            assertThat(audits)
                    .filteredOn(
                            row -> row.get("activityDisplayName").getAsString().equals("Disable account"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.getAsJsonObject("initiatedBy")
                                    .get("user")
                                    .isJsonNull())
                            .isTrue());
        }
    }

    @Test
    void another_hand_acts_on_the_same_account() {
        try (var tenant = start("soc-acts-too")) {
            var suspect = tenant.connection().suspects().getFirst();
            var token = tenant.tokenAs("app", "graph");
            tenant.graph(token, "POST", "/v1.0/users/" + suspect + "/revokeSignInSessions");
            tenant.advance("PT10M");

            var account = tenant.graph(token, "GET", "/v1.0/users/" + suspect + "?$select=accountEnabled")
                    .json();
            assertThat(account.get("accountEnabled").getAsBoolean()).isFalse();
            var audits = tenant.graph(token, "GET", "/v1.0/auditLogs/directoryAudits")
                    .value();
            assertThat(audits)
                    .filteredOn(
                            row -> row.get("activityDisplayName").getAsString().equals("Disable account"))
                    .singleElement()
                    .satisfies(
                            row -> assertThat(row.getAsJsonObject("initiatedBy").toString())
                                    .contains("soc@soc.example"));
            var truth = tenant.control("/truth").json();
            assertThat(truth.getAsJsonArray("collateral")).isEmpty();
            assertThat(truth.getAsJsonObject("accounts")
                            .getAsJsonObject(suspect)
                            .getAsJsonObject("holds")
                            .getAsJsonArray("rules"))
                    .isEmpty();
        }
    }
}
