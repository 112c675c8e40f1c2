package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the attacker did, from a file that was brought by hand into a data folder that knows no tenant. */
class AttackCommandTest {
    private static final String ANNA = "anna@contoso.example";
    private static final String BO = "bo@contoso.example";

    @TempDir
    private Path folder;

    private static String row(String id, String time, String operation, String user, String members) {
        String json = "{\"Id\":\"" + id + "\",\"CreationTime\":\"" + time + "\",\"Operation\":\"" + operation
                + "\",\"UserId\":\"" + user + "\"," + members + "}";
        return id + ",x,50," + operation + "," + user + ",\"" + json.replace("\"", "\"\"") + "\"\r\n";
    }

    private static String file() {
        var text = new StringBuilder("RecordId,CreationDate,RecordType,Operation,UserId,AuditData\r\n");
        for (String user : List.of(ANNA, BO)) {
            for (int day = 1; day <= 4; day++) {
                text.append(row(
                        user + day,
                        "2026-02-0" + day + "T08:00:00",
                        "UserLoggedIn",
                        user,
                        "\"ActorIpAddress\":\"198.51.100.20\""));
            }
        }
        String his =
                "\"ClientIPAddress\":\"203.0.113.9:51234\",\"SessionId\":\"stolen\",\"ClientInfoString\":\"Client=REST;axios/1.7\"";
        String access = ",\"MailboxOwnerUPN\":\"" + ANNA
                + "\",\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"%s\"}]";
        text.append(row(
                "b1",
                "2026-03-01T22:00:00",
                "MailItemsAccessed",
                ANNA,
                his + access.formatted("Bind")
                        + ",\"Folders\":[{\"Path\":\"\\\\Inbox\",\"FolderItems\":[{\"InternetMessageId\":\"<pay@x>\","
                        + "\"Subject\":\"\u202eInvoice\"}]}]"));
        text.append(row(
                "b2",
                "2026-03-01T22:05:00",
                "MailItemsAccessed",
                ANNA,
                his + access.formatted("Sync") + ",\"Item\":{\"ParentFolder\":{\"Path\":\"\\\\Sent Items\"}}"));
        text.append(
                row(
                        "b3",
                        "2026-03-01T22:06:00",
                        "MailItemsAccessed",
                        ANNA,
                        "\"ClientIPAddress\":\"198.51.100.20\"" + access.formatted("Bind")
                                + ",\"Folders\":[{\"Path\":\"\\\\Inbox\",\"FolderItems\":[{\"InternetMessageId\":\"<own@x>\"}]}]"));
        text.append(row(
                "b4",
                "2026-03-01T22:07:00",
                "New-InboxRule",
                ANNA,
                his + ",\"Parameters\":[{\"Name\":\"ForwardTo\",\"Value\":\"drop@mail.example\"}]"));
        return text.toString();
    }

    @Test
    void an_imported_audit_log_tells_what_the_attacker_had_and_may_have_had_and_names_nobody_of_the_office()
            throws IOException {
        var typed = new TypedCommands(folder);
        String log = Files.writeString(folder.resolve("audit.csv"), file()).toString();
        typed.run("evidence", "import", log, "--user", ANNA, "--json");
        String incident = typed.document().get("incident").getAsString();
        String exhibit = typed.document().get("exhibit").getAsString();

        assertThat(typed.run("incident", "attack", incident, "--json")).isEqualTo(ExitCode.DONE);
        JsonObject attack = typed.document();
        JsonObject mail = attack.getAsJsonArray("mailAccess").get(0).getAsJsonObject();
        assertThat(mail.getAsJsonArray("named")).hasSize(1);
        JsonObject message = mail.getAsJsonArray("named").get(0).getAsJsonObject();
        assertThat(message.get("internetMessageId").getAsString()).isEqualTo("<pay@x>");
        assertThat(message.getAsJsonObject("shownBy").get("exhibit").getAsString())
                .isEqualTo(exhibit);
        assertThat(message.getAsJsonObject("shownBy").get("row").getAsLong()).isEqualTo(9);
        assertThat(TypedCommands.rows(mail, "bounds"))
                .extracting(bound -> bound.get("kind").getAsString())
                .containsExactly("whole-folder", "after-the-rows");
        assertThat(TypedCommands.rows(attack, "mailActs"))
                .extracting(act -> act.get("kind").getAsString())
                .containsExactly("forwarded");
        assertThat(attack.getAsJsonArray("touched")).isEmpty();

        assertThat(typed.run("incident", "attack", incident)).isEqualTo(ExitCode.DONE);
        assertThat(typed.out())
                .contains("the attacker's: address 203.0.113.9")
                .contains("<pay@x>")
                .contains("drop@mail.example")
                .contains("Sent Items")
                .doesNotContain("<own@x>")
                .doesNotContain(BO)
                .doesNotContain("\u202e");
    }

    @Test
    void a_log_without_any_attacker_is_answered_with_what_was_looked_at() throws IOException {
        var typed = new TypedCommands(folder);
        String log = Files.writeString(
                        folder.resolve("audit.csv"),
                        "RecordId,CreationDate,RecordType,Operation,UserId,AuditData\r\n"
                                + row(
                                        "a",
                                        "2026-02-01T08:00:00",
                                        "UserLoggedIn",
                                        ANNA,
                                        "\"ClientIP\":\"198.51.100.20\""))
                .toString();
        typed.run("evidence", "import", log, "--user", ANNA, "--json");
        String incident = typed.document().get("incident").getAsString();

        assertThat(typed.run("incident", "attack", incident)).isEqualTo(ExitCode.DONE);
        assertThat(typed.out())
                .contains("no proof that he was not there")
                .contains("1 rows of the audit log")
                .contains("2026-02-01T08:00:00Z")
                .containsOnlyOnce("None of them is an access of mail by anybody");
    }

    @Test
    void where_no_row_is_stored_nothing_is_said_to_be_absent() throws IOException {
        var typed = new TypedCommands(folder);
        String picture = Files.writeString(folder.resolve("note.txt"), "what the user said")
                .toString();
        typed.run("evidence", "import", picture, "--user", ANNA, "--json");
        String incident = typed.document().get("incident").getAsString();

        assertThat(typed.run("incident", "attack", incident)).isEqualTo(ExitCode.ATTENTION);
        assertThat(typed.out())
                .contains("Nothing was looked at")
                .contains("evidence import FILE --incident")
                .contains(incident)
                .doesNotContain("Found:");
    }
}
