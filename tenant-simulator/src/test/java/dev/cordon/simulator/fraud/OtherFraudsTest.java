package dev.cordon.simulator.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.ScenarioLoader;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supplier's mailbox, a salary, gift cards: whose account is touched and whose is not. */
class OtherFraudsTest {

    private static TestingTenant start(String name) {
        var tenant = TestingTenant.start(ScenarioLoader.load(name, OptionalLong.empty()));
        tenant.control("/throttle", Json.object("enabled", false));
        tenant.control("/clock", Json.object("speed", 0));
        return tenant;
    }

    private static JsonObject campaign(TestingTenant tenant, String id) {
        return tenant.control("/truth").json().getAsJsonObject("fraud").getAsJsonObject(id);
    }

    private static List<JsonObject> list(JsonObject of, String name) {
        return of.getAsJsonArray(name).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String text(JsonObject row, String name) {
        return row.get(name).getAsString();
    }

    private static List<JsonObject> inbox(TestingTenant tenant, String upn) {
        return tenant.graph(
                        tenant.tokenAs("app", "graph"),
                        "GET",
                        "/v1.0/users/" + upn + "/mailFolders/inbox/messages?$top=1000")
                .value();
    }

    @Test
    void a_suppliers_mailbox_writes_with_genuine_signatures_and_no_account_of_ours_is_touched() {
        try (var tenant = start("bec-vendor-mailbox")) {
            var fraud = campaign(tenant, "weldtec");

            assertThat(text(fraud, "kind")).isEqualTo("vendor-mailbox");
            assertThat(fraud.get("account").isJsonNull()).isTrue();
            assertThat(fraud.getAsJsonArray("accountsTouched")).isEmpty();
            assertThat(list(fraud, "mails"))
                    .hasSize(2)
                    .allSatisfy(mail -> assertThat(text(mail, "way")).isEqualTo("in"));
            assertThat(list(fraud, "paymentRequests")).hasSize(2);
            var bo = "bo.lund@brightwater.example";
            var ids = list(fraud, "mails").stream()
                    .map(mail -> text(mail, "internetMessageId"))
                    .toList();
            var fraudulent = inbox(tenant, bo).stream()
                    .filter(mail -> ids.contains(text(mail, "internetMessageId")))
                    .toList();
            assertThat(fraudulent).hasSize(2);
            for (var mail : fraudulent) {
                assertThat(tenant.graph(
                                        tenant.tokenAs("app", "graph"),
                                        "GET",
                                        "/v1.0/users/" + bo + "/messages/" + text(mail, "id") + "/$value")
                                .text())
                        .contains("dkim=pass", "dmarc=pass", "header.from=weldtec.example")
                        .contains("Reply-To: <invoices@weldtec-accounts.example>");
            }
            var account =
                    tenant.control("/truth").json().getAsJsonObject("accounts").getAsJsonObject(bo);
            assertThat(account.get("attackerAccess").getAsBoolean()).isFalse();
            assertThat(account.getAsJsonObject("fraud").getAsJsonArray("mails")).isEmpty();
            assertThat(account.getAsJsonObject("fraud").getAsJsonObject("knows").getAsJsonArray("searches"))
                    .isEmpty();

            tenant.advance("PT31M");
            assertThat(list(campaign(tenant, "weldtec"), "mails")).hasSize(3);
        }
    }

    @Test
    void a_salary_is_asked_for_from_one_stolen_account_and_once_from_outside() {
        try (var tenant = start("bec-payroll")) {
            var inside = campaign(tenant, "salary");
            var outside = campaign(tenant, "salary-from-outside");

            assertThat(list(inside, "mails"))
                    .extracting(mail -> text(mail, "sentCopy"))
                    .containsExactly("purged", "never-saved");
            assertThat(inside.getAsJsonArray("inside")).hasToString("[\"orla.keane@brightwater.example\"]");
            assertThat(inside.getAsJsonArray("outside")).isEmpty();
            assertThat(inside.getAsJsonArray("accountsTouched")).hasToString("[\"paul.reilly@brightwater.example\"]");
            assertThat(list(inside, "paymentRequests")).hasSize(1);
            assertThat(list(outside, "mails"))
                    .singleElement()
                    .satisfies(mail -> assertThat(text(mail, "way")).isEqualTo("in"));
            assertThat(tenant.control("/truth").text()).doesNotContain("New account for my salary");
            assertThat(inbox(tenant, "paul.reilly@brightwater.example").toString())
                    .doesNotContain("come by with the bank card");
        }
    }

    @Test
    void gift_cards_are_asked_for_by_somebody_who_was_never_here() {
        try (var tenant = start("bec-gift-cards")) {
            var cards = campaign(tenant, "cards");
            var spoofed = campaign(tenant, "spoofed");

            assertThat(cards.getAsJsonArray("accountsTouched")).isEmpty();
            assertThat(list(cards, "mails")).hasSize(2);
            assertThat(list(cards, "paymentRequests")).isEmpty();
            assertThat(list(spoofed, "mails")).hasSize(1);
            var mail = inbox(tenant, "ruth.daly@brightwater.example").stream()
                    .filter(each -> text(each, "subject").equals("Are you at your desk?"))
                    .findFirst()
                    .orElseThrow();
            assertThat(tenant.graph(
                                    tenant.tokenAs("app", "graph"),
                                    "GET",
                                    "/v1.0/users/ruth.daly@brightwater.example/messages/" + text(mail, "id")
                                            + "/$value")
                            .text())
                    .contains("spf=fail", "dmarc=fail", "compauth=fail")
                    .contains("From: \"Maeve Quinn\" <maeve.quinn@brightwater.example>")
                    .contains("X-MS-Exchange-Organization-AuthAs: Anonymous")
                    .doesNotContain("X-Originating-IP");
        }
    }

    @Test
    void the_same_seed_tells_the_same_fraud_and_another_seed_other_ids() {
        try (var one = start("bec-payroll");
                var same = start("bec-payroll");
                var other = TestingTenant.start(ScenarioLoader.load("bec-payroll", OptionalLong.of(7)))) {
            var truth = campaign(one, "salary");

            assertThat(campaign(same, "salary")).isEqualTo(truth);
            assertThat(list(campaign(other, "salary"), "mails"))
                    .hasSameSizeAs(list(truth, "mails"))
                    .extracting(mail -> text(mail, "internetMessageId"))
                    .doesNotContainAnyElementsOf(list(truth, "mails").stream()
                            .map(mail -> text(mail, "internetMessageId"))
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bec-vendor-mailbox,E3-MDO-P1",
        "bec-vendor-mailbox,E5",
        "bec-payroll,E3-MDO-P1",
        "bec-payroll,E5",
        "bec-gift-cards,E5"
    })
    void each_runs_with_every_licence(String name, String licence) {
        try (var tenant = start(name)) {
            var before = tenant.control("/truth").json().getAsJsonObject("fraud");
            tenant.control("/licences", Json.object("set", List.of(licence)));

            assertThat(tenant.control("/truth").json().getAsJsonObject("fraud")).isEqualTo(before);
            assertThat(tenant.graph(tenant.tokenAs("app", "graph"), "GET", "/v1.0/security/alerts_v2")
                            .status())
                    .isEqualTo(200);
        }
    }
}
