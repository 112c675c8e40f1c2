package dev.cordon.simulator.contentsearch;

import static dev.cordon.simulator.CampaignTenant.ANNA;
import static dev.cordon.simulator.CampaignTenant.BO;
import static dev.cordon.simulator.CampaignTenant.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.CampaignTenant;
import dev.cordon.simulator.Reply;
import dev.cordon.simulator.wire.HostNames;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compliance host: its redirects, content searches, and purges with their limits (I.5, E18). */
class ComplianceTest {

    private static final String QUERY = "(from:hr@evil.example AND subject:\"Action needed: your benefits\" AND"
            + " received>=2026-03-01 AND received<=2026-03-03)";

    private static Reply run(CampaignTenant tenant, String cmdlet, @Nullable Object... parameters) {
        return tenant.compliance("operator", cmdlet, parameters);
    }

    private static JsonObject search(CampaignTenant tenant, String name, String query, List<String> locations) {
        rows(run(
                tenant,
                "New-ComplianceSearch",
                "Name",
                name,
                "ExchangeLocation",
                locations,
                "ContentMatchQuery",
                query));
        return again(tenant, name);
    }

    private static JsonObject again(CampaignTenant tenant, String name) {
        rows(run(tenant, "Start-ComplianceSearch", "Identity", name));
        tenant.tenant().advance("PT5M");
        return get(tenant, name);
    }

    private static JsonObject get(CampaignTenant tenant, String name) {
        return rows(run(tenant, "Get-ComplianceSearch", "Identity", name)).getFirst();
    }

    private static JsonObject purge(CampaignTenant tenant, String name, String type) {
        rows(run(
                tenant,
                "New-ComplianceSearchAction",
                "SearchName",
                name,
                "Purge",
                true,
                "PurgeType",
                type,
                "Confirm",
                false,
                "Force",
                true));
        tenant.tenant().advance("PT7M");
        var action = rows(run(tenant, "Get-ComplianceSearchAction", "Identity", name + "_Purge", "Details", true))
                .getFirst();
        rows(run(tenant, "Remove-ComplianceSearchAction", "Identity", name + "_Purge", "Confirm", false));
        return action;
    }

    private static HttpRequest.Builder asked(CampaignTenant tenant, String host, String path) {
        return HttpRequest.newBuilder(URI.create(
                host + "/adminapi/beta/" + tenant.tenant().connection().tenantId() + path));
    }

    @Test
    void the_general_name_sends_on_to_the_region_which_wants_the_token_again() {
        try (var tenant = CampaignTenant.start()) {
            var general = tenant.tenant().connection().compliance();
            var region = general.replace("127.0.0.1", "localhost");
            var token = "Bearer " + tenant.tenant().tokenAs("operator", "compliance");
            var banner = tenant.tenant()
                    .send(asked(tenant, general, "/EXOBanner('AutogenSession')?Version=3.7.0")
                            .header("Authorization", token)
                            .build());

            assertThat(banner.status()).isEqualTo(302);
            assertThat(banner.header("Location")).startsWith(region + "/").endsWith("?Version=3.7.0");
            var location = URI.create(banner.header("Location"));
            assertThat(tenant.tenant()
                            .send(HttpRequest.newBuilder(location).build())
                            .status())
                    .isEqualTo(401);
            assertThat(tenant.tenant()
                            .send(HttpRequest.newBuilder(location)
                                    .header("Authorization", token)
                                    .build())
                            .status())
                    .isEqualTo(200);
            var invoked = tenant.tenant()
                    .send(asked(tenant, general, "/InvokeCommand")
                            .header("Authorization", token)
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build());
            assertThat(invoked.status()).isEqualTo(302);
            assertThat(invoked.header("Location")).startsWith(region).endsWith("/InvokeCommand");
        }
    }

    @Test
    void by_name_the_region_has_a_name_of_its_own_on_the_same_port() {
        var names = new HostNames(Map.of());

        assertThat(names.find("eur02b.ps.compliance.protection.outlook.com:8443"))
                .isEqualTo(names.find("ps.compliance.protection.outlook.com"))
                .isPresent();
        assertThat(HostNames.region("ps.compliance.protection.outlook.com"))
                .isEqualTo("eur02b.ps.compliance.protection.outlook.com");
    }

