package dev.cordon.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Attacked;
import dev.cordon.simulator.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TruthTest {

    private static List<String> ids(JsonObject account, String kind) {
        return account.getAsJsonObject("holds").getAsJsonArray(kind).asList().stream()
                .map(held -> held.getAsJsonObject().get("id").getAsString())
                .toList();
    }

    @Test
    void knows_what_the_attacker_holds_at_the_start() {
        try (var attacked = Attacked.planning()) {
            var anna = attacked.anna();

            assertThat(anna.get("attackerAccess").getAsBoolean()).isTrue();
            assertThat(anna.get("mailFeed").getAsBoolean()).isTrue();
            assertThat(ids(anna, "refreshTokens")).containsExactly("stolen");
            assertThat(ids(anna, "passwords")).containsExactly("anna.berg@contoso.example");
            assertThat(ids(anna, "methods")).containsExactly("evil-otp");
            assertThat(ids(anna, "rules")).containsExactlyInAnyOrder("evil-rule", "hidden-rule");
            assertThat(ids(anna, "forwarding")).containsExactly("evil-fwd");
            assertThat(ids(anna, "delegates")).isEmpty();
            assertThat(anna.getAsJsonArray("residualTokens")).hasSize(2);
            assertThat(attacked.truth()
                            .getAsJsonObject("accounts")
                            .getAsJsonObject("bo.lund@contoso.example")
                            .get("attackerAccess")
                            .getAsBoolean())
                    .isFalse();
        }
    }

    @Test
    void the_two_forwarding_addresses_of_a_mailbox_are_two_things() {
        try (var attacked = Attacked.planning()) {
            set(attacked, "ForwardingAddress", "bo.lund@contoso.example");
            assertThat(ids(attacked.anna(), "forwarding")).containsExactly("evil-fwd");

            set(attacked, "ForwardingAddress", null);
            assertThat(ids(attacked.anna(), "forwarding")).containsExactly("evil-fwd");
            set(attacked, "ForwardingSmtpAddress", null);
            assertThat(ids(attacked.anna(), "forwarding")).isEmpty();
            assertThat(attacked.anna().get("mailFeed").getAsBoolean()).isFalse();
        }
    }

    private static void set(Attacked attacked, String setting, @Nullable String value) {
        assertThat(attacked.cmdlet("Set-Mailbox", Json.object("Identity", "anna.berg@contoso.example", setting, value))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_perfect_responder_leaves_no_access_and_no_collateral() {
        try (var attacked = Attacked.planning(
                "{when: session-revoked, after: PT5S, do: sign-in, user: anna.berg@contoso.example, with: [password, evil-otp], as: second, every: PT10S, times: 3}")) {
            attacked.revoke();
            attacked.reset();
            attacked.revoke();
            attacked.deleteMethod();
            attacked.removeRule(".");
            attacked.removeRule("Junk E-Mail Rule.");
            attacked.clearForwarding();
            attacked.revoke();
            attacked.tenant().advance("PT2M");

            var truth = attacked.truth();
            assertThat(attacked.anna().get("attackerAccess").getAsBoolean()).isFalse();
            assertThat(attacked.anna().get("mailFeed").getAsBoolean()).isFalse();
            assertThat(truth.getAsJsonArray("collateral")).isEmpty();
            assertThat(truth.get("attempts").getAsInt()).isGreaterThanOrEqualTo(3);
            var until = Instant.parse(attacked.anna()
                    .getAsJsonArray("residualTokens")
                    .get(0)
                    .getAsJsonObject()
                    .get("expiresAt")
                    .getAsString());
            assertThat(until).isEqualTo(Instant.parse("2026-03-02T08:00:00Z").plus(Duration.ofMinutes(65)));
        }
    }

    @Test
    void a_reset_before_the_revoke_without_method_deletion_leaves_him_what_he_won_in_between() {
        try (var attacked = Attacked.planning("{at: PT10S, do: refresh, session: stolen}")) {
            attacked.reset();
            attacked.tenant().advance("PT20S");

            assertThat(attacked.anna().get("attackerAccess").getAsBoolean()).isTrue();
            assertThat(ids(attacked.anna(), "passwords")).isEmpty();
            assertThat(ids(attacked.anna(), "methods")).containsExactly("evil-otp");
        }
    }

    @Test
    void a_revoke_alone_does_not_stop_who_knows_the_password() {
        try (var attacked = Attacked.planning(
                "{when: session-revoked, after: PT5S, do: sign-in, user: anna.berg@contoso.example, with: [password, evil-otp], as: second}")) {
            attacked.revoke();
            attacked.tenant().advance("PT10S");

            assertThat(ids(attacked.anna(), "refreshTokens")).hasSize(1);
            assertThat(attacked.anna().get("attackerAccess").getAsBoolean()).isTrue();
        }
    }

    @Test
    void a_removed_legitimate_thing_is_collateral_until_it_is_given_back() {
        try (var attacked = Attacked.planning()) {
            attacked.removeRule("Invoices");

            var collateral = attacked.truth().getAsJsonArray("collateral");
            assertThat(collateral).hasSize(1);
            assertThat(collateral.get(0).getAsJsonObject().get("id").getAsString())
                    .isEqualTo("own-rule");
            assertThat(collateral.get(0).getAsJsonObject().get("change").getAsString())
                    .isEqualTo("removed");
        }
    }

    @Test
    void logs_are_not_complete_past_a_row_that_is_still_on_its_way() {
        try (var attacked = Attacked.planning()) {
            attacked.revoke();

            var logs = attacked.truth().getAsJsonObject("logs");
            assertThat(logs.keySet())
                    .containsExactlyInAnyOrder(
                            "signIns", "nonInteractive", "directoryAudits", "unifiedAudit", "messageTrace");
        }
    }
}
