package dev.cordon.simulator.truth;

import static dev.cordon.simulator.CampaignTenant.ANNA;
import static dev.cordon.simulator.CampaignTenant.BO;
import static dev.cordon.simulator.CampaignTenant.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.CampaignTenant;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.ScenarioLoader;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code /truth} says of campaigns and of what a response to one hit beside them. */
class CampaignTruthTest {

    private static List<String> texts(JsonElement array) {
        return array.getAsJsonArray().asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    private static List<String> collateral(TestingTenant tenant) {
        return tenant.control("/truth").json().getAsJsonArray("collateral").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(row -> row.get("kind").getAsString() + " " + row.get("id").getAsString())
                .toList();
    }

    private static void reset(TestingTenant tenant, String upn) {
        var reply = tenant.graph(
                tenant.tokenAs("app", "graph"),
                "PATCH",
                "/v1.0/users/" + upn,
                Json.object(
                        "passwordProfile",
                        Json.object("password", "Long-enough-4711!", "forceChangePasswordNextSignIn", true)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(204);
    }

    @Test
    void it_knows_recipients_copies_and_clickers() {
        try (var tenant = CampaignTenant.start()) {
            var truth = tenant.truth("benefits");

            assertThat(truth.get("kind").getAsString()).isEqualTo("aitm");
            assertThat(truth.getAsJsonArray("recipients")).hasSize(21);
            assertThat(truth.getAsJsonObject("copies").get("visible").getAsInt())
                    .isEqualTo(19);
            var clickers = truth.getAsJsonObject("clickers");
            assertThat(texts(clickers.get("reached"))).containsExactlyInAnyOrder(ANNA, "held@contoso.example");
            assertThat(texts(clickers.get("blockPageOnly"))).containsExactly(BO);
            assertThat(truth.getAsJsonArray("clicks").toString()).contains("\"via\":\"mobile\",\"recorded\":false");
            assertThat(truth.getAsJsonArray("recipients").toString())
                    .contains("\"mailbox\":\"on-premises\",\"copy\":\"visible\"")
                    .contains("\"mailbox\":\"held\"");
        }
    }

    @Test
    void a_password_given_to_who_saw_the_block_page_alone_is_needless() {
        try (var tenant = CampaignTenant.start()) {
            reset(tenant.tenant(), ANNA);
            reset(tenant.tenant(), BO);

            assertThat(texts(tenant.truth("benefits").get("needlesslyReset"))).containsExactly(BO);
            assertThat(collateral(tenant.tenant())).containsExactly("account " + BO);
        }
    }

    @Test
    void blocks_of_the_campaign_are_named_and_blocks_of_others_are_collateral() {
        try (var tenant = CampaignTenant.start()) {
            for (var sender : List.of("evil.example", "partner.example", "stranger.example")) {
                rows(tenant.exchange(
                        "New-TenantAllowBlockListItems",
                        "ListType",
                        "Sender",
                        "Block",
                        true,
                        "Entries",
                        List.of(sender)));
            }

            assertThat(texts(tenant.truth("benefits").get("blocked"))).containsExactly("evil.example");
            assertThat(collateral(tenant.tenant()))
                    .containsExactlyInAnyOrder("block partner.example", "block stranger.example");
        }
    }

    @Test
    void the_page_for_device_codes_is_nobodys_to_block() {
        try (var tenant = CampaignTenant.of(CampaignTenant.SCENARIO.replace("kind: aitm", "kind: device-code"))) {
            for (var block : List.of(List.of("Sender", "evil.example"), List.of("Url", "login.evil.example"))) {
                rows(tenant.exchange(
                        "New-TenantAllowBlockListItems",
                        "ListType",
                        block.getFirst(),
                        "Block",
                        true,
                        "Entries",
                        List.of(block.getLast())));
            }

            assertThat(texts(tenant.truth("benefits").get("blocked"))).containsExactly("evil.example");
            assertThat(collateral(tenant.tenant())).containsExactly("block login.evil.example");
        }
    }

    @Test
    void what_was_moved_back_is_no_collateral() {
        try (var tenant = CampaignTenant.start()) {
            var path = "/v1.0/users/" + BO + "/messages/";
            var id = tenant.mails(BO, "inbox", "really").getFirst().get("id").getAsString();
            var there = tenant.graph(
                            "POST", path + id + "/move", Json.object("destinationId", "recoverableitemsdeletions"))
                    .json()
                    .get("id")
                    .getAsString();
            assertThat(collateral(tenant.tenant())).hasSize(1);
            tenant.graph("POST", path + there + "/move", Json.object("destinationId", "inbox"));

            assertThat(collateral(tenant.tenant())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"E3", "E3-MDO-P1", "E5"})
    void sixty_recipients_stand_as_the_story_says_whatever_is_licensed(String licence) {
        try (var tenant =
                TestingTenant.start(ScenarioLoader.load("phish-campaign-60-recipients", OptionalLong.empty()))) {
            tenant.control("/clock", Json.object("speed", 0));
            tenant.control("/licences", Json.object("set", List.of(licence)));
            JsonObject truth = tenant.control("/truth").json();
            var campaign = truth.getAsJsonArray("campaigns").get(0).getAsJsonObject();
            var recipients = campaign.getAsJsonArray("recipients").asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .toList();

            assertThat(recipients.stream()
                            .filter(row -> !row.get("forwarded").getAsBoolean())
                            .map(row -> row.get("address").getAsString())
                            .distinct())
                    .hasSize(60);
            assertThat(recipients)
                    .filteredOn(row -> row.get("fate").getAsString().equals("quarantined"))
                    .hasSize(1);
            assertThat(recipients)
                    .filteredOn(row -> row.get("mailbox").getAsString().equals("on-premises"))
                    .hasSize(1);
            assertThat(recipients)
                    .filteredOn(row -> row.get("mailbox").getAsString().equals("held"))
                    .hasSize(1);
            assertThat(recipients)
                    .filteredOn(row -> row.get("address").getAsString().equals("orders@adatum.example"))
                    .hasSize(14);
            assertThat(texts(campaign.getAsJsonObject("clickers").get("reached")))
                    .containsExactlyInAnyOrder("anna.berg@adatum.example", "carla.rossi@adatum.example");
            assertThat(texts(campaign.getAsJsonObject("clickers").get("blockPageOnly")))
                    .containsExactly("erik.dahl@adatum.example");
            for (var stolen : List.of("anna.berg@adatum.example", "carla.rossi@adatum.example")) {
                assertThat(truth.getAsJsonObject("accounts")
                                .getAsJsonObject(stolen)
                                .get("attackerAccess")
                                .getAsBoolean())
                        .isTrue();
            }
            assertThat(truth.getAsJsonArray("collateral")).isEmpty();
        }
    }
}
