package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Streams;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.simulator.SimulationOptions;
import dev.cordon.simulator.scenario.ScenarioLoader;
import dev.cordon.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    private static final IncidentId UNDER_WAY = new IncidentId("INC-20260302-AAAA");

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
        assertThat(run("respond", "compromised-account", "anna", "--decide", "recommended"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err().replaceAll("\\s+", " ")).contains("tenant add NAME --from FILE");
        assertThat(run("incident", "list")).isEqualTo(ExitCode.DONE);
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

    @Test
    void what_a_person_does_after_a_response_and_what_is_refused() throws IOException {
        Path connection = folder.resolve("connection.json");
        String closable;
        try (SimulatedTenant tenant = tenant("aitm-basic")) {
            tenant.connection().write(connection);
            String suspect = tenant.connection().suspects().getFirst();
            addsAndReplaces(connection);
            assertThat(run("tenant", "check", "--json")).isEqualTo(ExitCode.DONE);
            assertThat(document().has("missing")).isTrue();
            decidesAboutNothing(suspect);

            run("respond", "compromised-account", suspect, "--decide", "recommended", "--json");
            JsonObject incident = document();
            String id = incident.get("incident").getAsString();
            closable = id;
            showsAndDecides(id, incident);

            assertThat(run("incident", "close", id)).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(err().replaceAll("\\s+", " "))
                    .contains("--yes")
                    .containsPattern("would leave this: \\d+ tasks? .* re-checks? never run");
            assertThat(run("incident", "show", id, "--json")).isEqualTo(ExitCode.DONE);
            assertThat(document().get("state").getAsString()).isNotEqualTo("closed");
            assertThat(run("incident", "timeline", id)).isEqualTo(ExitCode.DONE);
            assertThat(out()).doesNotContainPattern("\\d\\.\\d+Z");
            Path copy = folder.resolve("copy.html");
            assertThat(run("report", id, "--out", copy.toString())).isEqualTo(ExitCode.DONE);
            assertThat(out()).contains(copy.toString());

            refusesWhatIsNotYet(suspect);

            anotherResponseIsUnderWay(incident.getAsJsonObject("user"), suspect);
            assertThat(run("respond", "compromised-account", suspect, "--decide", "recommended", "--json"))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(document().getAsJsonObject("error").get("message").getAsString())
                    .contains("under way", UNDER_WAY.value());
        }
        assertThat(run("watch", "--once", "--json")).isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(document().getAsJsonArray("unreachable")).hasSize(1);
        Files.writeString(connection, "{\"tenantId\": 7");
        assertThat(run("tenant", "check")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("tenant", "add", "other", "--from", connection.toString()))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("incident", "close", closable, "--yes")).isEqualTo(ExitCode.DONE);
        assertThat(out().replaceAll("\\s+", " ")).contains(closable + " is closed. It leaves this: ");
    }

    private void addsAndReplaces(Path connection) throws IOException {
        assertThat(run("tenant", "add", "contoso", "--from", connection.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(run("tenant", "add", "contoso", "--from", connection.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("nothing changed");
        Path other = Files.copy(connection, folder.resolve("other.json"));
        assertThat(run("tenant", "add", "contoso", "--from", other.toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err()).contains("--yes", connection.toString());
        assertThat(run("tenant", "add", "contoso", "--from", other.toString(), "--yes"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out().replaceAll("\\s+", " ")).contains("Replaced " + connection);
        assertThat(run("tenant", "add", "contoso", "--from", connection.toString(), "--yes"))
                .isEqualTo(ExitCode.DONE);
    }

    private void decidesAboutNothing(String suspect) throws IOException {
        Path decisions = folder.resolve("decisions.yaml");
        Files.writeString(decisions, """
                schema: cordon-decisions/1
                default: recommended
                items:
                  - {kind: inbox-rule, match: {name: No such rule}, decision: remove, because: a mistake}
                """);
        for (String last : List.of("--plan", "--json")) {
            assertThat(run("respond", "compromised-account", suspect, "--decide", decisions.toString(), last))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(err()).contains("No such rule", "line 4");
        }
        assertThat(run("respond", "compromised-account", suspect, "--plan")).isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("keep ").contains("      id ");
        assertThat(run("incident", "list", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(document().getAsJsonArray("incidents")).isEmpty();
    }

    private void showsAndDecides(String id, JsonObject incident) {
        assertThat(run("incident", "show", id)).isEqualTo(ExitCode.DONE);
        List<JsonObject> items = incident.getAsJsonArray("items").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
        assertThat(items)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(out().replaceAll("\\s+", " "))
                        .contains("id " + item.get("id").getAsString()));
        assertThat(out().lines().filter(line -> line.startsWith("CONTAINED"))).hasSize(1);

        assertThat(run("incident", "decide", id, "No such thing", "keep")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err()).contains(items.getFirst().get("id").getAsString());
        String name = items.stream()
                .map(item -> item.get("name").getAsString())
                .filter(candidate -> items.stream()
                                .filter(item -> item.get("name").getAsString().equals(candidate))
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow();
        assertThat(run("incident", "decide", id, name, "keep")).isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("--decide recommended");
    }

    private void refusesWhatIsNotYet(String suspect) {
        String tomorrow = Instant.parse("2999-03-02T12:00:00Z").toString();
        for (String last : List.of("--plan", "--json")) {
            assertThat(run(
                            "respond",
                            "compromised-account",
                            suspect,
                            "--decide",
                            "recommended",
                            "--detected-at",
                            tomorrow,
                            last))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(err().replaceAll("\\s+", " "))
                    .contains("cannot have been detected at " + tomorrow, "Times are UTC");
        }
        assertThat(run("incident", "list", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(document().getAsJsonArray("incidents")).hasSize(1);
    }

    private void anotherResponseIsUnderWay(JsonObject user, String suspect) {
        Instant now = Instant.parse("2026-03-02T12:00:00Z");
        var account = new Account(user.get("id").getAsString(), suspect, "Anna Berg");
        try (Store store = Store.open(data, InstantSource.system())) {
            store.journal()
                    .append(
                            UNDER_WAY,
                            now,
                            Actor.CORDON,
                            new CaseEntry.IncidentOpened(new Incident(
                                    UNDER_WAY,
                                    IncidentType.COMPROMISED_ACCOUNT,
                                    "contoso",
                                    account,
                                    Severity.HIGH,
                                    DetectionSource.OTHER,
                                    now,
                                    now,
                                    AttackActivity.UNKNOWN,
                                    false)));
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
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
        err.reset();
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
