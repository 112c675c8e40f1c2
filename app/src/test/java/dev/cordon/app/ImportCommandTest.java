package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.evidence.Provenance;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator brings by hand, into a data folder that knows no tenant. */
class ImportCommandTest {
    private static final String HEAD = "RecordId,CreationDate,RecordType,Operation,UserId,AuditData\r\n";

    @TempDir
    private Path folder;

    private TypedCommands typed;

    @BeforeEach
    void prepare() {
        typed = new TypedCommands(folder);
    }

    private static String row(String id, String minute) {
        return id + ",x,1,New-InboxRule,anna,\"{\"\"Id\"\":\"\"" + id + "\"\",\"\"CreationTime\"\":\"\"2026-03-01T22:"
                + minute
                + ":00\"\",\"\"Operation\"\":\"\"New-InboxRule\"\",\"\"UserId\"\":\"\"anna@contoso.example\"\","
                + "\"\"ClientIP\"\":\"\"203.0.113.9:51234\"\",\"\"ObjectId\"\":\"\"\u202eanna\"\"}\"\r\n";
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void an_audit_log_is_sealed_counted_and_seen_in_the_timeline_without_any_tenant() throws IOException {
        String first =
                file("first.txt", HEAD + row("b", "05") + row("a", "04") + row("b", "05") + "c,x,1,Op,anna,\r\n");

        assertThat(typed.run("evidence", "import", first, "--user", "anna@contoso.example", "--json"))
                .isEqualTo(ExitCode.ATTENTION);
        JsonObject imported = typed.document();
        String incident = imported.get("incident").getAsString();
        assertThat(imported.get("kind").getAsString()).isEqualTo("audit-log");
        assertThat(counts(imported)).containsExactly(4L, 2L, 1L);
        assertThat(imported.getAsJsonArray("unreadable").toString())
                .isEqualTo("[{\"row\":4,\"reason\":\"Its AuditData is empty.\"}]");

        String second = file("second", "\ufeff" + HEAD + row("a", "04") + row("d", "01"));
        assertThat(typed.run("evidence", "import", second, "--incident", incident, "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(counts(typed.document())).containsExactly(2L, 1L, 1L);
        String exhibit = typed.document().get("exhibit").getAsString();

        assertThat(typed.run("incident", "timeline", incident, "--json")).isEqualTo(ExitCode.DONE);
        List<JsonObject> rows = TypedCommands.rows(typed.document(), "entries").stream()
                .filter(entry -> entry.get("source").getAsString().equals("imported audit log"))
                .toList();
        assertThat(rows)
                .extracting(entry -> entry.get("at").getAsString())
                .containsExactly("2026-03-01T22:01:00Z", "2026-03-01T22:04:00Z", "2026-03-01T22:05:00Z");
        assertThat(rows.getFirst().get("exhibit").getAsString()).isEqualTo(exhibit);
        assertThat(rows.getFirst().get("clock").getAsString()).isEqualTo("utc-by-schema");
        assertThat(rows.getFirst().get("text").getAsString())
                .contains("New-InboxRule")
                .contains("203.0.113.9");
        assertThat(typed.run("incident", "timeline", incident)).isEqualTo(ExitCode.DONE);
        assertThat(typed.out()).contains("203.0.113.9").contains(exhibit).doesNotContain("\u202e");

        assertThat(typed.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllBytes(typed.data().resolve("vault").resolve(sha256(exhibit))))
                .isEqualTo(Files.readAllBytes(Path.of(second)));
        assertThat(typed.run("incident", "show", incident)).isEqualTo(ExitCode.DONE);
        assertThat(typed.out()).contains("IMPORTED EVIDENCE");
        assertThat(typed.run("incident", "resume", incident, "--decide", "recommended"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.err()).contains("belongs to no tenant");
    }

    @Test
    void the_incident_of_a_picture_says_that_nothing_more_is_known() throws IOException {
        Files.write(folder.resolve("screen.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});

        assertThat(typed.run("evidence", "import", folder.resolve("screen.csv").toString(), "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(typed.document().get("kind").getAsString()).isEqualTo("file");
        assertThat(counts(typed.document())).containsExactly(0L, 0L, 0L);
        String incident = typed.document().get("incident").getAsString();

        assertThat(typed.run("incident", "show", incident, "--json")).isEqualTo(ExitCode.DONE);
        JsonObject user = typed.document().getAsJsonObject("user");
        assertThat(user.get("id").isJsonNull()).isTrue();
        assertThat(user.get("upn").isJsonNull()).isTrue();
        assertThat(typed.run("incident", "list")).isEqualTo(ExitCode.DONE);
        assertThat(typed.out()).contains("(account not known)", "  imported evidence  ");
    }

    @Test
    void a_malformed_file_leaves_nothing_and_says_where() throws IOException {
        for (String text : List.of(HEAD + row("a", "04") + "b,x,1,\"{", "PK\u0003\u0004", "[{\"Id\":")) {
            assertThat(typed.run("evidence", "import", file("broken.csv", text), "--json"))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(typed.document().getAsJsonObject("error").get("message").getAsString())
                    .containsPattern("(row|byte) [0-9]+")
                    .contains("cannot be imported");
        }
        assertThat(typed.run("incident", "list", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(typed.document().getAsJsonArray("incidents")).isEmpty();
        try (Stream<Path> left = Files.walk(typed.data())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".new-") || name.startsWith(".rows-"));
        }
        assertThat(typed.run("evidence", "import", folder.resolve("nowhere").toString()))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.err()).contains("is not there");
        assertThat(typed.run(
                        "evidence",
                        "import",
                        folder.resolve("broken.csv").toString(),
                        "--incident",
                        "INC-20260302-AAAA"))
                .isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void a_page_of_a_longer_list_is_not_taken_for_all_of_it_and_everybody_is_told() throws IOException {
        String page = file("page.json", """
                {"value":[{"id":"s1","createdDateTime":"2026-03-01T22:00:00Z","userPrincipalName":"anna@contoso.example",
                "ipAddress":"203.0.113.9","appDisplayName":"Outlook","status":{"errorCode":0}}],
                "@odata.nextLink":"https://graph.microsoft.com/v1.0/auditLogs/signIns?$skiptoken=x"}""");

        assertThat(typed.run("evidence", "import", page, "--json")).isEqualTo(ExitCode.ATTENTION);
        assertThat(typed.document().get("isFollowed").getAsBoolean()).isTrue();
        assertThat(counts(typed.document())).containsExactly(1L, 1L, 0L);
        String incident = typed.document().get("incident").getAsString();
        String exhibit = typed.document().get("exhibit").getAsString();
        assertThat(typed.run("evidence", "import", page, "--incident", incident))
                .isEqualTo(ExitCode.ATTENTION);
        assertThat(typed.out().replaceAll("\\s+", " ")).contains("NOT ALL OF IT", "another page follows");

        assertThat(typed.run("incident", "attack", incident, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(typed.document().getAsJsonArray("followed").toString()).contains(exhibit);
        assertThat(typed.run("incident", "attack", incident)).isEqualTo(ExitCode.DONE);
        assertThat(typed.out().replaceAll("\\s+", " ")).contains("NOT ALL WAS BROUGHT: " + exhibit);
        assertThat(typed.run("incident", "timeline", incident)).isEqualTo(ExitCode.DONE);
        assertThat(typed.out().replaceAll("\\s+", " ")).contains("says that another page follows");
        assertThat(typed.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_gigantic_file_of_nothing_is_refused_by_its_beginning() throws IOException {
        Path nothing = folder.resolve("nothing.csv");
        try (var file = new RandomAccessFile(nothing.toFile(), "rw")) {
            file.setLength(3L << 30);
        }

        assertThat(typed.run("evidence", "import", nothing.toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.err()).contains("byte 1");
    }

    @Test
    void nothing_is_brought_into_what_is_due_to_be_deleted_or_into_an_incident_without_a_name() throws IOException {
        String log = file("log.csv", HEAD + row("a", "04"));
        assertThat(typed.run("evidence", "import", log, "--incident", "")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.run("evidence", "import", log, "--json")).isEqualTo(ExitCode.DONE);
        String incident = typed.document().get("incident").getAsString();
        String other = file("other.csv", HEAD + row("a", "05"));
        assertThat(typed.run("evidence", "import", other, "--incident", incident, "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(typed.document().get("differingRows").toString()).isEqualTo("[1]");
        assertThat(typed.run("incident", "close", incident, "--because", "done", "--yes"))
                .isEqualTo(ExitCode.DONE);
        assertThat(typed.run("evidence", "retention", "P0D", "--because", "test", "--yes"))
                .isEqualTo(ExitCode.DONE);

        assertThat(typed.run("evidence", "import", log, "--incident", incident)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.err()).contains("retention was over");
    }

    private static List<Long> counts(JsonObject imported) {
        return List.of(
                imported.get("rows").getAsLong(),
                imported.get("unique").getAsLong(),
                imported.get("duplicates").getAsLong());
    }

    @Test
    void the_report_tells_what_was_brought_and_that_no_step_was_carried_out_and_the_incident_can_be_closed()
            throws IOException {
        typed.run("evidence", "import", file("first", HEAD + row("a", "04")), "--json");
        String incident = typed.document().get("incident").getAsString();
        String exhibit = typed.document().get("exhibit").getAsString();

        assertThat(typed.run("report", incident, "--json")).isEqualTo(ExitCode.DONE);
        JsonObject report = typed.document().getAsJsonObject("report");
        assertThat(Path.of(report.get("pdf").getAsString())).isNotEmptyFile();
        for (String format : List.of("html", "markdown")) {
            assertThat(Files.readString(Path.of(report.get(format).getAsString())))
                    .contains("Imported evidence: account not known")
                    .contains("No response was run")
                    .contains("not carried out")
                    .contains("Revoke the sessions")
                    .contains("Contained elsewhere")
                    .contains(exhibit)
                    .doesNotContain("was reported as compromised")
                    .doesNotContain("followed as written")
                    .doesNotContain("cordon incident collect");
        }
        try (Stream<Path> written = Files.list(typed.data().resolve("reports").resolve(incident))) {
            assertThat(written.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("draft"));
        }
        assertThat(typed.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
        assertThat(typed.run("incident", "close", incident, "--because", "looked at", "--yes"))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void the_same_file_is_no_second_incident_unless_somebody_says_so() throws IOException {
        String log = file("first", HEAD + row("a", "04"));
        typed.run("evidence", "import", log, "--json");
        String incident = typed.document().get("incident").getAsString();

        assertThat(typed.run("evidence", "import", log)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.err().replaceAll("\\s+", " "))
                .contains("imported before")
                .contains(incident)
                .contains("E-00000")
                .contains("Nothing was changed");
        assertThat(typed.answered(() -> "n\n", "evidence", "import", log)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.run("incident", "list", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(typed.document().getAsJsonArray("incidents")).hasSize(1);

        assertThat(typed.run("evidence", "import", log, "--incident", incident, "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(counts(typed.document())).containsExactly(1L, 0L, 1L);
        assertThat(typed.document().getAsJsonArray("already")).hasSize(1);
        assertThat(typed.run("evidence", "import", log, "--yes", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(typed.document().get("incident").getAsString()).isNotEqualTo(incident);
        assertThat(TypedCommands.rows(typed.document(), "already"))
                .extracting(already -> already.get("incident").getAsString())
                .containsOnly(incident);
    }

    @Test
    void an_import_that_was_killed_between_seal_and_rows_is_gone_on_with() throws IOException {
        String text = HEAD + row("a", "04") + row("b", "05");
        var id = new IncidentId("INC-20260302-AAAA");
        Instant now = Instant.parse("2026-03-02T08:00:00Z");
        var incident = new Incident(
                id,
                IncidentType.IMPORTED_EVIDENCE,
                "",
                Account.notLookedUp(""),
                Severity.MEDIUM,
                DetectionSource.NOT_SAID,
                now,
                now,
                AttackActivity.UNKNOWN,
                false);
        try (Store store = Store.open(typed.data(), InstantSource.system())) {
            store.journal().append(id, now, Actor.CORDON, new CaseEntry.IncidentOpened(incident));
            try (var intake = store.vault().receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
                intake.seal(
                        id, new Provenance("imported-audit-log", "first", "file", Optional.empty(), now, "text/csv"));
            }
        }

        assertThat(typed.run("evidence", "import", file("first", text), "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(typed.document().get("incident").getAsString()).isEqualTo(id.value());
        assertThat(counts(typed.document())).containsExactly(2L, 2L, 0L);
        assertThat(typed.run("evidence", "list", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(typed.document().getAsJsonArray("exhibits")).hasSize(1);
    }

    @Test
    void a_message_trace_and_a_directory_audit_stand_in_the_timeline_and_in_what_the_attacker_did() throws IOException {
        String trace = file("trace.csv", """
                origin_timestamp_utc,sender_address,recipient_status,message_subject,total_bytes,message_id,network_message_id
                2026-03-01T22:04:05Z,anna@contoso.example,"bo@contoso.example##Receive, Deliver",\u202ePay,1,<m@x>,1341ac7b13fb42ab4d4408cf7f55890f
                """);
        assertThat(typed.run("evidence", "import", trace, "--user", "anna@contoso.example", "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(typed.document().get("kind").getAsString()).isEqualTo("message-trace");
        String incident = typed.document().get("incident").getAsString();
        String audit = file("audit.json", """
                [{"id":"Directory_1","activityDateTime":"2026-03-01T22:05:05Z","activityDisplayName":"Update user",
                "loggedByService":"Core Directory","result":"success","correlationId":"c",
                "initiatedBy":{"user":{"userPrincipalName":"anna@contoso.example","ipAddress":"203.0.113.9"}},
                "targetResources":[{"type":"User","id":"o","userPrincipalName":"bo@contoso.example"}]}]""");
        assertThat(typed.run("evidence", "import", audit, "--incident", incident, "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(typed.document().get("kind").getAsString()).isEqualTo("directory-audit");

        assertThat(typed.run("incident", "timeline", incident)).isEqualTo(ExitCode.DONE);
        assertThat(typed.out())
                .contains("Mail to bo@contoso.example")
                .contains("Update user of bo@contoso.example")
                .doesNotContain("\u202e");
        assertThat(typed.run("incident", "attack", incident)).isEqualTo(ExitCode.DONE);
        assertThat(typed.out())
                .contains("1 row of the message trace")
                .contains("not shown to have been in any mailbox")
                .contains("nothing by the attacker, in 1 row of the directory audit until 2026-03-01T22:05:05Z")
                .doesNotContain("\u202e");
    }

    private String sha256(String exhibit) {
        assertThat(typed.run("evidence", "list", "--json")).isEqualTo(ExitCode.DONE);
        return TypedCommands.rows(typed.document(), "exhibits").stream()
                .filter(row -> row.get("id").getAsString().equals(exhibit))
                .findFirst()
                .orElseThrow()
                .get("sha256")
                .getAsString();
    }
}
