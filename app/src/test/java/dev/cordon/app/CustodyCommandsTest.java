package dev.cordon.app;

import static dev.cordon.app.TypedCommands.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holding, handing over and deleting evidence, as it is typed. */
class CustodyCommandsTest {
    /** Of a second: a person reads whole ones. */
    private static final String FRACTION = "[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]";

    private static final String ROW = "RecordId,CreationDate,RecordType,Operation,UserId,AuditData\r\n"
            + "a,x,1,New-InboxRule,anna,\"{\"\"Id\"\":\"\"a\"\",\"\"CreationTime\"\":\"\"2026-03-01T22:05:00\"\","
            + "\"\"Operation\"\":\"\"New-InboxRule\"\",\"\"UserId\"\":\"\"anna@contoso.example\"\"}\"\r\n";

    @TempDir
    private Path folder;

    private TypedCommands cordon = new TypedCommands(Path.of("."));
    private String incident = "";

    @BeforeEach
    void brings_evidence() throws IOException {
        cordon = new TypedCommands(folder);
        Path file = Files.writeString(folder.resolve("audit.csv"), ROW);
        assertThat(cordon.run("evidence", "import", file.toString(), "--json")).isEqualTo(ExitCode.DONE);
        incident = cordon.document().get("incident").getAsString();
    }

    private void closes() {
        assertThat(cordon.run("incident", "close", incident, "--because", "done", "--yes"))
                .isEqualTo(ExitCode.DONE);
    }

    private void keepsNothing() {
        assertThat(cordon.run("evidence", "retention", "P0D", "--because", "=test"))
                .isEqualTo(ExitCode.DONE);
    }

    private String fate(String... typed) {
        assertThat(cordon.run(typed)).as(cordon.err()).isEqualTo(ExitCode.DONE);
        List<JsonObject> incidents = rows(cordon.document(), "incidents");
        return incidents.isEmpty() ? "" : incidents.getFirst().get("fate").getAsString();
    }

