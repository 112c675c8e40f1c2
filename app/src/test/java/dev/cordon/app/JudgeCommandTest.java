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

    private static final String TO_PARTNER =
            "{\"displayName\":\"Copies\",\"tenantDomains\":[\"contoso.example\"],\"conditions\":{},"
                    + "\"actions\":{\"forwardTo\":[{\"emailAddress\":{\"address\":\"ap@fabrikam.example\"}}]}}\n";

    private String facts(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), "schema: cordon-organisation/1\n" + text)
                .toString();
    }

    private String verdict() {
        return TypedCommands.rows(typed.document(), "verdicts")
                .getFirst()
                .get("verdict")
                .getAsString();
    }

    @Test
    void what_the_organisation_says_of_itself_shifts_a_verdict_and_is_named() throws IOException {
        String lines = file(TO_PARTNER);
        String facts = facts("facts.yaml", "partners: [{domain: fabrikam.example, because: our bookkeeper}]\n");

        assertThat(typed.run("judge", "--kind", "inbox-rule", lines, "--json")).isEqualTo(ExitCode.ATTENTION);
        assertThat(verdict()).isEqualTo("malicious");
        assertThat(typed.document().has("organisation")).isFalse();

        assertThat(typed.run("judge", "--kind", "inbox-rule", lines, "--organisation", facts, "--json"))
                .isEqualTo(ExitCode.ATTENTION);
        assertThat(verdict()).isEqualTo("review");
        assertThat(typed.document().get("organisation").getAsString()).isEqualTo(facts);

        typed.run("judge", "--kind", "inbox-rule", lines, "--organisation", facts);
        assertThat(typed.out().replaceAll("\\s+", " "))
                .contains("partner domain “fabrikam.example” (“our bookkeeper”)", "by what " + facts + " says.");
        assertThat(typed.data()).doesNotExist();
    }

    @Test
    void what_is_harmless_by_a_fact_alone_is_shown_to_the_person() throws IOException {
        String facts = facts("facts.yaml", "domains: [fabrikam.example]\n");

        assertThat(typed.run("judge", "--kind", "inbox-rule", file(TO_PARTNER), "--organisation", facts))
                .isEqualTo(ExitCode.DONE);
        assertThat(typed.out().replaceAll("\\s+", " "))
                .contains(
                        "HARMLESS BECAUSE FACTS SAY SO", "“fabrikam.example” is one of the organisation's own domains");
    }

    @Test
    void a_file_of_facts_with_a_fault_is_refused_with_its_line_before_anything_is_judged() throws IOException {
        String lines = file(TO_PARTNER);
        String faulty = facts("faulty.yaml", "partners:\n  - {domain: fabrikam, because: x}\nnetwork: []\n");

        assertThat(typed.run("judge", "--kind", "inbox-rule", lines, "--organisation", faulty, "--json"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.document().keySet()).containsExactly("error");
        assertThat(typed.err()).contains("faulty.yaml", "line 3: 'domain'", "line 4: 'network'");
        for (String wrong : new String[] {"", folder.resolve("absent.yaml").toString(), folder.toString()}) {
            assertThat(typed.run("judge", "--kind", "inbox-rule", lines, "--organisation", wrong))
                    .as(wrong)
                    .isEqualTo(ExitCode.WRONG_USAGE);
        }
    }

    @Test
    void nothing_that_stands_in_a_file_of_facts_steers_the_terminal() throws IOException {
        String facts = facts(
                "facts.yaml",
                "partners: [{domain: fabrikam.example, because: \"\\e[2J\\u202e\\r\\n" + "x".repeat(9_000) + "\"}]\n");

        assertThat(typed.run("judge", "--kind", "inbox-rule", file(TO_PARTNER), "--organisation", facts))
                .isEqualTo(ExitCode.ATTENTION);
        assertThat(typed.out()).contains("partner domain").doesNotContain("\u001b[2J", "\u202e", "\r");
        assertThat(typed.out().length()).isLessThan(2_000);

        String faulty = facts("faulty.yaml", "partners: [{domain: \"\\e[2Jx\", because: x}]\n");
        assertThat(typed.run("judge", "--kind", "inbox-rule", file(TO_PARTNER), "--organisation", faulty))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.err()).contains("'domain'").doesNotContain("\u001b");
    }

    @Test
    void the_file_of_the_tenant_that_is_named_counts_and_no_other_tenants() throws Exception {
        try (var _ = typed.tenant(yaml -> yaml)) {
            String lines = file(TO_PARTNER);
            facts(
                    "data/organisation-contoso.yaml",
                    "partners: [{domain: fabrikam.example, because: our bookkeeper}]\n");

            typed.run("judge", "--kind", "inbox-rule", lines, "--json");
            assertThat(verdict()).isEqualTo("malicious");
            typed.run("judge", "--kind", "inbox-rule", lines, "--tenant", "contoso", "--json");
            assertThat(verdict()).isEqualTo("review");
            assertThat(typed.run("judge", "--kind", "inbox-rule", lines, "--tenant", "fabrikam", "--json"))
                    .isEqualTo(ExitCode.WRONG_USAGE);
        }
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
