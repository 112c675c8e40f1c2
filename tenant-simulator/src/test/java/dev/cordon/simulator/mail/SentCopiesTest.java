package dev.cordon.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.TestingTenant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The copies of what was sent: where each lies, for how long, and that the trace needs none of them. */
class SentCopiesTest {

    private static final String ANNA = "anna.berg@contoso.example";
    private static final String OUTSIDE = "x@partner.example";

    private static Responder tenant() {
        var letters = new StringBuilder();
        for (var fate : List.of("kept", "deleted", "recoverable", "purged", "never-saved")) {
            letters.append("  - {id: " + fate + ", subject: Was " + fate + ", letters: [{at: -PT4H, from: " + ANNA
                    + ", to: [" + OUTSIDE + "], by: attacker, session: stolen, sentCopy: " + fate + "}]}\n");
        }
        return Responder.in(
                TestingTenant.SMALL.replace(
                        "attacker: {}\n",
                        "mailboxes: [{owner: " + ANNA + "}]\nconversations:\n" + letters + "attacker: {}\n"),
                "");
    }

    private static List<String> subjects(Responder responder, String folder) {
        return responder.list("/users/" + ANNA + "/mailFolders/" + folder + "/messages?$top=100").stream()
                .map(mail -> mail.get("subject").getAsString())
                .filter(subject -> subject.startsWith("Was "))
                .toList();
    }

    private static List<String> fates(Responder responder) {
        return responder.account(ANNA).getAsJsonObject("fraud").getAsJsonArray("mails").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(mail -> mail.get("subject").getAsString() + ": "
                        + mail.get("sentCopy").getAsString())
                .toList();
    }

    @Test
    void each_lies_where_it_was_left_and_no_list_of_messages_shows_what_is_out_of_sight() {
        try (var responder = tenant()) {
            assertThat(subjects(responder, "sentitems")).containsExactly("Was kept");
            assertThat(subjects(responder, "deleteditems")).containsExactly("Was deleted");
            assertThat(subjects(responder, "recoverableitemsdeletions")).containsExactly("Was recoverable");
            assertThat(subjects(responder, "recoverableitemspurges")).containsExactly("Was purged");
            assertThat(responder.list("/users/" + ANNA + "/messages?$top=100").stream()
                            .map(mail -> mail.get("subject").getAsString())
                            .filter(subject -> subject.startsWith("Was ")))
                    .containsExactlyInAnyOrder("Was kept", "Was deleted");
            assertThat(responder.run("Get-MessageTraceV2", "RecipientAddress", OUTSIDE).stream()
                            .map(row -> row.get("Subject").getAsString()))
                    .containsExactlyInAnyOrder(Stream.of("kept", "deleted", "recoverable", "purged", "never-saved")
                            .map(fate -> "Was " + fate)
                            .toArray(String[]::new));
        }
    }

    @Test
    void what_was_taken_away_is_gone_when_deleted_items_are_kept_no_longer() {
        try (var responder = tenant()) {
            assertThat(fates(responder))
                    .containsExactlyInAnyOrder(
                            "Was kept: kept",
                            "Was deleted: deleted",
                            "Was recoverable: recoverable",
                            "Was purged: purged",
                            "Was never-saved: never-saved");
            responder.tenant().control("/clock", speed());
            responder.tenant().advance("P15D");
            assertThat(fates(responder))
                    .contains("Was recoverable: gone", "Was purged: gone", "Was kept: kept", "Was deleted: deleted");
            assertThat(subjects(responder, "recoverableitemsdeletions")).isEmpty();
            assertThat(subjects(responder, "recoverableitemspurges")).isEmpty();
        }
    }

    @Test
    void what_he_sends_and_deletes_while_the_tenant_runs_is_in_the_truth_and_in_the_trace() {
        var plan = """
                fraud: [{id: live, kind: payroll, account: anna.berg@contoso.example, bankAccounts: [{id: mule, holder: H, iban: IE29 AIBK 9311 5212 3456 78}]}]
                attacker:
                  holds: {sessions: [{id: stolen, user: anna.berg@contoso.example}]}
                  plan:
                    - {at: PT10S, do: send-mail, session: stolen, to: [x@partner.example], subject: Was live, body: "IE29AIBK93115212345678"}
                    - {at: PT40S, do: delete-mail, session: stolen, query: Was live}
                """;
        try (var responder = Responder.in(
                TestingTenant.SMALL
                        .replace("unifiedAudit: PT0S}", "unifiedAudit: PT0S, messageTrace: PT0S}")
                        .replace("attacker: {}\n", plan + "attacker: {}\n"),
                "")) {
            responder.tenant().control("/clock", speed());
            responder.tenant().advance("PT20S");
            assertThat(fates(responder)).containsExactly("Was live: kept");
            responder.tenant().advance("PT30S");

            assertThat(fates(responder)).containsExactly("Was live: purged");
            assertThat(subjects(responder, "sentitems")).isEmpty();
            assertThat(subjects(responder, "recoverableitemspurges")).containsExactly("Was live");
            assertThat(responder.run("Get-MessageTraceV2", "RecipientAddress", OUTSIDE))
                    .hasSize(1);
            assertThat(responder
                            .account(ANNA)
                            .getAsJsonObject("fraud")
                            .getAsJsonArray("paymentRequests")
                            .toString())
                    .contains("\"mule\"");
        }
    }

    private static JsonObject speed() {
        var speed = new JsonObject();
        speed.addProperty("speed", 0);
        return speed;
    }
}
