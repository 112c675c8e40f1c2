package dev.cordon.app;

import static dev.cordon.app.TypedCommands.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.SimulatedTenant;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One command about several people. */
class SeveralUsersTest {
    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";

    @TempDir
    private Path folder;

    private TypedCommands cordon = new TypedCommands(Path.of("."));

    @BeforeEach
    void sits_down() {
        cordon = new TypedCommands(folder);
    }

    @Test
    void nothing_is_opened_or_changed_where_one_name_of_several_is_not_certain() throws Exception {
        try (SimulatedTenant tenant = tenant()) {
            assertThat(respond(ANNA, "nobody@contoso.example")).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(message())
                    .contains("nobody@contoso.example", "nothing was changed")
                    .doesNotContain(ANNA);

            assertThat(respond(ANNA, "Kim Lee", "nobody@contoso.example")).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(message())
                    .contains("kim.lee@contoso.example", "kim.lee2@contoso.example", "nobody@contoso.example");

            assertThat(cordon.run("respond", "compromised-account", ANNA, "Kim Lee", "--plan", "--json"))
                    .isEqualTo(ExitCode.WRONG_USAGE);

            assertThat(TypedCommands.changes(tenant)).isEmpty();
            assertThat(cordon.run("incident", "list", "--json")).isEqualTo(ExitCode.DONE);
            assertThat(rows(cordon.document(), "incidents")).isEmpty();
        }
    }

    @Test
    void a_person_named_twice_is_responded_to_once() throws Exception {
        try (SimulatedTenant tenant = tenant()) {
            respond(ANNA, "a.berg@contoso.example");

            assertThat(rows(cordon.document(), "incidents")).hasSize(1);
            assertThat(cordon.document().has("errors")).isFalse();
            assertThat(TypedCommands.changes(tenant))
                    .filteredOn(change -> change.startsWith("PATCH"))
                    .hasSize(1);
        }
    }

    @Test
    void what_was_done_for_one_is_shown_although_another_could_not_be_worked_on() throws Exception {
        try (SimulatedTenant _ = tenant()) {
            cordon.run("respond", "compromised-account", BO, "--plan", "--json");
            String under = cordon.anotherIsUnderWay(cordon.document().getAsJsonObject("user"));

            ExitCode ended = respond(ANNA, BO);

            JsonObject document = cordon.document();
            assertThat(rows(document, "incidents"))
                    .extracting(incident ->
                            incident.getAsJsonObject("user").get("upn").getAsString())
                    .containsExactly(ANNA);
            assertThat(rows(document, "errors")).singleElement().satisfies(error -> {
                assertThat(error.get("user").getAsString()).isEqualTo(BO);
                assertThat(error.get("exitCode").getAsInt()).isEqualTo(2);
                assertThat(error.get("message").getAsString()).contains("under way", under);
            });
            assertThat(ended).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(cordon.err()).contains(BO, under);
        }
    }

    private SimulatedTenant tenant() throws Exception {
        return cordon.tenant(yaml -> yaml.replace("  - {upn: bo.lund@contoso.example, displayName: Bo Lund}\n", """
                          - {upn: bo.lund@contoso.example, displayName: Bo Lund, suspect: true, password: Winter-2025!xyz}
                          - {upn: kim.lee@contoso.example, displayName: Kim Lee}
                          - {upn: kim.lee2@contoso.example, displayName: Kim Lee}
                        """)
                .replace("displayName: Anna Berg,", "displayName: Anna Berg, aliases: [a.berg@contoso.example],"));
    }

    private ExitCode respond(String... users) {
        String[] typed = new String[users.length + 5];
        typed[0] = "respond";
        typed[1] = "compromised-account";
        System.arraycopy(users, 0, typed, 2, users.length);
        typed[users.length + 2] = "--decide";
        typed[users.length + 3] = "recommended";
        typed[users.length + 4] = "--json";
        return cordon.run(typed);
    }

    private String message() {
        return cordon.document().getAsJsonObject("error").get("message").getAsString();
    }
}