    @Test
    void a_search_takes_minutes_and_says_what_each_mailbox_has() {
        try (var tenant = CampaignTenant.start()) {
            rows(run(
                    tenant,
                    "New-ComplianceSearch",
                    "Name",
                    "s",
                    "ExchangeLocation",
                    "All",
                    "ContentMatchQuery",
                    QUERY));
            assertThat(get(tenant, "s").get("Status").getAsString()).isEqualTo("NotStarted");
            rows(run(tenant, "Start-ComplianceSearch", "Identity", "s"));
            assertThat(get(tenant, "s").get("Status").getAsString()).isEqualTo("Starting");
            tenant.tenant().advance("PT25S");
            assertThat(get(tenant, "s").get("Status").getAsString()).isEqualTo("InProgress");
            assertThat(get(tenant, "s").get("Items").getAsInt()).isZero();
            assertThat(run(tenant, "Start-ComplianceSearch", "Identity", "s").status())
                    .isEqualTo(400);
            tenant.tenant().advance("PT4M");

            var done = get(tenant, "s");
            assertThat(done.get("Status").getAsString()).isEqualTo("Completed");
            var found = done.get("SuccessResults").getAsString();
            assertThat(found)
                    .contains("{Location: " + ANNA + ", Item count: 1, Total size: ")
                    .contains("{Location: many@contoso.example, Item count: 14, ")
                    .contains("{Location: hidden@contoso.example, Item count: 0, Total size: 0}")
                    .doesNotContain("ground@contoso.example");
            // Anna, Bo, the held one, and fourteen
            assertThat(done.get("Items").getAsInt()).isEqualTo(17);
            assertThat(done.get("UnindexedItems").getAsInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subject:\"your benefits\"|17 + 1",
                "subject:benefits NOT from:partner.example|17",
                "from:\"Human Resources\"|17",
                "from:evil.example AND received:2026-03-02|17",
                "from:evil.example AND received<2026-03-02|0",
                "from:evil.example received>=2026-03-02T04:59:00Z received<=2026-03-02T05:01:00Z|4",
                "(from:office@partner.example OR from:nobody@x.example) AND kind:email|1",
                "attachmentnames:benefits.pdf|17",
                "hasattachment:true|17",
                "benefit*|17 + 1",
                "subject:benefit|0",
                "internetmessageid:\"<x@mail.example>\"|0"
            })
    void queries_mean_what_they_say(String query, String expected) {
        try (var tenant = CampaignTenant.start()) {
            var wanted = Arrays.stream(expected.split(" \\+ "))
                    .mapToInt(Integer::parseInt)
                    .sum();

            assertThat(search(tenant, "s", query, List.of("All")).get("Items").getAsInt())
                    .isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"subject:\"open", "(from:a@b.example", "AND from:a", "received>=yesterday", "from:a OR"})
    void a_query_that_cannot_be_read_is_refused(String query) {
        try (var tenant = CampaignTenant.start()) {
            assertThat(run(
                                    tenant,
                                    "New-ComplianceSearch",
                                    "Name",
                                    "s",
                                    "ExchangeLocation",
                                    "All",
                                    "ContentMatchQuery",
                                    query)
                            .status())
                    .isEqualTo(400);
            assertThat(run(tenant, "Get-ComplianceSearch", "Identity", "s").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_purge_takes_ten_items_of_a_mailbox_and_the_next_one_waits_until_it_is_removed() {
        try (var tenant = CampaignTenant.start()) {
            search(
                    tenant,
                    "s",
                    QUERY,
                    List.of(ANNA, "many@contoso.example", "held@contoso.example", "hidden@contoso.example"));
            var first = purge(tenant, "s", "SoftDelete");

            assertThat(first.get("Status").getAsString()).isEqualTo("Completed");
            assertThat(first.get("Results").getAsString())
                    .contains("Purge Type: SoftDelete; Location: many@contoso.example; Item count: 10; Total size: ")
                    .contains("Location: " + ANNA + "; Item count: 1; ");
            assertThat(tenant.mails("many@contoso.example", "inbox", "Action needed"))
                    .hasSize(4);
            assertThat(tenant.mails(ANNA, "inbox", "Action needed")).isEmpty();
            assertThat(tenant.mails(ANNA, "recoverableitemsdeletions", "Action needed"))
                    .hasSize(1);
            // what was deleted softly is still found
            assertThat(again(tenant, "s").get("Items").getAsInt()).isEqualTo(16);
            purge(tenant, "s", "SoftDelete");

            assertThat(tenant.mails("many@contoso.example", "", "Action needed"))
                    .isEmpty();
            assertThat(tenant.truth("benefits")
                            .getAsJsonObject("copies")
                            .get("visible")
                            .getAsInt())
                    .isEqualTo(2); // on premises and not indexed; Bo's went by itself meanwhile
        }
    }

    @Test
    void a_second_purge_is_refused_while_the_first_is_listed_and_before_the_search_has_ended() {
        try (var tenant = CampaignTenant.start()) {
            var purge = new Object[] {"SearchName", "s", "Purge", true, "PurgeType", "SoftDelete", "Force", true};
            rows(run(
                    tenant,
                    "New-ComplianceSearch",
                    "Name",
                    "s",
                    "ExchangeLocation",
                    "All",
                    "ContentMatchQuery",
                    QUERY));
            assertThat(run(tenant, "New-ComplianceSearchAction", purge).status())
                    .isEqualTo(400);
            again(tenant, "s");

            assertThat(rows(run(tenant, "New-ComplianceSearchAction", purge))
                            .getFirst()
                            .get("Name")
                            .getAsString())
                    .isEqualTo("s_Purge");
            assertThat(run(tenant, "New-ComplianceSearchAction", purge).text()).contains("already exists");
            assertThat(tenant.mails(ANNA, "inbox", "Action needed")).hasSize(1);
            tenant.tenant().advance("PT7M");
            assertThat(run(tenant, "New-ComplianceSearchAction", purge).status())
                    .isEqualTo(400);
            rows(run(tenant, "Remove-ComplianceSearchAction", "Identity", "s_Purge"));
            assertThat(run(tenant, "New-ComplianceSearchAction", purge).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_purge_that_nobody_confirmed_only_asks() {
        try (var tenant = CampaignTenant.start()) {
            search(tenant, "s", QUERY, List.of(ANNA));
            var asked = run(
                    tenant, "New-ComplianceSearchAction", "SearchName", "s", "Purge", true, "PurgeType", "SoftDelete");

            assertThat(asked.json().has("@adminapi.confirmationmessage")).isTrue();
            assertThat(run(tenant, "Get-ComplianceSearchAction", "Identity", "s_Purge")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_hard_deletion_leaves_nothing_to_recover_but_where_the_mailbox_is_held() {
        var scenario = CampaignTenant.SCENARIO;
        try (var tenant = CampaignTenant.of(scenario)) {
            search(tenant, "s", QUERY, List.of(ANNA, "held@contoso.example"));
            purge(tenant, "s", "HardDelete");

            assertThat(tenant.mails(ANNA, "recoverableitemspurges", "Action needed"))
                    .hasSize(1);
            assertThat(tenant.mails("held@contoso.example", "recoverableitemspurges", "Action needed"))
                    .hasSize(1);
            tenant.tenant().advance("P15D");
            assertThat(tenant.mails(ANNA, "recoverableitemspurges", "Action needed"))
                    .isEmpty();
            assertThat(tenant.mails("held@contoso.example", "recoverableitemspurges", "Action needed"))
                    .hasSize(1);
            assertThat(again(tenant, "s").get("Items").getAsInt()).isEqualTo(1);
        }
    }

    @Test
    void mailboxes_on_premises_are_no_location() {
        try (var tenant = CampaignTenant.start()) {
            assertThat(run(
                                    tenant,
                                    "New-ComplianceSearch",
                                    "Name",
                                    "s",
                                    "ExchangeLocation",
                                    List.of("ground@contoso.example"),
                                    "ContentMatchQuery",
                                    QUERY)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void who_may_search_alone_has_no_purge_and_an_application_nothing() {
        try (var tenant = CampaignTenant.of(
                CampaignTenant.SCENARIO.replace("[Organization Management]", "[eDiscovery Manager]"))) {
            search(tenant, "s", QUERY, List.of(BO));
            var refused = run(
                    tenant,
                    "New-ComplianceSearchAction",
                    "SearchName",
                    "s",
                    "Purge",
                    true,
                    "PurgeType",
                    "SoftDelete",
                    "Force",
                    true);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("Invalid cmdlet parameters specified. Purge");
            assertThat(tenant.compliance("app", "Get-ComplianceSearch").status())
                    .isEqualTo(403);
            assertThat(tenant.compliance(ANNA, "Get-ComplianceSearch").status()).isEqualTo(403);
            assertThat(tenant.compliance("chief@contoso.example", "Get-ComplianceSearch")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_removed_search_is_gone_and_its_name_is_free() {
        try (var tenant = CampaignTenant.start()) {
            search(tenant, "s", QUERY, List.of(ANNA));
            assertThat(run(tenant, "New-ComplianceSearch", "Name", "S", "ExchangeLocation", "All")
                            .status())
                    .isEqualTo(400);
            rows(run(tenant, "Remove-ComplianceSearch", "Identity", "s", "Confirm", false));

            assertThat(run(tenant, "Get-ComplianceSearch", "Identity", "s").status())
                    .isEqualTo(404);
            assertThat(search(tenant, "s", QUERY, List.of(ANNA)).get("Items").getAsInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void mail_of_others_that_a_wide_search_purged_is_collateral() {
        try (var tenant = CampaignTenant.start()) {
            search(tenant, "s", "subject:benefits", List.of("All"));
            purge(tenant, "s", "SoftDelete");

            assertThat(tenant.tenant()
                            .control("/truth")
                            .json()
                            .getAsJsonArray("collateral")
                            .asList())
                    .extracting(row -> row.getAsJsonObject().get("kind").getAsString() + " "
                            + row.getAsJsonObject().get("owner").getAsString())
                    .containsExactly("mail " + BO);
        }
    }
}
