package dev.cordon.simulator.mail;

import static dev.cordon.simulator.CampaignTenant.ANNA;
import static dev.cordon.simulator.CampaignTenant.rows;
import static dev.cordon.simulator.CampaignTenant.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.CampaignTenant;
import dev.cordon.simulator.Reply;
import dev.cordon.simulator.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding, moving and deleting the copies of one mail over Graph (C5, C7, C8). */
class MailMovesTest {

    private static final String MESSAGES = "/v1.0/users/" + ANNA + "/messages";
    private static final List<String> IMMUTABLE = List.of("Prefer", "IdType=\"ImmutableId\"");

    private static Reply stable(CampaignTenant tenant, String method, String path, JsonElement... body) {
        return tenant.tenant().graph(tenant.tenant().tokenAs("app", "graph"), method, path, IMMUTABLE, body);
    }

    private static JsonObject to(String folder) {
        return Json.object("destinationId", folder);
    }

    private static String first(CampaignTenant tenant) {
        return tenant.mails(ANNA, "inbox", "Action needed").getFirst().get("id").getAsString();
    }

    @Test
    void a_moved_mail_has_another_id_unless_ids_are_to_stay() {
        try (var tenant = CampaignTenant.start()) {
            var id = first(tenant);
            var moved = tenant.graph("POST", MESSAGES + "/" + id + "/move", to("archive"));

            assertThat(moved.status()).as(moved.text()).isEqualTo(201);
            var next = moved.json().get("id").getAsString();
            assertThat(next).isNotEqualTo(id);
            assertThat(tenant.graph("GET", MESSAGES + "/" + id).status()).isEqualTo(404);
            assertThat(tenant.graph("GET", MESSAGES + "/" + next).status()).isEqualTo(200);
            assertThat(tenant.mails(ANNA, "archive", "Action needed")).hasSize(1);

            var stays =
                    stable(tenant, "GET", MESSAGES + "/" + id).json().get("id").getAsString();
            var again = stable(tenant, "POST", MESSAGES + "/" + stays + "/move", to("deleteditems"));
            assertThat(again.json().get("id").getAsString()).isEqualTo(stays);
            assertThat(stable(tenant, "GET", MESSAGES + "/" + stays).status()).isEqualTo(200);
        }
    }

    @Test
    void a_mail_is_found_by_its_message_id_in_every_folder_but_the_recoverable_ones_which_are_asked_by_name() {
        try (var tenant = CampaignTenant.start()) {
            var mail = tenant.mails(ANNA, "inbox", "Action needed").getFirst();
            var filter = "?$filter=internetMessageId eq '"
                    + mail.get("internetMessageId").getAsString() + "'";
            stable(tenant, "POST", MESSAGES + "/" + mail.get("id").getAsString() + "/move", to("junkemail"));
            assertThat(tenant.graph("GET", MESSAGES + filter).value()).hasSize(1);
            stable(
                    tenant,
                    "POST",
                    MESSAGES + "/" + mail.get("id").getAsString() + "/move",
                    to("recoverableitemsdeletions"));

            assertThat(tenant.graph("GET", MESSAGES + filter).value()).isEmpty();
            var deletions = "/v1.0/users/" + ANNA + "/mailFolders/recoverableitemsdeletions/messages";
            assertThat(tenant.graph("GET", deletions + filter).value()).hasSize(1);
            assertThat(stable(tenant, "GET", MESSAGES + "/" + mail.get("id").getAsString())
                            .status())
                    .isEqualTo(200);
            var back = stable(
                    tenant,
                    "POST",
                    "/v1.0/users/" + ANNA + "/mailFolders/recoverableitemsdeletions/messages/"
                            + mail.get("id").getAsString() + "/move",
                    to("inbox"));
            assertThat(back.status()).as(back.text()).isEqualTo(201);
            assertThat(tenant.mails(ANNA, "inbox", "Action needed")).hasSize(1);
        }
    }

    @Test
    void a_permanent_deletion_leaves_it_among_the_purges_and_is_done_once() {
        try (var tenant = CampaignTenant.start()) {
            var id = first(tenant);
            assertThat(tenant.graph("POST", MESSAGES + "/" + id + "/permanentDelete")
                            .status())
                    .isEqualTo(204);

            assertThat(tenant.mails(ANNA, "", "Action needed")).isEmpty();
            assertThat(tenant.mails(ANNA, "recoverableitemspurges", "Action needed"))
                    .hasSize(1);
            assertThat(tenant.graph("POST", MESSAGES + "/" + id + "/permanentDelete")
                            .status())
                    .isEqualTo(404);
            assertThat(tenant.truth("benefits")
                            .getAsJsonObject("copies")
                            .get("recoverable")
                            .getAsInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void the_mailbox_logs_where_it_went() {
        try (var tenant = CampaignTenant.start()) {
            stable(tenant, "POST", MESSAGES + "/" + first(tenant) + "/move", to("recoverableitemsdeletions"));

            var rows = rows(tenant.exchange(
                    "Search-UnifiedAuditLog",
                    "StartDate",
                    "2026-03-01",
                    "EndDate",
                    "2026-03-04",
                    "Operations",
                    List.of("SoftDelete")));
            assertThat(texts(rows, "AuditData")).singleElement().asString().contains("Action needed");
        }
    }

    @Test
    void what_is_not_there_or_not_allowed_is_refused() {
        try (var tenant = CampaignTenant.start()) {
            var id = first(tenant);
            assertThat(tenant.graph("POST", MESSAGES + "/" + id + "/move", to("no such folder"))
                            .status())
                    .isEqualTo(404);
            assertThat(tenant.graph("POST", MESSAGES + "/" + id + "/move", new JsonObject())
                            .status())
                    .isEqualTo(400);
            assertThat(tenant.graph("POST", MESSAGES + "/AAMkNothing=/move", to("archive"))
                            .status())
                    .isEqualTo(404);
            assertThat(tenant.graph("POST", "/v1.0/users/ground@contoso.example/messages/" + id + "/permanentDelete")
                            .status())
                    .isEqualTo(404);
            var operator = tenant.tenant().tokenAs("operator", "graph");
            assertThat(tenant.tenant()
                            .graph(operator, "POST", MESSAGES + "/" + id + "/permanentDelete")
                            .status())
                    .isEqualTo(403);
            assertThat(tenant.mails(ANNA, "inbox", "Action needed")).hasSize(1);
        }
    }
}
