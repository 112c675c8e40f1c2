package dev.cordon.app;

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
import dev.cordon.store.StoreLocation;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Commands as they are typed, over one data folder, and what they say. One thread. */
final class TypedCommands {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path folder;
    private final Map<String, String> environment;

    TypedCommands(Path folder) {
        this(folder, Map.of());
    }

    TypedCommands(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** The small fast tenant of the tests with its text changed, known to the data folder as {@code contoso}. */
    SimulatedTenant tenant(UnaryOperator<String> change) throws IOException {
        try (var stream = TypedCommands.class.getResourceAsStream("/scenarios-under-test/swift.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("the scenario is not there");
            }
            String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            SimulatedTenant tenant = SimulatedTenant.start(
                    ScenarioLoader.parse("swift.yaml", change.apply(yaml), OptionalLong.empty()),
                    SimulationOptions.in(Files.createTempDirectory(folder, "tenant")));
            Path connection = folder.resolve("connection.json");
            tenant.connection().write(connection);
            run("tenant", "add", "contoso", "--from", connection.toString());
            return tenant;
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    ExitCode run(String... typed) {
        return run(() -> "", "", typed);
    }

    /** With a person at the terminal, who answers so. */
    ExitCode answered(Supplier<String> answers, String... typed) {
        return run(answers, "in", typed);
    }

    private ExitCode run(Supplier<String> input, String seen, String... typed) {
        out.reset();
        err.reset();
        List<String> arguments = new ArrayList<>(List.of(typed));
        arguments.addAll(List.of("--data", data().toString()));
        var streams = new Streams(stream(out), stream(err), input, seen, environment, InstantSource.system());
        return Main.door(streams).run(arguments.toArray(String[]::new));
    }

    /** What stands on stdout. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What stands on stderr. */
    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** The one document on stdout. */
    JsonObject document() {
        return JsonParser.parseString(out()).getAsJsonObject();
    }

    /** Opens an incident about that user, as another process would that is still at work; its id. */
    String anotherIsUnderWay(JsonObject user) {
        var id = new IncidentId("INC-20260302-AAAA");
        var account = new Account(
                user.get("id").getAsString(),
                user.get("upn").getAsString(),
                user.get("displayName").getAsString());
        Instant now = Instant.parse("2026-03-02T08:00:00Z");
        try (Store store = Store.open(StoreLocation.of(data(), environment), InstantSource.system())) {
            if (!store.tenants().all().containsKey("contoso")) {
                store.tenants().add("contoso", folder.resolve("connection.json"));
            }
            store.journal()
                    .append(
                            id,
                            now,
                            Actor.CORDON,
                            new CaseEntry.IncidentOpened(new Incident(
                                    id,
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
        return id.value();
    }

    /** The requests that changed something, as {@code METHOD path}. */
    static List<String> changes(SimulatedTenant tenant) throws IOException, InterruptedException {
        return changesWith(tenant, ".*(revokeSignInSessions|resetPassword)|/v1.0/users/[^/]+");
    }

    /** The requests that changed something at such a path, as {@code METHOD path}. */
    static List<String> changesWith(SimulatedTenant tenant, String path) throws IOException, InterruptedException {
        return control(tenant, "GET", "/requests", "")
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(row -> !row.get("caller").isJsonNull())
                .filter(row ->
                        List.of("operator", "app").contains(row.get("caller").getAsString()))
                .filter(row -> row.get("path").getAsString().matches(path))
                .filter(row -> !row.get("method").getAsString().equals("GET"))
                .map(row ->
                        row.get("method").getAsString() + " " + row.get("path").getAsString())
                .toList();
    }

    /** Asks the tenant's control API. */
    static String control(SimulatedTenant tenant, String method, String path, String body)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(
                                            URI.create(tenant.connection().control() + path))
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    static List<JsonObject> rows(JsonObject document, String member) {
        return document.getAsJsonArray(member).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
