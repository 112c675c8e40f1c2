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
                    .containsExactlyInAnyOrder(
                            Stream.of("kept", "deleted", "recoverable", "purged", "never-saved")
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

    private static JsonObject speed() {
        var speed = new JsonObject();
        speed.addProperty("speed", 0);
        return speed;
    }
}
