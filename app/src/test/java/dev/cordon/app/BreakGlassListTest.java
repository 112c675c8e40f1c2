package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.SimulatedTenant;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of break-glass accounts as an operator keeps it, and the user who is not there. */
class BreakGlassListTest {
    private static final String BO = "bo.lund@contoso.example";

    @TempDir
    Path folder;

    private TypedCommands cordon;

    @BeforeEach
    void open() {
        cordon = new TypedCommands(folder);
    }

    @Test
    void is_kept_by_object_id_shown_and_shortened() throws Exception {
        try (SimulatedTenant _ = cordon.tenant(yaml -> yaml)) {
            String connection = folder.resolve("connection.json").toString();
            assertThat(cordon.run("tenant", "add", "contoso", "--from", connection, "--break-glass", BO, "--json"))
                    .isEqualTo(ExitCode.DONE);
            String id = listed(cordon.document()).get(0).getAsString();
            assertThat(id).matches("[0-9a-f-]{36}");

            cordon.run("tenant", "check", "--json");
            JsonObject checked = listed(cordon.document()).get(0).getAsJsonObject();
            assertThat(checked.get("objectId").getAsString()).isEqualTo(id);
            assertThat(checked.get("upn").getAsString()).isEqualTo(BO);
            assertThat(checked.get("standing").getAsString()).isEqualTo("enabled");

            cordon.run("respond", "compromised-account", BO, "--plan");
            assertThat(said()).contains("It is a break-glass account", "two people");

            assertThat(cordon.run("tenant", "add", "contoso", "--from", connection))
                    .isEqualTo(ExitCode.DONE);
            cordon.run("tenant", "list", "--json");
            JsonObject tenant =
                    cordon.document().getAsJsonArray("tenants").get(0).getAsJsonObject();
            assertThat(listed(tenant)).hasSize(1);

            cordon.run("tenant", "add", "contoso", "--from", connection, "--not-break-glass", id, "--json");
            assertThat(listed(cordon.document())).isEmpty();
            assertThat(cordon.run("tenant", "add", "contoso", "--from", connection, "--not-break-glass", id))
                    .isEqualTo(ExitCode.WRONG_USAGE);
        }
    }

    @Test
    void is_refused_with_words_where_nobody_is_meant_and_then_nothing_is_added() throws Exception {
        try (SimulatedTenant _ = cordon.tenant(yaml -> yaml)) {
            String connection = folder.resolve("connection.json").toString();
            assertThat(cordon.run(
                            "tenant", "add", "other", "--from", connection, "--break-glass", "none@contoso.example"))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(said()).contains("No account has the UPN", "none@contoso.example", "nothing was changed");
            cordon.run("tenant", "list");
            assertThat(said()).contains("contoso").doesNotContain("other");
        }
    }

    @Test
    void a_user_who_was_deleted_is_looked_for_elsewhere() throws Exception {
        try (SimulatedTenant _ = cordon.tenant(yaml -> yaml)) {
            assertThat(cordon.run("respond", "compromised-account", "gone@contoso.example", "--decide", "recommended"))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(said()).contains("Users > Deleted users", "may live on without him");
            cordon.run("respond", "compromised-account", "Nobody Of That Name", "--decide", "recommended");
            assertThat(said()).contains("No account has the UPN").doesNotContain("Deleted users");
        }
    }

    private static JsonArray listed(JsonObject document) {
        return document.getAsJsonArray("breakGlass");
    }

    private String said() {
        return (cordon.out() + cordon.err()).replaceAll("\\s+", " ");
    }
}
