package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.SimulatedTenant;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a response ends with where Microsoft or the pre-flight says no: 3 where we may do nothing at all, else 1. */
class NotPermittedTest {
    private static final String ANNA = "anna.berg@contoso.example";
    private static final String APPLICATION =
            "application: {permissions: respond, roles: [User Administrator, Authentication Administrator, Exchange Administrator]}";

    @TempDir
    private Path folder;

    private TypedCommands cordon = new TypedCommands(Path.of("."));

    @BeforeEach
    void sits_down() {
        cordon = new TypedCommands(folder);
    }

    @Test
    void without_any_role_it_is_not_permitted_and_says_which_role_is_missing() throws Exception {
        assertThat(respond(yaml -> yaml.replace(APPLICATION, "application: {permissions: respond, roles: []}")))
                .isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(state()).isEqualTo("needs-operator");
        assertThat(said())
                .contains("NOT CONTAINED. Nothing was changed.")
                .contains("Have the role User Administrator or Authentication Administrator assigned to");

        String incident = cordon.document().get("incident").getAsString();
        assertThat(cordon.run("incident", "show", incident)).isEqualTo(ExitCode.DONE);
    }

    @Test
    void without_any_permission_to_change_it_is_not_permitted() throws Exception {
        assertThat(respond(yaml -> yaml.replace("permissions: respond", "permissions: read-only")))
                .isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(state()).isEqualTo("containing");
        assertThat(said()).contains("NOT CONTAINED: revoke-sessions failed.", "User.RevokeSessions.All");
    }

    @Test
    void one_area_that_may_not_be_read_after_containment_leaves_it_finished_and_not_verified() throws Exception {
        assertThat(
                        respond(
                                yaml -> yaml.replace(
                                        APPLICATION,
                                        "application: {permissions: respond, roles: [User Administrator, Authentication Administrator]}")))
                .isEqualTo(ExitCode.ATTENTION);
        assertThat(state()).isEqualTo("contained");
    }

    @Test
    void an_account_that_outranks_us_is_finished_and_not_contained() throws Exception {
        assertThat(respond(yaml -> yaml.replace(
                        "displayName: Anna Berg,", "displayName: Anna Berg, roles: [Security Administrator],")))
                .isEqualTo(ExitCode.ATTENTION);
        assertThat(state()).isEqualTo("needs-operator");
    }

    private ExitCode respond(UnaryOperator<String> change) throws Exception {
        try (SimulatedTenant _ = cordon.tenant(change)) {
            return cordon.run("respond", "compromised-account", ANNA, "--decide", "recommended", "--json");
        }
    }

    private String state() {
        return cordon.document().get("state").getAsString();
    }

    private String said() {
        return cordon.err().replaceAll("\\s+", " ");
    }
}
