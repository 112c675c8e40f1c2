package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.AttackSummaryFile;
import dev.cordon.investigation.Certainty;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections;
import dev.cordon.investigation.collection.Place;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.store.Store;
import dev.cordon.store.StoreLocation;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.SignInQuestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the attacker did, from a file that was brought by hand into a data folder that knows no tenant. */
class AttackCommandTest {
    private static final String ANNA = "anna@contoso.example";
    private static final String BO = "bo@contoso.example";
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

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

            Path kept = typed.data()
                    .resolve("vault")
                    .resolve(
                            Digest.sha256(Files.readAllBytes(Path.of(touching))).hex());
            Files.delete(kept);
            Files.writeString(kept, "something else");
            assertThat(typed.run("incident", "attack", second, "--json")).isEqualTo(ExitCode.NOT_GENUINE);
            assertThat(typed.document().getAsJsonArray("damaged").toString()).isEqualTo("[\"" + exhibit + "\"]");
            assertThat(typed.document().get("withoutDetail").getAsLong()).isPositive();
            typed.run("report", second, "--format", "markdown", "--json");
            assertThat(Files.readString(Path.of(report)))
                    .containsSubsequence("Damaged evidence", exhibit, "cordon evidence verify")
                    .doesNotContain("pay@x");
        }
    }

    /** A summary as a response seals it, of a sign-in log that showed these addresses. */
    private static byte[] summary(String... addresses) {
        return AttackSummaryFile.write(new AttackSummary(
                addresses.length == 0 ? Certainty.UNKNOWN : Certainty.ATTACK,
                Optional.empty(),
                "Not said.",
                "Not said.",
                List.of(),
                List.of(addresses),
                List.of(),
                AT));
    }

    private static ExhibitId seal(Store store, String incident, byte[] summary) {
        return store.vault()
                .seal(
                        new IncidentId(incident),
                        new Acquisition(
                                "attack-summary",
                                incident,
                                "drawn",
                                Optional.empty(),
                                AT,
                                AttackSummaryFile.MEDIA_TYPE,
                                summary))
                .id();
    }

    private Store store(TypedCommands typed) {
        return Store.open(StoreLocation.of(typed.data(), Map.of()), InstantSource.system());
    }

    @Test
    void a_later_summary_that_could_read_less_takes_no_address_back_and_one_that_cannot_be_read_is_named()
            throws IOException {
        var typed = new TypedCommands(folder);
        String incident = imported(typed);
        String unread;
        try (Store store = store(typed)) {
            seal(store, incident, summary("198.51.100.20"));
            seal(store, incident, summary());
            unread =
                    seal(store, incident, "{}".getBytes(StandardCharsets.UTF_8)).value();
        }

        assertThat(typed.run("incident", "attack", incident, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(TypedCommands.rows(typed.document(), "attribution"))
                .filteredOn(one -> one.get("value").getAsString().equals("198.51.100.20"))
                .singleElement()
                .satisfies(one -> assertThat(one.get("reasons").toString()).contains("sign-in log showed"));
        assertThat(typed.document().getAsJsonArray("unreadSummaries").toString())
                .isEqualTo("[\"" + unread + "\"]");
        typed.run("incident", "attack", incident);
        assertThat(typed.out()).contains(unread).contains("could not be read");
    }

    private static void keepTwoUnreadable(Store store, IncidentId incident) {
        var progress = CollectionProgress.first(
                AT.minusSeconds(60),
                AT,
                AT,
                new Place.SignIns(PagePosition.start(new SignInQuestion(
                        SignInQuestion.Event.INTERACTIVE_USER,
                        new SignInQuestion.Whose.Everybody(),
                        AT.minusSeconds(60),
                        AT))));
        var begun = store.collections()
                .begin(incident, new CollectionSource(CollectedLog.SIGN_INS_INTERACTIVE, ANNA), progress);
        store.collections().keep(incident, begun, new LogCollections.Page(List.of(), List.of("a", "b"), 2), progress);
    }

    /** As if a newer version had written it. */
    private static void asOfAnotherVersion(Path database) throws IOException {
        String bytes = Files.readString(database, StandardCharsets.ISO_8859_1);
        String written = "{\"version\":1,\"from\"";
        assertThat(bytes).contains(written);
        Files.writeString(database, bytes.replace(written, "{\"version\":9,\"from\""), StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_collection_whose_place_cannot_be_read_is_named_and_stops_neither_the_reconstruction_nor_the_report()
            throws IOException {
        var typed = new TypedCommands(folder);
        String incident = imported(typed);
        try (Store store = store(typed)) {
            keepTwoUnreadable(store, new IncidentId(incident));
        }
        asOfAnotherVersion(typed.data().resolve("cordon.db"));

        assertThat(typed.run("incident", "attack", incident, "--json"))
                .as(typed.err())
                .isEqualTo(ExitCode.DONE);
        assertThat(typed.document().get("unreadable").getAsLong()).isEqualTo(2);
        assertThat(typed.document().getAsJsonArray("unreadPlaces").toString())
                .contains("sign-ins-interactive")
                .contains(ANNA);
        typed.run("incident", "attack", incident);
        assertThat(typed.out().replaceAll("\\s+", " "))
                .contains("Collections that cannot go on")
                .contains("incident collect " + incident + " --anew TEXT");
        assertThat(typed.run("report", incident, "--format", "markdown", "--json"))
                .as(typed.err())
                .isEqualTo(ExitCode.DONE);
        String report =
                typed.document().getAsJsonObject("report").get("markdown").getAsString();
        assertThat(Files.readString(Path.of(report))).contains("Collections that cannot go on");
    }

    @Test
    void unreadable_rows_of_a_file_that_was_brought_twice_count_once_and_those_of_collected_pages_count_too()
            throws IOException {
        var typed = new TypedCommands(folder);
        String log = Files.writeString(folder.resolve("audit.csv"), file() + "x,x,50,Op,u,not json\r\n")
                .toString();
        typed.run("evidence", "import", log, "--user", ANNA, "--json");
        String incident = typed.document().get("incident").getAsString();
        typed.run("evidence", "import", log, "--incident", incident, "--json");
        typed.run("incident", "attack", incident, "--json");
        assertThat(typed.document().get("unreadable").getAsLong()).isEqualTo(1);

        try (Store store = store(typed)) {
            keepTwoUnreadable(store, new IncidentId(incident));
        }
        typed.run("incident", "attack", incident, "--json");
        assertThat(typed.document().get("unreadable").getAsLong()).isEqualTo(3);
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
