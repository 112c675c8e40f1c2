package dev.cordon.simulator.hunting;

import static dev.cordon.simulator.CampaignTenant.ANNA;
import static dev.cordon.simulator.CampaignTenant.BO;
import static dev.cordon.simulator.CampaignTenant.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.CampaignTenant;
import dev.cordon.simulator.json.Json;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advanced hunting over mail and clicks: what is understood means what it says, and the rest is refused (E6-E8). */
class HuntingTest {

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static CampaignTenant tenant;

    @BeforeAll
    static void start() {
        tenant = CampaignTenant.start();
        tenant.tenant().control("/throttle", Json.object("enabled", false));
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    private static int count(String query) {
        return tenant.hunt(query).size();
    }

    @Test
    void every_mail_is_an_event_for_each_recipient_with_where_it_went() {
        var rows = tenant.hunt("EmailEvents | where SenderFromAddress =~ 'HR@evil.example' and Subject has 'benefits'");

        assertThat(rows).hasSize(21);
        assertThat(rows.stream()
                        .map(row -> row.get("RecipientEmailAddress").getAsString() + " "
                                + row.get("DeliveryAction").getAsString() + " "
                                + row.get("DeliveryLocation").getAsString()))
                .contains(
                        ANNA + " Delivered Inbox/folder",
                        "lucky@contoso.example Blocked Quarantine",
                        "gone@contoso.example Blocked Failed",
                        "ground@contoso.example Delivered On-premises/external");
        assertThat(texts(rows, "NetworkMessageId").stream().distinct()).hasSize(14);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get("SenderDisplayName").getAsString()).isEqualTo("Human Resources");
            assertThat(row.get("EmailDirection").getAsString()).isEqualTo("Inbound");
            assertThat(row.get("UrlCount").getAsInt()).isEqualTo(1);
            assertThat(row.get("AttachmentCount").getAsInt()).isEqualTo(1);
        });
    }

    @Test
    void the_answer_says_what_its_columns_are_and_gives_a_flag_as_a_small_number() {
        var reply = tenant.ask("UrlClickEvents | where AccountUpn == '" + ANNA
                        + "' | project Timestamp, IsClickedThrough, Url")
                .json();

        assertThat(reply.get("schema").toString())
                .isEqualTo(
                        "[{\"name\":\"Timestamp\",\"type\":\"DateTime\"},{\"name\":\"IsClickedThrough\",\"type\":\"SByte\"},"
                                + "{\"name\":\"Url\",\"type\":\"String\"}]");
        assertThat(reply.getAsJsonArray("results").toString())
                .isEqualTo("[{\"Timestamp\":\"2026-03-02T06:00:00Z\",\"IsClickedThrough\":0,\"Url\":\""
                        + CampaignTenant.LINK + "\"}]");
    }

    @Test
    void only_clicks_that_safe_links_saw_are_events() {
        var rows = tenant.hunt("UrlClickEvents | where Url startswith 'https://login.evil.example'");

        assertThat(rows.stream()
                        .map(row -> row.get("AccountUpn").getAsString() + " "
                                + row.get("ActionType").getAsString() + " "
                                + row.get("IsClickedThrough").getAsInt() + " "
                                + row.get("Workload").getAsString()))
                .containsExactlyInAnyOrder(ANNA + " ClickAllowed 0 Email", BO + " ClickBlocked 0 Email");
        var mail = tenant.hunt(
                "EmailEvents | where RecipientEmailAddress == '" + ANNA + "' and SenderFromDomain == 'evil.example'");
        assertThat(texts(rows, "NetworkMessageId"))
                .containsOnly(mail.getFirst().get("NetworkMessageId").getAsString());
    }

    @Test
    void urls_are_joined_to_the_mails_they_stand_in() {
        var rows = tenant.hunt("""
                let wanted = dynamic(["login.evil.example"]);
                // who got it
                EmailUrlInfo
                | where UrlDomain in~ (wanted)
                | join kind=inner (EmailEvents | where DeliveryAction == "Delivered") on NetworkMessageId
                | project RecipientEmailAddress, Url, Timestamp1
                | order by RecipientEmailAddress asc
                """);

        assertThat(rows).hasSize(19);
        assertThat(rows.getFirst().get("RecipientEmailAddress").getAsString()).isEqualTo(ANNA);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.get("Url").getAsString()).isEqualTo(CampaignTenant.LINK));
    }

    @Test
    void an_outer_join_keeps_mails_without_clicks() {
        var rows = tenant.hunt("EmailEvents | where RecipientEmailAddress in ('" + ANNA + "', 'hidden@contoso.example')"
                + " | join kind=leftouter (UrlClickEvents | project NetworkMessageId, ActionType, AccountUpn) on NetworkMessageId"
                + " | project RecipientEmailAddress, ActionType");

        assertThat(rows).hasSizeGreaterThan(1);
        assertThat(tenant.hunt("EmailEvents | where RecipientEmailAddress == 'gone@contoso.example'"
                        + " | join kind=leftouter (UrlClickEvents | where AccountUpn == 'nobody') on NetworkMessageId"
                        + " | project ActionType"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("ActionType").isJsonNull()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "where Subject has \"benefit\"|0",
                "where Subject contains \"BENEFIT\"|22",
                "where Subject has_any (\"benefits\", \"nothing\")|22",
                "where Subject == \"action needed: your benefits\"|0",
                "where Subject != \"Action needed: your benefits\"|1",
                "where Subject =~ \"action needed: your benefits\"|21",
                "where not(SenderFromDomain == \"evil.example\")|1",
                "where SenderFromDomain == \"evil.example\" or Subject endswith \"really\"|22",
                "where SenderFromDomain !in (\"evil.example\")|1",
                "where Timestamp > ago(1d)|21",
                "where Timestamp > ago(12h) and Timestamp < ago(30m)|21",
                "where Timestamp between (datetime(2026-02-27) .. datetime(2026-03-01T00:00:00Z))|1",
                "where Timestamp >= datetime(2026-03-02T05:00:00.000Z)|21",
                "where AttachmentCount > 0|21",
                "where isempty(RecipientObjectId)|0",
                "where tolower(SenderDisplayName) == \"human resources\"|21",
                "where (UrlCount == 1 and AttachmentCount >= 1) or UrlCount > 5|21"
            })
    void conditions_mean_what_they_say(String condition, int expected) {
        assertThat(count("EmailEvents | " + condition)).isEqualTo(expected);
    }

    @Test
    void rows_are_counted_cut_ordered_and_made_distinct() {
        assertThat(count("EmailEvents | take 3")).isEqualTo(3);
        assertThat(count("EmailEvents | limit 2")).isEqualTo(2);
        assertThat(tenant.hunt("EmailEvents | count").getFirst().get("Count").getAsInt())
                .isEqualTo(22);
        assertThat(count("EmailEvents | distinct SenderFromAddress")).isEqualTo(2);
        assertThat(texts(tenant.hunt("EmailEvents | top 1 by Timestamp asc | project Subject"), "Subject"))
                .containsExactly("Your benefits, really");
        assertThat(tenant.hunt("EmailEvents | summarize mails = count() by SenderFromAddress | sort by mails desc")
                        .getFirst()
                        .get("mails")
                        .getAsInt())
                .isEqualTo(21);
        assertThat(tenant.hunt("EmailEvents | take 1 | project From = SenderFromAddress, Subject")
                        .getFirst()
                        .keySet())
                .containsExactly("From", "Subject");
        assertThat(tenant.hunt("EmailAttachmentInfo | where FileName == 'benefits.pdf' | project-away Timestamp")
                        .getFirst()
                        .has("Timestamp"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`EmailEvents | where NoSuchColumn == 'x'`|NoSuchColumn",
                "`EmailEvents | where Subject matches regex 'x'`|matches",
                "`EmailEvents | mv-expand Subject`|mv",
                "`DeviceEvents | take 1`|DeviceEvents",
                "`EmailEvents | where Subject == 'open`|parsed",
                "`EmailEvents | where (Subject == 'x'`|the end of the query",
                "`EmailEvents | join UrlClickEvents on NetworkMessageId`|innerunique",
                "`EmailEvents | where Timestamp > ago(soon)`|soon",
                "`EmailEvents | where strlen(Subject) > 3`|strlen",
                "`EmailEvents | where Timestamp > 3`|datetime",
                "`EmailEvents | summarize dcount(Subject) by SenderFromAddress`|dcount"
            })
    void what_is_not_understood_is_refused_with_a_word_about_it(String query, String about) {
        var reply = tenant.ask(query);

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().getAsJsonObject("error").get("message").getAsString())
                .contains(about);
    }

    @Test
    void an_empty_query_and_a_wrong_time_are_refused() {
        assertThat(tenant.graph("POST", "/v1.0/security/runHuntingQuery", Json.object("Query", " "))
                        .status())
                .isEqualTo(400);
        assertThat(tenant.graph(
                                "POST",
                                "/v1.0/security/runHuntingQuery",
                                Json.object("Query", "EmailEvents", "Timespan", "week"))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"P1D, 21", "P7D, 22", "2026-02-28T00:00:00Z/2026-03-01T00:00:00Z, 1", "2026-02-27T00:00:00Z/P1D, 0"})
    void the_timespan_bounds_every_table(String span, int expected) {
        var reply = tenant.graph(
                "POST", "/beta/security/runHuntingQuery", Json.object("Query", "EmailEvents", "Timespan", span));

        assertThat(reply.json().getAsJsonArray("results")).hasSize(expected);
    }

    @Test
    void rows_come_minutes_late() {
        try (var fresh = CampaignTenant.of(CampaignTenant.SCENARIO.replace("at: PT30M", "at: -PT1M"))) {
            var query = "EmailEvents | where Subject startswith 'Reminder'";
            assertThat(fresh.hunt(query)).isEmpty();
            fresh.tenant().advance("PT8M");
            assertThat(fresh.hunt(query)).hasSize(1);
        }
    }

    @Test
    void without_the_licence_or_the_permission_nobody_hunts() {
        for (var licence : List.of("E3", "E3-MDO-P1")) {
            try (var fresh = CampaignTenant.of(CampaignTenant.SCENARIO.replace("[E5]", "[" + licence + "]"))) {
                assertThat(fresh.ask("EmailEvents").status()).isEqualTo(403);
                fresh.tenant().control("/licences", Json.object("set", List.of("E5")));
                assertThat(fresh.ask("EmailEvents").status()).isEqualTo(200);
            }
        }
        var bo = tenant.tenant().tokenAs(BO, "graph");
        JsonObject query = Json.object("Query", "EmailEvents");
        assertThat(tenant.tenant()
                        .graph(bo, "POST", "/v1.0/security/runHuntingQuery", query)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void more_than_forty_five_hunts_in_a_minute_are_too_many() {
        try (var fresh = CampaignTenant.start()) {
            var token = fresh.tenant().tokenAs("app", "graph");
            var body = Json.object("Query", "EmailEvents | take 1");
            var last = 200;
            for (var time = 0; time < 50 && last == 200; time++) {
                last = fresh.tenant()
                        .graph(token, "POST", "/v1.0/security/runHuntingQuery", body)
                        .status();
            }
            var refused = fresh.tenant().graph(token, "POST", "/v1.0/security/runHuntingQuery", body);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isNotEmpty();
        }
    }
}
