package dev.cordon.app;

import static dev.cordon.app.TypedCommands.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.SimulatedTenant;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void
            the_same_step_is_taken_across_all_of_them_the_privileged_first_and_nothing_is_deleted_before_all_are_contained()
                    throws Exception {
        try (SimulatedTenant tenant = tenant("roles: [Helpdesk Administrator], ")) {
            assertThat(respond(ANNA, BO)).isEqualTo(ExitCode.DONE);

            List<JsonObject> incidents = rows(cordon.document(), "incidents");
            assertThat(incidents)
                    .extracting(incident -> incident.get("state").getAsString())
                    .containsExactly("verified", "verified");
            assertThat(incidents.getFirst().get("linkedIncidents").toString())
                    .isEqualTo("[" + incidents.getLast().get("incident") + "]");
            List<String> changes = TypedCommands.changesWith(
                    tenant, ".*(revokeSignInSessions|/authentication/[^/]+Methods/[^/]+)|/v1.0/users/[^/]+");
            String bo = id(incidents, BO);
            String anna = id(incidents, ANNA);
            assertThat(changes.subList(0, 4))
                    .containsExactly(
                            "POST /v1.0/users/" + bo + "/revokeSignInSessions",
                            "POST /v1.0/users/" + anna + "/revokeSignInSessions",
                            "PATCH /v1.0/users/" + bo,
                            "PATCH /v1.0/users/" + anna);
            int firstDelete = changes.indexOf(changes.stream()
                    .filter(change -> change.startsWith("DELETE"))
                    .findFirst()
                    .orElseThrow());
            assertThat(changes.subList(4, firstDelete))
                    .contains(
                            "POST /v1.0/users/" + bo + "/revokeSignInSessions",
                            "POST /v1.0/users/" + anna + "/revokeSignInSessions");
        }
    }

    private static String id(List<JsonObject> incidents, String upn) {
        return incidents.stream()
                .map(incident -> incident.getAsJsonObject("user"))
                .filter(user -> user.get("upn").getAsString().equals(upn))
                .map(user -> user.get("id").getAsString())
                .findFirst()
                .orElseThrow();
    }

    private SimulatedTenant tenant() throws Exception {
        return tenant("");
    }

    private SimulatedTenant tenant(String bo) throws Exception {
        return cordon.tenant(yaml -> yaml.replace(
                        "  - {upn: bo.lund@contoso.example, displayName: Bo Lund}\n", """
                          - {upn: bo.lund@contoso.example, displayName: Bo Lund, %ssuspect: true, password: Winter-2025!xyz}
                          - {upn: kim.lee@contoso.example, displayName: Kim Lee}
                          - {upn: kim.lee2@contoso.example, displayName: Kim Lee}
                        """.formatted(bo))
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
