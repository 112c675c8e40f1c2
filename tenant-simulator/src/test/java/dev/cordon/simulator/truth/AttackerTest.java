package dev.cordon.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Attacked;
import dev.cordon.simulator.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttackerTest {

    private static List<JsonObject> his(Attacked attacked) {
        return attacked.tenant().requests().stream()
                .filter(row -> row.get("caller").getAsString().equals("attacker"))
                .toList();
    }

    @Test
    void refreshes_over_the_wire() {
        try (var attacked = Attacked.planning("{at: PT20S, do: refresh, session: stolen}")) {
            attacked.tenant().advance("PT30S");

            assertThat(his(attacked)).hasSize(2).allSatisfy(row -> {
                assertThat(row.get("host").getAsString()).isEqualTo("login");
                assertThat(row.get("status").getAsInt()).isEqualTo(200);
            });
        }
    }

    @Test
    void is_refused_with_a_revoked_session() {
        try (var attacked = Attacked.planning("{at: PT20S, do: refresh, session: stolen}")) {
            attacked.revoke();
            attacked.tenant().advance("PT30S");

            assertThat(his(attacked))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.get("status").getAsInt()).isEqualTo(400));
        }
    }

    @Test
    void makes_his_rule_again_while_an_old_token_lives() {
        try (var attacked = Attacked.planning(
                "{when: rule-deleted, match: evil-rule, after: PT30S, do: create, like: evil-rule, session: any-live}")) {
            attacked.revoke();
            attacked.removeRule(".");
            attacked.tenant().advance("PT1M");

            assertThat(attacked.rules().value())
                    .extracting(rule -> rule.get("Name").getAsString())
                    .contains(".");
            attacked.removeRule(".");
            attacked.tenant().advance("PT1M");
            assertThat(attacked.rules().value())
                    .extracting(rule -> rule.get("Name").getAsString())
                    .contains(".");
        }
    }

    @Test
    void cannot_make_it_again_once_his_tokens_are_over() {
        try (var attacked = Attacked.planning(
                "{when: rule-deleted, match: evil-rule, after: PT80M, do: create, like: evil-rule, session: any-live}")) {
            attacked.revoke();
            attacked.removeRule(".");
            attacked.tenant().advance("PT2H");

            assertThat(attacked.rules().value())
                    .extracting(rule -> rule.get("Name").getAsString())
                    .doesNotContain(".");
        }
    }

    @Test
    void sets_forwarding_again_and_hides_a_rule() {
        try (var attacked = Attacked.planning(
                "{when: forwarding-cleared, after: PT10S, do: create, like: evil-fwd, session: any-live}",
                "{when: rule-deleted, match: hidden-rule, after: PT5S, do: create, like: hidden-rule, session: any-live}")) {
            attacked.clearForwarding();
            attacked.removeRule("Junk E-Mail Rule.");
            attacked.tenant().advance("PT1M");

            var mailbox = attacked.cmdlet("Get-Mailbox", Json.object("Identity", "anna.berg@contoso.example"))
                    .value()
                    .getFirst();
            assertThat(mailbox.get("ForwardingSmtpAddress").getAsString()).isEqualTo("smtp:drop@mail.example");
            assertThat(attacked.rules().value())
                    .extracting(rule -> rule.get("Name").getAsString())
                    .contains("Junk E-Mail Rule.");
            var visible = attacked.graph("GET", "/v1.0/users/anna.berg@contoso.example/mailFolders/inbox/messageRules")
                    .value();
            assertThat(visible)
                    .extracting(rule -> rule.get("displayName").getAsString())
                    .doesNotContain("Junk E-Mail Rule.");
        }
    }

    @Test
    void reads_searches_and_sends() {
        try (var attacked = Attacked.planning(
                "{at: PT5S, do: read-mail, session: stolen, count: 5}",
                "{at: PT6S, do: search, session: stolen, query: invoice}",
                "{at: PT7S, do: send-mail, session: stolen, to: [bo.lund@contoso.example], subject: New account}")) {
            attacked.tenant().advance("PT10S");

            var harm = attacked.anna().getAsJsonObject("harm");
            assertThat(harm.getAsJsonArray("searches")).hasSize(1);
            assertThat(harm.getAsJsonArray("mailSent")).hasSize(1);
            assertThat(his(attacked))
                    .extracting(row -> row.get("status").getAsInt())
                    .containsExactly(200, 200, 202);
        }
    }

    @Test
    void registers_a_method_and_a_device() {
        try (var attacked = Attacked.planning(
                "{at: PT5S, do: create, kind: authentication-method, object: {type: phone, phoneNumber: '+7 9005550123', phoneType: mobile}, as: evil-phone, session: stolen}",
                "{at: PT6S, do: register-device, session: stolen}")) {
            attacked.tenant().advance("PT10S");

            var holds = attacked.anna().getAsJsonObject("holds");
            assertThat(holds.getAsJsonArray("methods")).hasSize(2);
            assertThat(holds.getAsJsonArray("devices")).hasSize(1);
        }
    }

    @Test
    void deletes_the_victims_own_rule() {
        try (var attacked = Attacked.planning("{at: PT5S, do: delete, match: own-rule, session: stolen}")) {
            attacked.tenant().advance("PT10S");

            assertThat(attacked.rules().value())
                    .extracting(rule -> rule.get("Name").getAsString())
                    .doesNotContain("Invoices");
            assertThat(attacked.truth().getAsJsonArray("collateral")).isEmpty();
        }
    }

    @Test
    void attacks_in_the_same_way_after_a_restore() {
        try (var attacked = Attacked.planning(
                "{at: PT20S, do: refresh, session: stolen, every: PT1M}",
                "{when: session-revoked, after: PT5S, do: sign-in, with: [password, evil-otp], as: second}",
                "{when: session-revoked, after: PT10S, do: read-mail, session: second}")) {
            attacked.tenant().advance("PT30S");
            attacked.tenant().control("/snapshot", new JsonObject());
            var before = his(attacked).size();
            var first = afterRevoke(attacked);

            attacked.tenant().control("/restore", new JsonObject());
            assertThat(attacked.truth().get("attempts").getAsInt()).isZero();
            var second = afterRevoke(attacked);

            assertThat(second).isEqualTo(first);
            assertThat(his(attacked).size()).isGreaterThan(before + 1);
        }
    }

    /** Everything that can be seen of him in the two minutes after a revoke. */
    private static List<String> afterRevoke(Attacked attacked) {
        var seen = attacked.tenant().requests().size();
        attacked.revoke();
        attacked.tenant().advance("PT2M");
        var rows = new java.util.ArrayList<String>();
        attacked.tenant().requests().stream()
                .skip(seen)
                .filter(row -> row.get("caller").getAsString().equals("attacker"))
                .forEach(row -> rows.add(
                        row.get("path").getAsString() + " " + row.get("status").getAsInt()));
        rows.add(attacked.truth().get("attempts").getAsString());
        rows.add(attacked.anna().get("attackerAccess").getAsString());
        return rows;
    }
}