    @Test
    void what_is_due_is_deleted_and_the_store_stays_genuine() throws IOException {
        assertThat(fate("evidence", "expire", "--plan", "--json")).isEmpty();
        closes();
        assertThat(fate("evidence", "expire", "--plan", "--json")).isEqualTo("kept");
        assertThat(fate("evidence", "expire", "--json")).isEqualTo("kept");
        keepsNothing();
        assertThat(fate("evidence", "expire", "--plan", "--json")).isEqualTo("due");
        assertThat(cordon.run("evidence", "expire")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.err()).contains("nothing was deleted");
        assertThat(vault()).isEqualTo(1);

        assertThat(fate("evidence", "expire", "--yes", "--json")).isEqualTo("deleted");

        assertThat(vault()).isZero();
        assertThat(cordon.run("evidence", "verify", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(rows(cordon.document(), "remarks").toString()).contains("lawfully gone", incident);
        assertThat(cordon.run("evidence", "list", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(rows(cordon.document(), "exhibits")
                        .getFirst()
                        .getAsJsonObject("deleted")
                        .get("rule")
                        .getAsString())
                .contains("kept P0D");
        assertThat(cordon.run("evidence", "list")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.out()).contains("deleted ").doesNotContainPattern(FRACTION);
        Path bag = folder.resolve("bag");
        assertThat(cordon.run("evidence", "export", incident, "--out", bag.toString(), "--json"))
                .as(cordon.err())
                .isEqualTo(ExitCode.DONE);
        assertThat(cordon.document().get("deleted").getAsLong()).isEqualTo(1);
        assertThat(Files.readString(bag.resolve("data/README.txt")))
                .containsPattern("What happened: +Evidence about .* was brought by hand; the first at ")
                .doesNotContain("imported-evidence")
                .doesNotContainPattern(FRACTION);
        assertThat(cordon.run("evidence", "verify", bag.toString())).isEqualTo(ExitCode.DONE);
        assertThat(cordon.run("incident", "timeline", incident, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(rows(cordon.document(), "entries"))
                .noneMatch(row -> row.get("source").getAsString().equals("imported audit log"));
        assertThat(fate("evidence", "expire", "--json")).isEmpty();
    }

    @Test
    void a_person_at_the_terminal_is_asked_once_by_name() {
        closes();
        keepsNothing();

        assertThat(cordon.answered(() -> "n\n", "evidence", "expire")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.out()).contains(incident, "nobody can give it back");
        assertThat(fate("evidence", "expire", "--plan", "--json")).isEqualTo("due");
        assertThat(cordon.answered(() -> "y\n", "evidence", "expire")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.out()).contains("Deleted");
    }

    @Test
    void a_legal_hold_keeps_everything_until_it_is_released() throws IOException {
        closes();
        keepsNothing();
        assertThat(cordon.run("evidence", "hold", incident)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.err()).contains("--because");
        assertThat(cordon.run("evidence", "release", incident, "--because", "x"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.run("evidence", "hold", incident, "--because", "claim \u001b[2J7", "--by", "Kelly", "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(cordon.document().get("event").getAsString()).isEqualTo("held");
        assertThat(cordon.document().get("by").getAsString()).isEqualTo("Kelly");
        assertThat(cordon.run("evidence", "hold", incident, "--because", "police"))
                .isEqualTo(ExitCode.DONE);

        assertThat(fate("evidence", "expire", "--yes", "--json")).isEqualTo("held");
        assertThat(cordon.run("evidence", "expire", "--plan")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.out()).contains("Kelly").doesNotContain("\u001b[2J").doesNotContainPattern(FRACTION);
        assertThat(vault()).isEqualTo(1);

        assertThat(cordon.run("evidence", "release", incident, "--because", "settled"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.err()).contains("2 legal holds", "Kelly");
        assertThat(cordon.run("evidence", "release", incident, "--because", "settled", "--yes"))
                .isEqualTo(ExitCode.DONE);
        assertThat(fate("evidence", "expire", "--yes", "--json")).isEqualTo("deleted");
        assertThat(cordon.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void an_exhibit_that_is_gone_without_a_tombstone_stays_a_fault() throws IOException {
        try (Stream<Path> files = Files.list(cordon.data().resolve("vault"))) {
            Files.delete(files.findFirst().orElseThrow());
        }

        assertThat(cordon.run("evidence", "verify")).isEqualTo(ExitCode.NOT_GENUINE);
        Path bag = folder.resolve("bag");
        assertThat(cordon.run("evidence", "export", incident, "--out", bag.toString(), "--json"))
                .isEqualTo(ExitCode.NOT_GENUINE);
        assertThat(cordon.document().getAsJsonArray("damaged")).hasSize(1);
        assertThat(cordon.run("evidence", "verify", bag.toString())).isEqualTo(ExitCode.DONE);
        assertThat(cordon.out()).contains("NOT HERE, because they were damaged");
        assertThat(cordon.run("evidence", "export", incident)).isEqualTo(ExitCode.NOT_GENUINE);
        assertThat(cordon.out()).contains("DAMAGED, and so not in it: E-");
    }

    @Test
    void a_transfer_names_the_export_by_its_digest_and_no_other_than_one_of_ours() throws IOException {
        Path bag = folder.resolve("bag");
        assertThat(cordon.run("evidence", "export", incident, "--out", bag.toString(), "--json"))
                .isEqualTo(ExitCode.DONE);
        String digest = cordon.document().get("tagManifestSha256").getAsString();

        assertThat(cordon.run(
                        "evidence",
                        "transfer",
                        incident,
                        "--to",
                        "Garda",
                        "--because",
                        "warrant",
                        "--file",
                        bag.toString(),
                        "--json"))
                .as(cordon.err())
                .isEqualTo(ExitCode.DONE);
        assertThat(cordon.document().get("tagManifestSha256").getAsString()).isEqualTo(digest);
        assertThat(cordon.run("evidence", "transfer", incident, "--to", "insurer", "--because", "by telephone"))
                .isEqualTo(ExitCode.DONE);

        assertThat(cordon.run("evidence", "transfer", incident, "--because", "x"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.run(
                        "evidence",
                        "transfer",
                        incident,
                        "--to",
                        "x",
                        "--because",
                        "x",
                        "--file",
                        folder.resolve("nowhere").toString()))
                .isEqualTo(ExitCode.WRONG_USAGE);
        Files.writeString(bag.resolve("data/README.txt"), "changed");
        assertThat(cordon.run(
                        "evidence", "transfer", incident, "--to", "x", "--because", "x", "--file", bag.toString()))
                .isEqualTo(ExitCode.NOT_GENUINE);
        assertThat(cordon.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void the_retention_is_shown_set_and_refused_where_it_is_none() {
        assertThat(cordon.run("evidence", "retention", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.document().get("retention").getAsString()).isEqualTo("P3Y");
        assertThat(cordon.document().get("chosenBy").isJsonNull()).isTrue();
        assertThat(cordon.run("evidence", "retention", "three years")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.run("evidence", "retention", "P5Y", "--because", "policy"))
                .isEqualTo(ExitCode.DONE);
        assertThat(cordon.run("evidence", "retention")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.out()).contains("P5Y", "policy");
    }

    private long vault() throws IOException {
        try (Stream<Path> files = Files.list(cordon.data().resolve("vault"))) {
            return files.count();
        }
    }
}
