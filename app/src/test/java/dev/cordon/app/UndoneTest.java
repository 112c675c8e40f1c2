package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.SimulatedTenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code undo} as it is typed: what it asks, what it says, and how it ends. */
class UndoneTest {
    private static final String ANNA = "anna.berg@contoso.example";

    /** A rule whose name would clear the screen. */
    private static final String HOSTILE = "\\e[2JInvoices";

    private static final String REMOVE_HIS_OWN = """
            schema: cordon-decisions/1
            default: recommended
            items:
              - {kind: inbox-rule, match: {name: "\\e[2JInvoices"}, decision: remove, because: a wrong call at night}
            """;

    @TempDir
    private Path folder;

    private static String withHostileName(String yaml) {
        return yaml.replace("displayName: Invoices", "displayName: \"" + HOSTILE + "\"");
    }

    private String respond(TypedCommands cordon) throws Exception {
        Path decisions = Files.writeString(folder.resolve("decisions.yaml"), REMOVE_HIS_OWN);
        assertThat(cordon.run("respond", "compromised-account", ANNA, "--decide", decisions.toString(), "--json"))
                .as(cordon.err())
                .isEqualTo(ExitCode.DONE);
        return cordon.document().get("incident").getAsString();
    }

    private static List<JsonObject> items(JsonObject document) {
        return document.getAsJsonArray("items").asList().stream()
                .map(item -> item.getAsJsonObject())
                .toList();
    }

    private static String outcome(JsonObject document, String name) {
        return items(document).stream()
                .filter(item -> item.get("name").getAsString().equals(name))
                .map(item -> item.get("outcome").getAsString())
                .findFirst()
                .orElse("not there");
    }

    @Test
    void asks_once_by_name_gives_back_and_says_so_everywhere() throws Exception {
        var cordon = new TypedCommands(folder);
        String own = "\u001b[2JInvoices";
        try (SimulatedTenant _ = cordon.tenant(UndoneTest::withHostileName)) {
            String incident = respond(cordon);

            assertThat(cordon.run("undo", incident)).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(cordon.err()).contains("--yes");
            assertThat(cordon.answered(() -> "no\n", "undo", incident)).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(cordon.out() + cordon.err())
                    .contains("Invoices")
                    .contains("Not given back, because judged malicious")
                    .doesNotContain("\u001b[2J");

            assertThat(cordon.run("undo", incident, "--yes", "--json"))
                    .as(cordon.err())
                    .isEqualTo(ExitCode.DONE);
            assertThat(outcome(cordon.document(), own)).isEqualTo("given-back");
            assertThat(outcome(cordon.document(), "Junk E-Mail Rule.")).isEqualTo("left-out");
            assertThat(cordon.err()).doesNotContain("\u001b[2J");

            assertThat(cordon.run("undo", incident, "--item", own, "--yes", "--json"))
                    .isEqualTo(ExitCode.DONE);
            assertThat(outcome(cordon.document(), own)).isEqualTo("already-in-place");

            cordon.run("incident", "show", incident, "--json");
            assertThat(outcome(cordon.document(), own)).isEqualTo("given-back");
            assertThat(cordon.document().get("state").getAsString()).isEqualTo("verified");
            cordon.run("incident", "timeline", incident);
            assertThat(cordon.out()).contains("given back").doesNotContain("\u001b[2J");
            assertThat(cordon.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void wrong_words_are_exit_2_and_a_missing_right_is_exit_3() throws Exception {
        var cordon = new TypedCommands(folder);
        String incident;
        try (SimulatedTenant tenant = cordon.tenant(UndoneTest::withHostileName)) {
            incident = respond(cordon);

            assertThat(cordon.run("undo", "INC-20260302-ZZZZ", "--yes")).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(cordon.run("undo", incident, "--item", "nothing like it", "--yes"))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(cordon.run("undo", incident, "--item", "Junk E-Mail Rule.", "--yes"))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(cordon.err()).contains("--because");
            assertThat(cordon.run("undo", incident, "--unblock", "--yes")).isEqualTo(ExitCode.WRONG_USAGE);

            TypedCommands.control(
                    tenant,
                    "POST",
                    "/faults",
                    "{\"match\": {\"cmdlet\": \"Set-Mailbox\"}, \"do\": \"status:403\", \"times\": 1}");
            assertThat(cordon.run(
                            "undo", incident, "--item", "drop@mail.example", "--because", "a test", "--yes", "--json"))
                    .isEqualTo(ExitCode.NOT_POSSIBLE);
            JsonObject refused = items(cordon.document()).getFirst();
            assertThat(refused.get("outcome").getAsString()).isEqualTo("failed");
            assertThat(refused.get("remedy").getAsString()).isNotBlank();
        }
        assertThat(cordon.run("undo", incident, "--yes", "--json")).isEqualTo(ExitCode.NOT_POSSIBLE);
    }
}
