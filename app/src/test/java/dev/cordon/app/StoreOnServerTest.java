package dev.cordon.app;

import static dev.cordon.app.TypedCommands.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.store.TestingServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands whose store is a PostgreSQL database. */
public class StoreOnServerTest {
    private static final String PASSWORD = "hunter2-hunter2";

    @TempDir
    private Path folder;

    /** What a machine that has the same database and a data folder of its own shows of an incident. */
    public static void assertThatAnotherMachineSees(String incident, int exhibits, String address, Path itsFolder) {
        var cordon = new TypedCommands(itsFolder, Map.of("CORDON_STORE", address));

        assertThat(cordon.run("incident", "list", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(rows(cordon.document(), "incidents"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("incident").getAsString()).isEqualTo(incident));
        assertThat(cordon.run("incident", "show", incident, "--json")).isEqualTo(ExitCode.DONE);
        JsonObject evidence = cordon.document().getAsJsonObject("evidence");
        assertThat(evidence.get("exhibits").getAsInt()).isEqualTo(exhibits);
        assertThat(evidence.get("path").getAsString())
                .matches("postgresql://localhost:[0-9]+/postgres#s[0-9]+\\.vault");
        assertThat(cordon.run("evidence", "list", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(rows(cordon.document(), "exhibits")).hasSize(exhibits);
        assertThat(cordon.run("evidence", "verify", "--json")).as(cordon.out()).isEqualTo(ExitCode.DONE);
        assertThat(cordon.document().get("ok").getAsBoolean()).isTrue();
        assertThat(cordon.run("report", incident)).as(cordon.err()).isEqualTo(ExitCode.DONE);
        assertThat(cordon.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void an_incident_of_one_machine_is_seen_by_another() {
        String address = TestingServer.fresh();
        var one = new TypedCommands(folder.resolve("one"), Map.of("CORDON_STORE", address));
        String incident = one.anotherIsUnderWay(JsonParser.parseString(
                        "{\"id\": \"5f1c0a44\", \"upn\": \"anna@contoso.example\", \"displayName\": \"Anna\"}")
                .getAsJsonObject());

        assertThatAnotherMachineSees(incident, 0, address, folder.resolve("other"));
        assertThat(folder.resolve("one").resolve("data").resolve("cordon.db")).doesNotExist();
    }

    @Test
    void a_server_that_cannot_be_used_is_3_in_one_paragraph_without_the_password() {
        var cordon = new TypedCommands(
                folder, Map.of("CORDON_STORE", "postgresql://anna:" + PASSWORD + "@localhost:1/cordon"));

        assertThat(cordon.run("incident", "list", "--json")).isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(cordon.document().getAsJsonObject("error").get("exitCode").getAsInt())
                .isEqualTo(3);
        assertThat(cordon.out()).doesNotContain(PASSWORD, "Exception", "anna");
        assertThat(cordon.err().replaceAll("\\s+", " "))
                .contains("postgresql://localhost:1/cordon", "cannot be reached", "Check that it runs")
                .doesNotContain(PASSWORD, "Exception", "anna");
    }

    @Test
    void an_address_that_makes_no_sense_is_2_and_is_not_repeated() throws IOException {
        var cordon = new TypedCommands(folder, Map.of("CORDON_STORE", "mysql://anna:" + PASSWORD + "@db/cordon"));
        assertThat(cordon.run("incident", "list")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.err()).contains("CORDON_STORE").doesNotContain(PASSWORD);

        Files.createDirectories(cordon.data());
        Files.writeString(cordon.data().resolve("cordon.db"), "");
        cordon = new TypedCommands(folder, Map.of("CORDON_STORE", TestingServer.fresh()));
        assertThat(cordon.run("incident", "list")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.err()).contains("--data");
    }
}
