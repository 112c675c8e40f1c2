package dev.cordon.simulator.campaigns;

import static dev.cordon.simulator.CampaignTenant.ANNA;
import static dev.cordon.simulator.CampaignTenant.BO;
import static dev.cordon.simulator.CampaignTenant.rows;
import static dev.cordon.simulator.CampaignTenant.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.cordon.simulator.CampaignTenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.ScenarioException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a campaign leaves behind: copies, headers, links, traces, quarantine, and what comes later. */
class CampaignTest {

    private static final String SUBJECT = "Action needed";

    private static JsonObject whole(CampaignTenant tenant, String upn) {
        var id = tenant.mails(upn, "inbox", SUBJECT).getFirst().get("id").getAsString();
        return tenant.graph(
                        "GET",
                        "/v1.0/users/" + upn + "/messages/" + id
                                + "?$select=body,from,internetMessageId,internetMessageHeaders")
                .json();
    }

    private static String header(JsonObject mail, String name) {
        return mail.getAsJsonArray("internetMessageHeaders").asList().stream()
                .map(each -> each.getAsJsonObject())
                .filter(each -> each.get("name").getAsString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("value")
                .getAsString();
    }

    @Test
    void one_mail_has_one_message_id_and_one_network_message_id_wherever_it_lies() {
        try (var tenant = CampaignTenant.start()) {
            var annas = whole(tenant, ANNA);
            var bos = whole(tenant, BO);

            assertThat(annas.get("internetMessageId")).isEqualTo(bos.get("internetMessageId"));
            var network = header(annas, "X-MS-Exchange-Organization-Network-Message-Id");
            assertThat(header(bos, "X-MS-Exchange-Organization-Network-Message-Id"))
                    .isEqualTo(network);
            assertThat(annas.getAsJsonObject("from")
                            .getAsJsonObject("emailAddress")
                            .get("name")
                            .getAsString())
                    .isEqualTo("Human Resources");
            assertThat(header(annas, "From")).contains("Human Resources").contains("hr@evil.example");
            var traces = rows(tenant.exchange("Get-MessageTraceV2", "SenderAddress", "hr@evil.example"));
            assertThat(traces)
                    .filteredOn(row -> row.get("RecipientAddress").getAsString().equals(ANNA))
                    .extracting(row -> row.get("MessageTraceId").getAsString())
                    .containsExactly(network);
        }
    }

    @Test
    void every_further_copy_in_a_mailbox_is_a_mail_of_its_own() {
        try (var tenant = CampaignTenant.start()) {
            var ids = texts(tenant.mails("many@contoso.example", "inbox", SUBJECT), "internetMessageId");

            assertThat(ids).hasSize(14).doesNotHaveDuplicates();
            assertThat(ids)
                    .contains(texts(tenant.mails(ANNA, "inbox", SUBJECT), "internetMessageId")
                            .getFirst());
        }
    }

    @Test
    void links_are_wrapped_for_each_recipient_where_safe_links_is_licensed() {
        try (var tenant = CampaignTenant.start()) {
            var annas =
                    whole(tenant, ANNA).getAsJsonObject("body").get("content").getAsString();
            var bos = whole(tenant, BO).getAsJsonObject("body").get("content").getAsString();

            assertThat(annas)
                    .contains(
                            "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Flogin.evil.example%2F1%3Fx%3Dy&data=")
                    .contains("reserved=0 now")
                    .doesNotContain(CampaignTenant.LINK)
                    .isNotEqualTo(bos);
        }
        try (var tenant = CampaignTenant.of(CampaignTenant.SCENARIO.replace("[E5]", "[E3]"))) {
            assertThat(whole(tenant, ANNA)
                            .getAsJsonObject("body")
                            .get("content")
                            .getAsString())
                    .isEqualTo("Choose: " + CampaignTenant.LINK + " now");
        }
    }

    @Test
    void the_trace_has_a_row_for_each_recipient_with_what_became_of_it() {
        try (var tenant = CampaignTenant.start()) {
            var rows =
                    rows(tenant.exchange("Get-MessageTraceV2", "SenderAddress", "hr@evil.example", "ResultSize", 100));

            assertThat(rows).hasSize(8 + 13);
            assertThat(rows.stream()
                            .map(row -> row.get("RecipientAddress").getAsString() + " "
                                    + row.get("Status").getAsString()))
                    .contains(
                            ANNA + " Delivered",
                            "lucky@contoso.example Quarantined",
                            "gone@contoso.example Failed",
                            "ground@contoso.example Delivered");
            assertThat(tenant.mails("lucky@contoso.example", "", SUBJECT)).isEmpty();
            assertThat(tenant.mails("gone@contoso.example", "", SUBJECT)).isEmpty();
        }
    }

    @Test
    void the_quarantine_is_read_by_number_of_page_and_ends_with_a_short_one() {
        try (var tenant = CampaignTenant.of(CampaignTenant.SCENARIO
                .replace("{to: gone@contoso.example, do: fail}", "{to: gone@contoso.example, do: quarantine}")
                .replace(
                        "{to: hidden@contoso.example, unindexed: true}",
                        "{to: hidden@contoso.example, do: quarantine}"))) {
            var first = rows(tenant.exchange("Get-QuarantineMessage", "Page", 1, "PageSize", 2));
            var second = rows(tenant.exchange("Get-QuarantineMessage", "Page", 2, "PageSize", 2));

            assertThat(first).hasSize(2);
            assertThat(second).hasSize(1);
            var all = new HashSet<>(texts(first, "Identity"));
            all.addAll(texts(second, "Identity"));
            assertThat(all).hasSize(3).allMatch(identity -> identity.matches("[0-9a-f-]{36}\\\\[0-9a-f-]{36}"));
            assertThat(rows(tenant.exchange("Get-QuarantineMessage", "RecipientAddress", "LUCKY@contoso.example")))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row.get("SenderAddress").getAsString()).isEqualTo("hr@evil.example"));
            assertThat(tenant.exchange("Get-QuarantineMessage", "PageSize", 1001)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void zero_hour_auto_purge_takes_what_is_still_there_into_quarantine() {
        try (var tenant = CampaignTenant.start()) {
            assertThat(tenant.mails(BO, "inbox", SUBJECT)).hasSize(1);
            tenant.tenant().advance("PT11M");

            assertThat(tenant.mails(BO, "", SUBJECT)).isEmpty();
            assertThat(tenant.mails(BO, "recoverableitemspurges", SUBJECT)).isEmpty();
            assertThat(rows(tenant.exchange("Get-QuarantineMessage", "RecipientAddress", BO)))
                    .hasSize(1);
            assertThat(tenant.truth("benefits").toString()).contains("\"fate\":\"zapped\"");
            tenant.tenant().advance("PT10M");
            assertThat(tenant.hunt("EmailPostDeliveryEvents | where RecipientEmailAddress == '" + BO + "'"))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row.get("ActionType").getAsString()).isEqualTo("Phish ZAP"));
        }
    }

