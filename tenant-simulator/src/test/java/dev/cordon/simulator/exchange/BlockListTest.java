package dev.cordon.simulator.exchange;

import static dev.cordon.simulator.CampaignTenant.rows;
import static dev.cordon.simulator.CampaignTenant.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.CampaignTenant;
import dev.cordon.simulator.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Tenant Allow/Block List: what it takes, keeps, refuses and forgets (X25). */
class BlockListTest {

    private static final String NEW = "New-TenantAllowBlockListItems";
    private static final String GET = "Get-TenantAllowBlockListItems";
    private static final String REMOVE = "Remove-TenantAllowBlockListItems";

    private static Reply block(CampaignTenant tenant, String type, String entry, Object... more) {
        var parameters = new ArrayList<Object>(List.of("ListType", type, "Block", true, "Entries", List.of(entry)));
        parameters.addAll(Arrays.asList(more));
        return tenant.exchange(NEW, parameters.toArray());
    }

    private static List<JsonObject> list(CampaignTenant tenant, String type) {
        return rows(tenant.exchange(GET, "ListType", type));
    }

    @Test
    void a_block_ends_after_thirty_days_unless_it_is_to_stay() {
        try (var tenant = CampaignTenant.start()) {
            var usual = rows(block(tenant, "Sender", "evil.example", "Notes", "incident 7"))
                    .getFirst();
            rows(block(tenant, "Sender", "stays@evil.example", "NoExpiration", true));
            rows(block(tenant, "Url", "evil.example/*", "ExpirationDate", "2026-03-10T00:00:00Z"));

            assertThat(usual.get("Value").getAsString()).isEqualTo("evil.example");
            assertThat(usual.get("Action").getAsString()).isEqualTo("Block");
            assertThat(usual.get("Notes").getAsString()).isEqualTo("incident 7");
            assertThat(usual.get("ExpirationDate").getAsString()).startsWith("2026-04-01");
            assertThat(usual.has("LastUsedDate(DateTime])")).isTrue();
            assertThat(texts(list(tenant, "Sender"), "Value"))
                    .containsExactlyInAnyOrder("evil.example", "stays@evil.example");
            tenant.tenant().advance("P31D");

            assertThat(list(tenant, "Sender"))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row.get("ExpirationDate").isJsonNull()).isTrue());
            assertThat(list(tenant, "Url")).isEmpty();
        }
    }

    @Test
    void no_value_stands_in_it_twice_and_none_of_a_refused_call_stays() {
        try (var tenant = CampaignTenant.start()) {
            rows(block(tenant, "Sender", "evil.example"));

            var again = tenant.exchange(
                    NEW, "ListType", "Sender", "Block", true, "Entries", List.of("other.example", "EVIL.example"));
            assertThat(again.status()).isEqualTo(400);
            assertThat(again.text()).contains("Duplicate");
            assertThat(list(tenant, "Sender")).hasSize(1);
        }
    }

    @Test
    void what_is_taken_out_by_id_or_value_is_gone_and_can_be_put_in_again() {
        try (var tenant = CampaignTenant.start()) {
            var id = rows(block(tenant, "Sender", "evil.example"))
                    .getFirst()
                    .get("Identity")
                    .getAsString();
            rows(block(tenant, "Url", "evil.example"));
            rows(tenant.exchange(REMOVE, "ListType", "Sender", "Ids", List.of(id)));
            rows(tenant.exchange(REMOVE, "ListType", "Url", "Entries", List.of("evil.example")));

            assertThat(list(tenant, "Sender")).isEmpty();
            assertThat(list(tenant, "Url")).isEmpty();
            assertThat(tenant.exchange(REMOVE, "ListType", "Sender", "Ids", List.of(id))
                            .status())
                    .isEqualTo(404);
            assertThat(rows(block(tenant, "Sender", "evil.example"))).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso.example/*",
                "~contoso.example~",
                "*.contoso.example",
                "contoso.example/path",
                "~contoso.example"
            })
    void urls_may_have_these_wildcards(String entry) {
        try (var tenant = CampaignTenant.start()) {
            assertThat(block(tenant, "Url", entry).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Url, https://contoso.example/*",
        "Url, contoso.example:8080",
        "Url, \"contoso.example\"\"x\"",
        "Url, contoso",
        "Sender, not an address",
        "Sender, @contoso.example",
        "FileHash, abc",
        "Nothing, contoso.example"
    })
    void what_no_list_takes_is_refused(String type, String entry) {
        try (var tenant = CampaignTenant.start()) {
            assertThat(block(tenant, type, entry).status()).isEqualTo(400);
        }
    }

    @Test
    void an_end_in_the_past_or_too_far_is_refused_and_an_allowed_sender_always_ends() {
        try (var tenant = CampaignTenant.start()) {
            assertThat(block(tenant, "Sender", "a.example", "ExpirationDate", "2026-03-01T00:00:00Z")
                            .status())
                    .isEqualTo(400);
            assertThat(block(tenant, "Sender", "a.example", "ExpirationDate", "2026-09-01T00:00:00Z")
                            .status())
                    .isEqualTo(400);
            assertThat(tenant.exchange(
                                    NEW,
                                    "ListType",
                                    "Sender",
                                    "Allow",
                                    true,
                                    "NoExpiration",
                                    true,
                                    "Entries",
                                    List.of("a.example"))
                            .status())
                    .isEqualTo(400);
            assertThat(tenant.exchange(NEW, "ListType", "Sender", "Entries", List.of("a.example"))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_reader_of_security_sees_it_and_changes_nothing() {
        var reader = CampaignTenant.SCENARIO.replace(
                "User Administrator, Authentication Administrator, Exchange Administrator, Security Administrator], roleGroups",
                "Security Reader], roleGroups");
        try (var tenant = CampaignTenant.of(reader)) {
            assertThat(tenant.exchange(GET, "ListType", "Sender").status()).isEqualTo(200);
            assertThat(tenant.exchange("Get-QuarantineMessage").status()).isEqualTo(200);
            assertThat(block(tenant, "Sender", "a.example").status()).isEqualTo(403);
        }
    }

    @Test
    void each_change_is_one_row_of_the_audit_log() {
        try (var tenant = CampaignTenant.start()) {
            rows(tenant.exchange(
                    NEW, "ListType", "Sender", "Block", true, "Entries", List.of("a.example", "b.example")));

            var audits = rows(tenant.exchange(
                    "Search-UnifiedAuditLog",
                    "StartDate",
                    "2026-03-01",
                    "EndDate",
                    "2026-03-04",
                    "Operations",
                    List.of(NEW)));
            assertThat(audits).hasSize(1);
            assertThat(audits.getFirst().get("AuditData").getAsString()).contains("a.example;b.example");
        }
    }
}
