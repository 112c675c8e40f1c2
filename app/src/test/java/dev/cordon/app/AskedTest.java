package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.SimulatedTenant;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at the terminal is asked about the things that were found, and in which order. */
class AskedTest {
    private static final String ANNA = "anna.berg@contoso.example";
    private static final Pattern HEADING =
            Pattern.compile("^\\S+ \".*\": (malicious|review|benign)$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    private TypedCommands cordon = new TypedCommands(Path.of("."));

    @BeforeEach
    void sits_down() {
        cordon = new TypedCommands(folder);
    }

    @Test
    void the_worst_is_asked_first_and_the_harmless_things_together_at_the_end() throws Exception {
        assertThat(respond("")).isEqualTo(ExitCode.DONE);

        assertThat(verdicts()).isNotEmpty().containsOnly("malicious");
        assertThat(cordon.out())
                .contains("Question 1", "Question " + verdicts().size())
                .doesNotContain("Question 0");
        assertThat(cordon.out())
                .containsOnlyOnce("nothing that was found speaks against them")
                .contains("inbox-rule \"Invoices\"")
                .containsPattern("Keep all \\d of them\\? \\[Y/n/one by one\\]");
        assertThat(cordon.out().lastIndexOf("Remove it?"))
                .isLessThan(cordon.out().indexOf("nothing that was found speaks against them"));
    }

    @Test
    void one_by_one_the_default_is_to_keep_and_what_is_not_wanted_is_removed() throws Exception {
        assertThat(respond("one by one")).isEqualTo(ExitCode.DONE);

        assertThat(verdicts())
                .containsSubsequence("malicious", "benign")
                .doesNotContainSubsequence("benign", "malicious");
        assertThat(cordon.out()).containsPattern("Question 1 of [0-9]+\\s+");
        assertThat(cordon.out()).contains("CONTAINED AND VERIFIED");
        assertThat(cordon.run("incident", "list", "--json")).isEqualTo(ExitCode.DONE);
        String incident = TypedCommands.rows(cordon.document(), "incidents")
                .getFirst()
                .get("incident")
                .getAsString();
        cordon.run("incident", "show", incident, "--json");
        assertThat(TypedCommands.rows(cordon.document(), "items"))
                .filteredOn(item -> item.get("verdict").getAsString().equals("benign"))
                .filteredOn(item -> item.get("outcome").getAsString().equals("removed"))
                .extracting(item -> item.get("name").getAsString())
                .containsExactly("Invoices");
    }

    @Test
    void what_is_for_review_stays_open_until_a_person_has_said_what_it_is() throws Exception {
        try (SimulatedTenant _ = cordon.tenant(AskedTest::withHisTelephone)) {
            ExitCode code = cordon.answered(() -> answer("") + "\n", "respond", "compromised-account", ANNA);

            assertThat(code).as(cordon.out()).isEqualTo(ExitCode.ATTENTION);
            assertThat(verdicts()).contains("review");
            assertThat(cordon.out())
                    .contains("Remove it? [y/n, Enter leaves it open]", "NOT VERIFIED")
                    .doesNotContain("CONTAINED AND VERIFIED");
        }
    }

    @Test
    void what_is_for_review_is_settled_once_a_person_has_said_that_it_stays() throws Exception {
        try (SimulatedTenant _ = cordon.tenant(AskedTest::withHisTelephone)) {
            ExitCode code = cordon.answered(
                    () -> (cordon.out().endsWith("leaves it open] ") ? "n" : answer("")) + "\n",
                    "respond",
                    "compromised-account",
                    ANNA);

            assertThat(code).isEqualTo(ExitCode.DONE);
            assertThat(cordon.out()).contains("CONTAINED AND VERIFIED");
        }
    }

    private static String withHisTelephone(String scenario) {
        return scenario.replace("history:\n", """
                  - {id: his-telephone, kind: device, owner: anna.berg@contoso.example, by: attacker, created: -PT16H,
                     object: {mobile: true, displayName: SM-G991B, model: SM-G991B, operatingSystem: Android 13, deviceType: Android,
                     deviceUserAgent: Android-SAMSUNG-SM-G991B/101.13}}
                history:
                """);
    }

    private List<String> verdicts() {
        return HEADING.matcher(cordon.out())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private ExitCode respond(String aboutTheHarmless) throws Exception {
        try (SimulatedTenant _ = cordon.tenant(yaml -> yaml)) {
            return cordon.answered(() -> answer(aboutTheHarmless) + "\n", "respond", "compromised-account", ANNA);
        }
    }

    /** Contains the account, wants none of his own invoices rule, and follows the recommendation else. */
    private String answer(String aboutTheHarmless) {
        String asked = cordon.out();
        if (asked.endsWith("one by one] ")) {
            return aboutTheHarmless;
        }
        boolean isOwnRule = asked.lastIndexOf("inbox-rule \"Invoices\": benign")
                > asked.lastIndexOf("Remove it?", asked.length() - 20);
        return asked.endsWith("Contain this account? [y/N] ") || isOwnRule ? "y" : "";
    }
}
