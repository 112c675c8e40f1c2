package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.SimulatedTenant;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code incident restore} as it is typed. */
class RestoreCommandTest {
    private static final Pattern PASS = Pattern.compile("works once until \\S+:\\s+(\\S+)");

    @TempDir
    private Path folder;

    @Test
    void the_pass_is_shown_once_on_request_and_is_in_no_document() throws Exception {
        var typed = new TypedCommands(folder);
        try (SimulatedTenant tenant = typed.tenant(UnaryOperator.identity())) {
            String id = contained(typed, tenant);

            assertThat(typed.run("incident", "restore", id)).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(typed.err()).contains("--yes");

            assertThat(typed.run("incident", "restore", id, "--yes", "--json")).isEqualTo(ExitCode.ATTENTION);
            assertThat(typed.document().get("restoredAt").isJsonNull()).isTrue();
            assertThat(typed.err()).contains("--show-pass");

            assertThat(typed.run("incident", "restore", id, "--yes", "--json", "--show-pass"))
                    .as(typed.err())
                    .isEqualTo(ExitCode.DONE);
            String pass = pass(typed.err());
            JsonObject document = typed.document();
            assertThat(document.get("state").getAsString()).isEqualTo("watching");
            assertThat(document.get("restoredAt").getAsString()).isNotBlank();
            assertThat(typed.out()).doesNotContain(pass);
            assertThat(TypedCommands.control(tenant, "GET", "/secrets", "")).contains(pass);

            assertThat(typed.answered(() -> "y\n", "incident", "restore", id))
                    .as(typed.err())
                    .isEqualTo(ExitCode.DONE);
            assertThat(typed.out()).contains("GIVEN BACK.").contains("Hand the one-time pass to Anna Berg");
            assertThat(pass(typed.out())).isNotEqualTo(pass);

            assertThat(typed.answered(() -> "n\n", "incident", "restore", id)).isEqualTo(ExitCode.WRONG_USAGE);
            typed.run("incident", "timeline", id);
            assertThat(typed.out()).contains("The account was given back to its user");
            assertThat(typed.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void a_shared_mailbox_stays_blocked() throws Exception {
        var typed = new TypedCommands(folder);
        try (SimulatedTenant tenant =
                typed.tenant(yaml -> yaml.replace("type: user, folders", "type: shared, folders"))) {
            String id = contained(typed, tenant);

            assertThat(typed.run("incident", "restore", id, "--yes", "--show-pass"))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(typed.err().replaceAll("\\s+", " ")).contains("shared mailbox", "stays blocked");
        }
    }

    @Test
    void closing_as_a_false_positive_names_what_gives_back_what_was_taken() throws Exception {
        var typed = new TypedCommands(folder);
        try (SimulatedTenant tenant = typed.tenant(UnaryOperator.identity())) {
            String id = contained(typed, tenant);

            assertThat(typed.run("incident", "close", id, "--false-positive", "--yes"))
                    .isEqualTo(ExitCode.DONE);
            assertThat(typed.out().replaceAll("\\s+", " "))
                    .contains(
                            "cordon --data " + typed.data() + " undo " + id,
                            "cordon --data " + typed.data() + " incident restore " + id,
                            "The password was reset");

            assertThat(typed.run("incident", "restore", id, "--yes", "--show-pass"))
                    .as(typed.err())
                    .isEqualTo(ExitCode.DONE);
            assertThat(typed.run("incident", "show", id, "--json")).isEqualTo(ExitCode.DONE);
            assertThat(typed.document().get("state").getAsString()).isEqualTo("false-positive");
        }
    }

    private static String contained(TypedCommands typed, SimulatedTenant tenant) {
        typed.run(
                "respond",
                "compromised-account",
                tenant.connection().suspects().getFirst(),
                "--decide",
                "recommended",
                "--json");
        return typed.document().get("incident").getAsString();
    }

    private static String pass(String text) {
        Matcher found = PASS.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
