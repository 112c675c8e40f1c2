package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telephones that synchronise the mailbox, from the reading to the exit code, as the commands are typed. */
class TelephonesTest {
    private static final String NOT_ALLOWED =
            "{\"match\":{\"cmdlet\":\"Get-MobileDevice\"},\"do\":\"status:403\",\"times\":1000}";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void the_attackers_is_removed_and_the_users_is_kept() throws Exception {
        try (SimulatedTenant tenant = tenant(UnaryOperator.identity())) {
            String wireId = wireId(tenant, "evil-telephone");
            ExitCode code = respond(tenant);
            JsonObject incident = document();

            assertThat(code).isEqualTo(ExitCode.DONE);
            assertThat(text(incident, "state")).isEqualTo("verified");
            JsonObject his = item(incident, "Pixel 4a");
            assertThat(text(his, "kind")).isEqualTo("device");
            assertThat(text(his, "id")).isEqualTo("mobile|" + wireId);
            assertThat(text(his, "verdict")).isEqualTo("malicious");
            assertThat(text(his, "outcome")).isEqualTo("removed");
            assertThat(text(his, "exhibit")).isNotBlank();
            assertThat(his.getAsJsonArray("reasons").toString()).contains("after the attacker was first seen");
            JsonObject hers = item(incident, "Anna's iPhone");
            assertThat(text(hers, "verdict")).isEqualTo("benign");
            assertThat(text(hers, "outcome")).isEqualTo("kept");
            JsonObject laptop = item(incident, "CONTOSO-LT-041");
            assertThat(text(laptop, "id")).doesNotContain("|");
            assertThat(text(laptop, "outcome")).isEqualTo("kept");
            assertThat(run("evidence", "list", "--json")).isEqualTo(ExitCode.DONE);
            assertThat(rows(document(), "exhibits")
                            .filter(exhibit -> text(exhibit, "kind").equals("mobile-devices")))
                    .hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void without_the_attackers_the_run_is_verified() throws Exception {
        try (SimulatedTenant tenant = tenant(TelephonesTest::withoutTheAttackers)) {
            assertThat(respond(tenant)).isEqualTo(ExitCode.DONE);
            assertThat(text(document(), "state")).isEqualTo("verified");
            assertThat(text(item(document(), "Anna's iPhone"), "outcome")).isEqualTo("kept");
        }
    }

    @Test
    void a_re_check_looks_again_and_says_when_it_could_not() throws Exception {
        try (SimulatedTenant tenant = tenant(TelephonesTest::withoutTheAttackers)) {
            respond(tenant);
            String id = text(document(), "incident");
            assertThat(text(document(), "state")).isEqualTo("verified");
            long before = readings(tenant);

            control(tenant, "/clock", "{\"advance\": \"PT20M\"}");
            assertThat(run("watch", "--once", "--json")).isEqualTo(ExitCode.DONE);
            assertThat(readings(tenant)).isGreaterThan(before);

            control(tenant, "/faults", NOT_ALLOWED);
            control(tenant, "/clock", "{\"advance\": \"PT1H\"}");
            run("watch", "--once", "--json");
            assertThat(run("incident", "timeline", id, "--all", "--json")).isEqualTo(ExitCode.DONE);
            assertThat(out()).contains("telephones that synchronise the mailbox could not be read");
        }
    }

    @Test
    void what_a_person_kept_stays_kept_when_everything_is_looked_at_again() throws Exception {
        try (SimulatedTenant tenant = tenant(UnaryOperator.identity())) {
            Path decisions = Files.writeString(folder.resolve("decisions.yaml"), """
                    schema: cordon-decisions/1
                    default: recommended
                    items: [{kind: device, match: {name: Pixel 4a}, decision: keep, because: her new one}]
                    """);
            respond(tenant, decisions.toString());
            String id = text(document(), "incident");

            ExitCode code = run("incident", "resume", id, "--decide", "recommended", "--json");

            JsonObject incident = document();
            assertThat(text(item(incident, "Pixel 4a"), "outcome")).isEqualTo("kept");
            assertThat(text(item(incident, "CONTOSO-LT-041"), "outcome")).isEqualTo("kept");
            assertThat(text(incident, "state")).isEqualTo("verified");
            assertThat(code).isEqualTo(ExitCode.DONE);
            assertThat(run("incident", "timeline", id, "--all", "--json")).isEqualTo(ExitCode.DONE);
            assertThat(out()).doesNotContain("not there any more");
        }
    }

    @Test
    void what_could_not_be_read_is_said_and_not_called_none() throws Exception {
        try (SimulatedTenant tenant = tenant(UnaryOperator.identity())) {
            control(tenant, "/faults", NOT_ALLOWED);

            ExitCode code = respond(tenant);
            JsonObject incident = document();

            assertThat(code).isEqualTo(ExitCode.ATTENTION);
            assertThat(text(incident, "state")).isEqualTo("contained");
            assertThat(text(step(incident, "preserve"), "reason")).contains("telephones");
            assertThat(text(step(incident, "devices"), "reason"))
                    .contains("telephones")
                    .contains("could not be read")
                    .doesNotContain("None found in telephones");
            assertThat(text(step(incident, "verify"), "reason"))
                    .contains("telephones")
                    .contains("could not be read");
            assertThat(task(incident, "read-mobile-devices")).contains("role");
        }
    }

    private SimulatedTenant tenant(UnaryOperator<String> change) throws IOException {
        try (var stream = TelephonesTest.class.getResourceAsStream("/scenarios-under-test/telephones.yaml")) {
            String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return SimulatedTenant.start(
                    ScenarioLoader.parse("telephones", change.apply(yaml), OptionalLong.empty()),
                    SimulationOptions.in(Files.createDirectory(folder.resolve("tenant"))));
        }
    }

    private static String withoutTheAttackers(String yaml) {
        return yaml.replaceFirst("(?s)  - \\{id: evil-telephone.*?\\}\\}\n", "");
    }

    private ExitCode respond(SimulatedTenant tenant) throws IOException {
        return respond(tenant, "recommended");
    }

    private ExitCode respond(SimulatedTenant tenant, String decide) throws IOException {
        Path connection = folder.resolve("connection.json");
        tenant.connection().write(connection);
        assertThat(run("tenant", "add", "contoso", "--from", connection.toString()))
                .isEqualTo(ExitCode.DONE);
        String suspect = tenant.connection().suspects().getFirst();
        return run("respond", "compromised-account", suspect, "--decide", decide, "--json");
    }

    private static String control(SimulatedTenant tenant, String path, String body)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(tenant.connection().control() + path));
            return http.send(
                            body.isEmpty()
                                    ? request.build()
                                    : request.POST(HttpRequest.BodyPublishers.ofString(body))
                                            .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static String wireId(SimulatedTenant tenant, String id) throws IOException, InterruptedException {
        JsonObject account = JsonParser.parseString(control(tenant, "/truth", ""))
                .getAsJsonObject()
                .getAsJsonObject("accounts")
                .getAsJsonObject(tenant.connection().suspects().getFirst());
        return rows(account.getAsJsonObject("holds"), "devices")
                .filter(device -> text(device, "id").equals(id))
                .map(device -> text(device, "wireId"))
                .findFirst()
                .orElseThrow();
    }

    private static long readings(SimulatedTenant tenant) throws IOException, InterruptedException {
        return control(tenant, "/requests", "")
                .lines()
                .filter(row -> row.contains("\"Get-MobileDevice\""))
                .count();
    }

    private static JsonObject item(JsonObject incident, String name) {
        return only(incident, "items", "name", name);
    }

    private static JsonObject step(JsonObject incident, String id) {
        return only(incident, "steps", "id", id);
    }

    private static String task(JsonObject incident, String id) {
        return text(only(incident, "openTasks", "id", id), "text");
    }

    private static JsonObject only(JsonObject incident, String list, String member, String value) {
        return rows(incident, list)
                .filter(row -> text(row, member).equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(value + " is not among the " + list + ": " + incident.get(list)));
    }

    private static Stream<JsonObject> rows(JsonObject object, String list) {
        JsonArray rows = object.getAsJsonArray(list);
        return StreamSupport.stream(rows.spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    private static String text(JsonObject object, String member) {
        JsonElement value = object.get(member);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonObject document() {
        return JsonParser.parseString(out()).getAsJsonObject();
    }

    private ExitCode run(String... typed) {
        out.reset();
        var arguments = new ArrayList<>(List.of(typed));
        arguments.addAll(List.of("--data", folder.resolve("data").toString()));
        var nowhere = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var shown = new PrintStream(out, true, StandardCharsets.UTF_8);
        var streams = new Streams(shown, nowhere, () -> "", "", Map.of(), InstantSource.system());
        return Main.door(streams).run(arguments.toArray(String[]::new));
    }
}