    @Test
    void what_somebody_deleted_before_is_not_there_to_be_taken() {
        try (var tenant = CampaignTenant.start()) {
            var id = tenant.mails(BO, "inbox", SUBJECT).getFirst().get("id").getAsString();
            assertThat(tenant.graph("POST", "/v1.0/users/" + BO + "/messages/" + id + "/permanentDelete")
                            .status())
                    .isEqualTo(204);
            tenant.tenant().advance("PT11M");

            assertThat(rows(tenant.exchange("Get-QuarantineMessage", "RecipientAddress", BO)))
                    .isEmpty();
            assertThat(tenant.mails(BO, "recoverableitemspurges", SUBJECT)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"Sender, hr@evil.example", "Sender, evil.example", "Url, evil.example", "Url, login.evil.example/*"})
    void a_blocked_senders_later_mails_are_quarantined(String type, String entry) {
        try (var tenant = CampaignTenant.start()) {
            rows(tenant.exchange(
                    "New-TenantAllowBlockListItems", "ListType", type, "Block", true, "Entries", List.of(entry)));
            tenant.tenant().advance("PT31M");

            assertThat(tenant.mails(ANNA, "", "Reminder")).isEmpty();
            assertThat(rows(tenant.exchange("Get-QuarantineMessage", "Subject", "Reminder: your benefits")))
                    .hasSize(1);
            assertThat(tenant.mails(ANNA, "inbox", SUBJECT)).hasSize(1);
        }
    }

    @Test
    void without_a_block_the_later_mail_arrives_and_with_one_the_later_click_is_refused() {
        try (var tenant = CampaignTenant.start()) {
            tenant.tenant().advance("PT31M");
            assertThat(tenant.mails(ANNA, "inbox", "Reminder")).hasSize(1);
            rows(tenant.exchange(
                    "New-TenantAllowBlockListItems",
                    "ListType",
                    "Url",
                    "Block",
                    true,
                    "Entries",
                    List.of("~evil.example~")));
            tenant.tenant().advance("PT45M");

            assertThat(tenant.truth("benefits")
                            .getAsJsonObject("clickers")
                            .getAsJsonArray("blockPageOnly")
                            .toString())
                    .contains("many@contoso.example");
            assertThat(tenant.hunt("UrlClickEvents | where AccountUpn == 'many@contoso.example' | project ActionType"))
                    .extracting(row -> row.get("ActionType").getAsString())
                    .containsExactly("ClickBlockedByTenantPolicy");
        }
    }

    @Test
    void a_rule_that_forwards_sends_a_mail_of_its_own() {
        try (var tenant = CampaignTenant.of(CampaignTenant.SCENARIO.replace(
                "{to: hidden@contoso.example, unindexed: true}",
                "{to: hidden@contoso.example, do: forward, forwardTo: chief@contoso.example}"))) {
            var original =
                    tenant.mails("hidden@contoso.example", "inbox", SUBJECT).getFirst();
            var copy = tenant.mails("chief@contoso.example", "inbox", SUBJECT).getFirst();

            assertThat(copy.get("subject").getAsString()).isEqualTo("FW: Action needed: your benefits");
            assertThat(copy.get("internetMessageId")).isNotEqualTo(original.get("internetMessageId"));
            assertThat(rows(tenant.exchange("Get-MessageTraceV2", "RecipientAddress", "chief@contoso.example")))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row.get("SenderAddress").getAsString()).isEqualTo("hidden@contoso.example"));
            assertThat(tenant.truth("benefits").toString()).contains("chief@contoso.example");
        }
    }

    @Test
    void only_clicks_that_safe_links_saw_are_in_its_report_and_a_day_late() {
        try (var tenant = CampaignTenant.start()) {
            var dates = new Object[] {"StartDate", "2026-02-24", "EndDate", "2026-03-04"};
            assertThat(rows(tenant.exchange("Get-SafeLinksDetailReport", dates)))
                    .isEmpty();
            tenant.tenant().advance("P1D");

            assertThat(rows(tenant.exchange("Get-SafeLinksDetailReport", dates)).stream()
                            .map(row -> row.get("RecipientAddress").getAsString() + " "
                                    + row.get("Action").getAsString()))
                    .containsExactlyInAnyOrder(ANNA + " Allowed", BO + " Blocked", "many@contoso.example Allowed");
        }
    }

    @Test
    void a_reported_mail_is_an_alert_where_it_is_licensed() {
        try (var tenant = CampaignTenant.start()) {
            assertThat(texts(tenant.graph("GET", "/v1.0/security/alerts_v2").value(), "title"))
                    .contains("Email reported by user as malware or phish");
            tenant.tenant().control("/licences", Json.object("set", List.of("E3")));
            assertThat(tenant.graph("GET", "/v1.0/security/alerts_v2").value()).isEmpty();
        }
    }

    @Test
    void drawn_recipients_hang_on_the_seed_and_are_as_many_as_asked_for() {
        var drawn = CampaignTenant.SCENARIO
                .replace("  policies:", "  generatedUsers: 20\n  policies:")
                .replace("recipients: [anna.berg@contoso.example]", "drawn: 7\n    deliveries: [{drawn: 2, do: junk}]")
                .replace("at: PT30M", "at: -PT30M");
        var addresses = new HashSet<List<String>>();
        for (var time = 0; time < 2; time++) {
            try (var tenant = CampaignTenant.of(drawn)) {
                var rows = rows(tenant.exchange("Get-MessageTraceV2", "Subject", "Reminder"));
                assertThat(rows).hasSize(7);
                assertThat(texts(rows, "Status"))
                        .filteredOn("FilteredAsSpam"::equals)
                        .hasSize(2);
                addresses.add(texts(rows, "RecipientAddress"));
            }
        }
        assertThat(addresses).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: aitm|kind: smishing|kind",
                "do: fail|do: vanish|do",
                "via: mobile|via: mobile, action: Blocked|nothing stops a click",
                "do: zap, at: PT10M|do: zap|at belongs to zap",
                "{to: gone@contoso.example, do: fail}|{to: chief@contoso.example, do: fail}|not among the recipients",
                "at: -PT1H, action: Blocked|at: -PT1H, url: 'https://other.example'|not among the campaign's urls",
                "id: again|id: benefits|stands here twice",
                "address: hr@evil.example|address: nobody|has to be an address",
                "roleGroups: [Organization Management]|roleGroups: [Everybody]|Everybody"
            })
    void what_makes_no_sense_is_refused(String good, String bad, String reason) {
        assertThatThrownBy(() -> CampaignTenant.of(CampaignTenant.SCENARIO.replaceFirst(
                        java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad))))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(reason);
    }
}
