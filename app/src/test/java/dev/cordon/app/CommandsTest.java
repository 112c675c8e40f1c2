package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Streams;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.simulator.SimulationOptions;
import dev.cordon.simulator.scenario.ScenarioLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as they are typed, against a simulated tenant over the wire. */
class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void names_the_data_folder() {
        data = folder.resolve("data");
    }

    @Test
    void without_a_tenant_every_answer_is_a_paragraph_with_the_remedy() {
        assertThat(run("incident", "list")).isEqualTo(ExitCode.DONE);
        assertThat(run("respond", "compromised-account", "anna", "--decide", "recommended"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err()).contains("cordon tenant add");
        assertThat(run("incident", "show", "INC-20260302-K7QF")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("tenant", "add", "x", "--from", "nowhere.json")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("simulate", "--scenario", "none")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("demo", "--seed", "x")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("evidence", "verify", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(document().get("ok").getAsBoolean()).isTrue();
    }

    @Test
    void help_names_every_scenario_that_ships() {
        assertThat(Scenarios.SHIPPED).isEqualTo(String.join(", ", ScenarioLoader.shipped()));
    }

    @Test
    void a_response_goes_from_plan_to_report() throws IOException {
        try (SimulatedTenant tenant = tenant("aitm-basic")) {
            Path connection = folder.resolve("connection.json");
            tenant.connection().write(connection);
            String suspect = tenant.connection().suspects().getFirst();
            assertThat(run("tenant", "add", "contoso", "--from", connection.toString()))
                    .isEqualTo(ExitCode.DONE);
            assertThat(run("respond", "compromised-account", suspect)).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(err()).contains("no terminal");

            assertThat(run("respond", "compromised-account", suspect, "--plan", "--json"))
                    .isEqualTo(ExitCode.DONE);
            assertThat(document().getAsJsonObject("plan").getAsJsonArray("calls"))
                    .isNotEmpty();
            assertThat(run("incident", "list", "--json")).isEqualTo(ExitCode.DONE);
            assertThat(document().getAsJsonArray("incidents")).isEmpty();

            run("respond", "compromised-account", suspect, "--decide", "recommended", "--json");
            JsonObject incident = document();
            assertThat(incident.get("state").getAsString()).isIn("contained", "verified");
            assertThat(steps(incident))
                    .containsSubsequence(
                            "pre-flight",
                            "revoke-sessions",
                            "revoke-sessions-again",
                            "final-revoke",
                            "verify",
                            "report")
                    .contains("preserve", "reset-password");
            String id = incident.get("incident").getAsString();
            assertThat(run("incident", "show", id, "--json")).isEqualTo(ExitCode.DONE);
            assertThat(document()).isEqualTo(incident);
            assertThat(run("evidence", "verify")).isEqualTo(ExitCode.DONE);
            assertThat(run("report", id)).isEqualTo(ExitCode.DONE);
        }
    }

    private SimulatedTenant tenant(String scenario) throws IOException {
        return SimulatedTenant.start(
                ScenarioLoader.load(scenario, OptionalLong.empty()),
                SimulationOptions.in(Files.createDirectory(folder.resolve("tenant"))));
    }

    private static List<String> steps(JsonObject incident) {
        return StreamSupport.stream(incident.getAsJsonArray("steps").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(step -> step.get("id").getAsString())
                .toList();
    }

    private ExitCode run(String... typed) {
        out.reset();
        var arguments = new ArrayList<>(List.of(typed));
        arguments.addAll(List.of("--data", data.toString()));
        var streams = new Streams(stream(out), stream(err), () -> "", "", Map.of(), InstantSource.system());
        return Main.door(streams).run(arguments.toArray(String[]::new));
    }

    private JsonObject document() {
        return JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
