package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.SimulatedTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
                .containsExactly("whole-folder", "sent-on", "after-the-rows");
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
    void a_persons_word_stands_above_what_is_reckoned_and_the_last_one_holds() throws IOException {
        var typed = new TypedCommands(folder);
        String incident = imported(typed);

        assertThat(typed.run(
                        "incident",
                        "attribute",
                        incident,
                        "--address",
                        "[::ffff:203.0.113.9]:443",
                        "--to",
                        "user",
                        "--because",
                        "her hotel"))
                .isEqualTo(ExitCode.DONE);
        typed.run("incident", "attack", incident, "--json");
        assertThat(party(typed, "203.0.113.9")).containsExactly("user", "true");
        assertThat(typed.document().getAsJsonArray("mailActs")).isEmpty();

        assertThat(typed.run(
                        "incident", "attribute", incident, "--session", "STOLEN", "--to", "unknown", "--because", "?"))
                .isEqualTo(ExitCode.DONE);
        typed.run(
                "incident",
                "attribute",
                incident,
                "--address",
                "203.0.113.9",
                "--to",
                "attacker",
                "--because",
                "she never was there",
                "--json");
        assertThat(typed.document().get("party").getAsString()).isEqualTo("attacker");
        typed.run("incident", "attack", incident, "--json");
        assertThat(party(typed, "203.0.113.9")).containsExactly("attacker", "true");
        assertThat(party(typed, "stolen")).containsExactly("unknown", "true");

        typed.run("incident", "timeline", incident);
        assertThat(typed.out().replaceAll("\\s+", " ")).contains("her hotel").contains("she never was there");
    }

    private static List<String> party(TypedCommands typed, String value) {
        return TypedCommands.rows(typed.document(), "attribution").stream()
                .filter(one -> one.get("value").getAsString().equals(value))
                .flatMap(one -> Stream.of(
                        one.get("party").getAsString(), one.get("byPerson").getAsString()))
                .toList();
    }

    private String imported(TypedCommands typed) throws IOException {
        String log = Files.writeString(folder.resolve("audit.csv"), file()).toString();
        typed.run("evidence", "import", log, "--user", ANNA, "--json");
        return typed.document().get("incident").getAsString();
    }

    @Test
    void what_is_no_address_and_a_session_that_no_row_has_are_refused_with_those_there_are() throws IOException {
        var typed = new TypedCommands(folder);
        String incident = imported(typed);
        for (String none : List.of("203.0.113.999", "10.0.0.1", "203.0.113.0/24", "office")) {
            assertThat(typed.run(
                            "incident", "attribute", incident, "--address", none, "--to", "mine", "--because", "x"))
                    .as(none)
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(typed.err()).contains("203.0.113.9").contains("198.51.100.20");
        }
        assertThat(typed.run("incident", "attribute", incident, "--session", "other", "--to", "mine", "--because", "x"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.err()).contains("stolen");
        assertThat(typed.run(
                        "incident", "attribute", incident, "--address", "203.0.113.9", "--to", "me", "--because", "x"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.run("incident", "attribute", incident, "--address", "203.0.113.9", "--to", "mine"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.run(
                        "incident",
                        "attribute",
                        incident,
                        "--address",
                        "203.0.113.9",
                        "--session",
                        "stolen",
                        "--to",
                        "mine",
                        "--because",
                        "x"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        typed.run("incident", "attack", incident, "--json");
        assertThat(party(typed, "203.0.113.9")).containsExactly("attacker", "false");
    }

    @Test
    void an_incident_that_is_opened_by_the_offered_command_is_linked_in_both_and_reports_what_rows_it_holds()
            throws Exception {
        var typed = new TypedCommands(folder);
        String bo = "bo.lund@contoso.example";
        try (SimulatedTenant _ = typed.tenant(yaml -> yaml)) {
            String touching = Files.writeString(
                            folder.resolve("more.csv"),
                            file()
                                    + row(
                                            "c1",
                                            "2026-03-01T22:30:00",
                                            "UserLoggedIn",
                                            bo,
                                            "\"ActorIpAddress\":\"203.0.113.9\""))
                    .toString();
            typed.run("evidence", "import", touching, "--user", ANNA, "--json");
            String first = typed.document().get("incident").getAsString();
            typed.run("incident", "attack", first, "--json");
            JsonObject offered = TypedCommands.rows(typed.document(), "touched").getFirst();
            assertThat(offered.get("name").getAsString()).isEqualTo(bo);
            assertThat(offered.get("command").getAsString())
                    .isEqualTo("cordon respond compromised-account " + bo + " --linked-with " + first);

            assertThat(typed.run(
                            "respond",
                            "compromised-account",
                            bo,
                            "--linked-with",
                            "INC-20260302-ZZZZ",
                            "--decide",
                            "recommended"))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            typed.run(
                    "respond", "compromised-account", bo, "--linked-with", first, "--decide", "recommended", "--json");
            String second = typed.document().get("incident").getAsString();
            String report =
                    typed.document().getAsJsonObject("report").get("markdown").getAsString();
            assertThat(Files.readString(Path.of(report)))
                    .contains("Nothing was looked at")
                    .contains("cordon incident collect " + second)
                    .contains(first);
            typed.run("incident", "timeline", first);
            assertThat(typed.out()).contains("Linked with incident " + second);
            typed.run("incident", "attack", first, "--json");
            assertThat(TypedCommands.rows(typed.document(), "touched")
                            .getFirst()
                            .get("incident")
                            .getAsString())
                    .isEqualTo(second);

            typed.run("evidence", "import", touching, "--incident", second, "--json");
            String exhibit = typed.document().get("exhibit").getAsString();
            typed.run(
                    "incident",
                    "attribute",
                    second,
                    "--address",
                    "203.0.113.9",
                    "--to",
                    "attacker",
                    "--because",
                    "told by Anna");
            typed.run("report", second, "--format", "markdown", "--json");
            assertThat(Files.readString(Path.of(report)))
                    .doesNotContain("Nothing was looked at")
                    .contains("told by Anna")
                    .contains("Files that were brought by hand")
                    .contains(exhibit)
                    .contains("pay@x");
        }
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
        assertThat(typed.out().replaceAll("\\s+", " "))
                .contains("no proof that he was not there")
                .contains("1 row of the audit log")
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
