package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of a file, judged without a tenant or a data folder. */
class JudgeCommandTest {
    private static final String HOSTILE = "{\"displayName\":\"\u202e.\",\"tenantDomains\":[\"contoso.example\"],"
            + "\"conditions\":{\"subjectContains\":[\"invoice\",\"wire\"]},\"actions\":{\"delete\":true,\"markAsRead\":true,"
            + "\"stopProcessingRules\":true}}\n";
    private static final String HARMLESS =
            "{\"displayName\":\"Tickets\",\"conditions\":{\"subjectContains\":[\"[Ticket\"]},\"actions\":{\"stopProcessingRules\":true}}\n";

    @TempDir
    private Path folder;

    private TypedCommands typed;

    @BeforeEach
    void prepare() {
        typed = new TypedCommands(folder);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("lines.jsonl"), text).toString();
    }

    @Test
    void each_line_has_its_verdict_in_the_document_and_the_exit_code_tells_of_the_worst() throws IOException {
        String lines = file(HARMLESS + "\n" + HOSTILE + "{\"displayName\":\n");

        assertThat(typed.run("judge", "--kind", "inbox-rule", lines, "--json")).isEqualTo(ExitCode.ATTENTION);
        List<JsonObject> verdicts = TypedCommands.rows(typed.document(), "verdicts");
        assertThat(verdicts)
                .extracting(verdict -> verdict.get("line").getAsLong() + " "
                        + verdict.get("verdict").getAsString())
                .containsExactly("1 benign", "3 malicious", "4 unreadable");
        assertThat(verdicts.get(1).get("score").getAsInt()).isGreaterThanOrEqualTo(70);
        assertThat(verdicts.get(1)
                        .getAsJsonArray("reasons")
                        .get(0)
                        .getAsJsonObject()
                        .keySet())
                .containsExactly("signal", "text", "technique");
        assertThat(typed.data()).doesNotExist();

        assertThat(typed.run("judge", "--kind", "inbox-rule", file(HARMLESS), "--json"))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_person_sees_the_worst_first_and_no_name_steers_the_terminal() throws IOException {
        assertThat(typed.run("judge", "--kind", "inbox-rule", file(HARMLESS + HOSTILE + "{}\n")))
                .isEqualTo(ExitCode.ATTENTION);
        assertThat(typed.out().replaceAll("\\s+", " "))
                .contains("line 2: rule")
                .contains("It looks for mail about money")
                .contains("NOT READABLE")
                .contains("line 3")
                .contains("3 lines: 1 malicious, 0 for review, 1 benign, 1 not readable")
                .doesNotContain("\u202e")
                .doesNotContain("Tickets");
    }

    @Test
    void what_is_no_such_file_or_kind_is_wrong_usage() throws IOException {
        String table = file("name,value\n1,2\n");
        for (String[] words : new String[][] {
            {"judge", "--kind", "inbox-rule", table},
            {"judge", "--kind", "inbox-rule", folder.resolve("absent").toString()},
            {"judge", "--kind", "inbox-rule", folder.toString()},
            {"judge", "--kind", "rule", table},
            {"judge", table}
        }) {
            assertThat(typed.run(words)).as(String.join(" ", words)).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(typed.err()).isNotBlank().doesNotContain("Exception");
        }
    }
}
