package dev.cordon.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.TestingTenant;
import dev.cordon.simulator.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What was done in a mailbox: in the truth, in MailItemsAccessed as far as it tells, in the trace, and as a sample. */
class MailHarmTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String FORWARDING =
            "{id: e-fwd, kind: forwarding, owner: anna.berg@contoso.example, by: attacker, created: -PT48H, object:"
                    + " {ForwardingSmtpAddress: 'smtp:drop@mail.example', DeliverToMailboxAndForward: true}}";

    private static String doing(String... actions) {
        return TestingTenant.SMALL.replace(
                "attacker: {}\n",
                "mailboxes: [{owner: " + ANNA
                        + ", messages: 200}]\nhistory:\n  noise: {days: 10}\n  mailActions:\n    - "
                        + String.join("\n    - ", actions)
                        + "\npersistence:\n  - " + FORWARDING
                        + "\nattacker: {from: [{ip: 203.0.113.9, country: NL, userAgent: axios}]}\n");
    }

    private static String his(String rest) {
        return "{mailbox: " + ANNA + ", by: attacker, session: stolen, " + rest + "}";
    }

    private static JsonObject harm(Responder responder) {
        return responder
                .tenant()
                .control("/truth")
                .json()
                .getAsJsonObject("accounts")
                .getAsJsonObject(ANNA)
                .getAsJsonObject("harm");
    }

    private static List<JsonObject> rows(Responder responder, String operation) {
        var rows = new ArrayList<JsonObject>();
        while (true) {
            var page = responder.run(
                    "Search-UnifiedAuditLog",
                    "StartDate",
                    "2026-02-01",
                    "EndDate",
                    "2026-03-03",
                    "Operations",
                    operation,
                    "SessionId",
                    operation,
                    "ResultSize",
                    100);
            if (page.isEmpty()) {
                return rows;
            }
            page.forEach(row -> rows.add(Json.parseObject(row.get("AuditData").getAsString())));
        }
    }

    private static Set<String> texts(JsonElement list) {
        return list.getAsJsonArray().asList().stream()
                .map(JsonElement::getAsString)
                .collect(Collectors.toSet());
    }

    private static Set<String> named(List<JsonObject> rows) {
        var ids = new HashSet<String>();
        for (var row : rows) {
            if (row.has("Folders")) {
                row.getAsJsonArray("Folders")
                        .forEach(folder -> folder.getAsJsonObject()
                                .getAsJsonArray("FolderItems")
                                .forEach(item -> ids.add(item.getAsJsonObject()
                                        .get("InternetMessageId")
                                        .getAsString())));
            }
        }
        return ids;
    }

    private static String property(JsonObject row, String name) {
        return row.getAsJsonArray("OperationProperties").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(pair -> pair.get("Name").getAsString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("Value")
                .getAsString();
    }

    @Test
    void binds_of_two_minutes_stand_in_one_record_that_names_every_message_once() {
        try (var responder = Responder.in(doing(his("at: -PT4H, do: read, count: 3, every: PT30S, times: 6")), "")) {
            var rows = rows(responder, "MailItemsAccessed");

            assertThat(rows).hasSize(2);
            assertThat(rows).extracting(row -> property(row, "MailAccessType")).containsOnly("Bind");
            assertThat(rows.stream()
                            .mapToInt(row -> row.get("OperationCount").getAsInt())
                            .sum())
                    .isEqualTo(18);
            assertThat(named(rows)).isEqualTo(texts(harm(responder).get("mailReadInternetMessageIds")));
            assertThat(rows)
                    .extracting(row -> row.get("ClientIPAddress").getAsString())
                    .containsOnly("203.0.113.9");
        }
    }

    @Test
    void the_same_message_read_again_within_an_hour_leaves_no_second_record() {
        try (var responder = Responder.in(
                doing(
                        his("at: -PT4H, do: read, count: 1"),
                        his("at: -PT3H30M, do: read, count: 1"),
                        his("at: -PT2H, do: read, count: 1")),
                "")) {
            assertThat(rows(responder, "MailItemsAccessed")).hasSize(2);
        }
    }

    @Test
    void a_synchronised_folder_is_named_and_none_of_what_was_taken() {
        try (var responder = Responder.in(doing(his("at: -PT4H, do: sync, folder: Sent Items")), "")) {
            var row = rows(responder, "MailItemsAccessed").getFirst();

            assertThat(property(row, "MailAccessType")).isEqualTo("Sync");
            assertThat(row.get("RecordType").getAsInt()).isEqualTo(2);
            assertThat(named(List.of(row))).isEmpty();
            var harm = harm(responder);
            var folder = harm.getAsJsonArray("foldersSynchronised").get(0).getAsJsonObject();
            assertThat(folder.get("folder").getAsString()).isEqualTo("Sent Items");
            assertThat(harm.getAsJsonArray("mailRead"))
                    .hasSize(folder.get("messages").getAsInt())
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void a_thousand_binds_within_a_day_silence_the_mailbox_and_the_last_says_so() {
        var actions = new String[1010];
        for (var number = 0; number < actions.length; number++) {
            actions[number] = "{mailbox: " + ANNA + ", by: attacker, session: s" + number + ", at: -PT"
                    + (1200 - number) + "M, do: read, count: 1}";
        }
        try (var responder = Responder.in(doing(actions), "")) {
            var rows = rows(responder, "MailItemsAccessed");

            assertThat(rows).hasSize(1000);
            assertThat(rows)
                    .filteredOn(row -> property(row, "IsThrottled").equals("True"))
                    .singleElement()
                    .isEqualTo(rows.getFirst());
        }
    }

    @Test
    void what_was_sent_deleted_and_searched_stands_in_the_log_with_the_truths_ids() {
        try (var responder = Responder.in(
                doing(
                        his("at: -PT4H, do: search, query: iban"),
                        his(
                                "at: -PT3H, do: send, to: [x@partner.example, bo.lund@contoso.example], subject: New account"),
                        his("at: -PT2H, do: purge, folder: Sent Items, query: New account, count: 1")),
                "")) {
            var harm = harm(responder);
            var sent = harm.getAsJsonArray("mailSent").get(0).getAsJsonObject();

            assertThat(rows(responder, "Send")
                            .getFirst()
                            .getAsJsonObject("Item")
                            .get("InternetMessageId"))
                    .isEqualTo(sent.get("internetMessageId"));
            assertThat(rows(responder, "SearchQueryInitiatedExchange")
                            .getFirst()
                            .get("QueryText")
                            .getAsString())
                    .isEqualTo("iban");
            assertThat(rows(responder, "HardDelete")
                            .getFirst()
                            .getAsJsonArray("AffectedItems")
                            .get(0)
                            .getAsJsonObject()
                            .get("InternetMessageId"))
                    .isEqualTo(sent.get("internetMessageId"));
            assertThat(responder
                            .done("GET", "/users/" + ANNA + "/mailFolders/sentitems/messages?$top=200")
                            .toString())
                    .doesNotContain("New account");
            assertThat(responder.run("Get-MessageTraceV2", "SenderAddress", ANNA).stream()
                            .filter(row -> row.get("MessageId").equals(sent.get("internetMessageId")))
                            .map(row -> row.get("RecipientAddress").getAsString()))
                    .containsExactly("bo.lund@contoso.example", "x@partner.example");
        }
    }

    @Test
    void what_was_forwarded_is_in_the_trace_and_in_the_truth() {
        try (var responder = Responder.in(doing(his("at: -PT4H, do: search, query: iban")), "")) {
            responder.run(
                    "Set-Mailbox",
                    "Identity",
                    ANNA,
                    "ForwardingSmtpAddress",
                    null,
                    "DeliverToMailboxAndForward",
                    false);
            var traced =
                    responder
                            .run("Get-MessageTraceV2", "RecipientAddress", "drop@mail.example", "ResultSize", 5000)
                            .stream()
                            .map(row -> row.get("MessageId").getAsString())
                            .collect(Collectors.toSet());

            assertThat(traced).isNotEmpty();
            var stolen = harm(responder).getAsJsonArray("mailForwarded").asList().stream()
                    .map(row -> row.getAsJsonObject().get("internetMessageId").getAsString())
                    .collect(Collectors.toSet());
            assertThat(stolen).containsAll(traced);
        }
    }

    @Test
    void a_mail_can_be_had_as_it_came_with_its_headers() {
        try (var responder = Responder.in(doing(his("at: -PT4H, do: search, query: iban")), "")) {
            var one = responder
                    .done("GET", "/users/" + ANNA + "/messages?$top=1")
                    .getAsJsonArray("value")
                    .get(0)
                    .getAsJsonObject();
            var id = one.get("id").getAsString();
            var whole = responder.graph("GET", "/users/" + ANNA + "/messages/" + id + "/$value");

            assertThat(whole.status()).isEqualTo(200);
            assertThat(whole.text())
                    .contains("Message-ID: " + one.get("internetMessageId").getAsString());
            var headers = responder
                    .done("GET", "/users/" + ANNA + "/messages/" + id + "?$select=internetMessageHeaders")
                    .getAsJsonArray("internetMessageHeaders");
            assertThat(headers.toString()).contains("Authentication-Results");
        }
    }
}
