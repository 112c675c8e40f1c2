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
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator signs in as himself, with password and second factor, while the command waits; then it responds. */
class OperatorSignInTest {
    private static final String OPERATOR = "admin@contoso.example";
    private static final String PASSWORD = "Quiet-Harbour-88";
    private static final Pattern PAGE = Pattern.compile("Sign in at: (https://\\S+)");
    private static final Pattern CODE = Pattern.compile("open the page (https://\\S+) and enter the code (\\w+)");
    private static final String ENDED = "the command has ended";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    @Test
    void in_a_browser_with_pkce() throws Exception {
        responds("browser", PAGE);
    }

    @Test
    void with_a_device_code() throws Exception {
        responds("device-code", CODE);
    }

    private void responds(String signIn, Pattern instruction) throws Exception {
        try (SimulatedTenant tenant = tenant()) {
            Path connection = folder.resolve("connection.json");
            tenant.connection().write(connection);
            assertThat(run("tenant", "add", "contoso", "--from", connection.toString()))
                    .isEqualTo(ExitCode.DONE);
            // not in the common pool: the JDK's HTTP client completes its answers there, and it may have one thread
            var response = new FutureTask<>(() -> {
                ExitCode code = run(
                        "respond",
                        "compromised-account",
                        "anna.berg@contoso.example",
                        "--sign-in",
                        signIn,
                        "--decide",
                        "recommended",
                        "--json");
                told.add(ENDED);
                return code;
            });
            Thread.ofPlatform().daemon().name("command").start(response);
            Matcher asked = await(instruction);
            Map<String, String> answers =
                    new HashMap<>(Map.of("login", OPERATOR, "password", PASSWORD, "proof", proof(tenant)));
            if (asked.groupCount() > 1) {
                answers.put("user_code", asked.group(2));
            }
            try (var person = PersonAtTheBrowser.trusting(tenant.connection().caFile(), answers)) {
                assertThat(person.visit(URI.create(asked.group(1)))).containsIgnoringCase("signed in");
            }

            assertThat(response.get()).isIn(ExitCode.DONE, ExitCode.ATTENTION);
            JsonObject incident =
                    JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
            assertThat(incident.get("state").getAsString()).isIn("contained", "verified");
            assertThat(callers(tenant)).contains("operator").doesNotContain("app");
        }
    }

    /** What the command says on the way; fails when it ends without having said it. */
    private Matcher await(Pattern wanted) throws InterruptedException {
        var lines = new StringBuilder();
        for (String line = told.take(); ; line = told.take()) {
            lines.append(line).append('\n');
            Matcher found = wanted.matcher(line);
            if (found.find()) {
                return found;
            }
            assertThat(line).as(lines + " " + out).isNotEqualTo(ENDED);
        }
    }

    private SimulatedTenant tenant() throws IOException {
        String swift;
        try (InputStream resource = OperatorSignInTest.class.getResourceAsStream("/scenarios-under-test/swift.yaml")) {
            swift = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
        String yaml = swift.replace(
                        "operator: {upn: " + OPERATOR, "operator: {upn: " + OPERATOR + ", password: " + PASSWORD)
                .replace("persistence:\n", """
                        persistence:
                          - {id: admin-phone, kind: authentication-method, owner: admin@contoso.example, by: legitimate, created: -P300D,
                             object: {type: microsoftAuthenticator, displayName: Pixel 9, default: true}}
                        """);
        return SimulatedTenant.start(
                ScenarioLoader.parse("swift.yaml", yaml, OptionalLong.empty()),
                SimulationOptions.in(Files.createDirectory(folder.resolve("tenant"))));
    }

    /** What his Authenticator would show. */
    private static String proof(SimulatedTenant tenant) throws IOException, InterruptedException {
        JsonObject ledger = JsonParser.parseString(control(tenant, "/secrets")).getAsJsonObject();
        for (JsonElement row : ledger.getAsJsonArray("secrets")) {
            JsonObject secret = row.getAsJsonObject();
            if (secret.get("kind").getAsString().equals("authentication-method")
                    && secret.get("owner").getAsString().equals(OPERATOR)) {
                return secret.get("value").getAsString();
            }
        }
        throw new IllegalStateException("the operator has no second factor");
    }

    private static List<String> callers(SimulatedTenant tenant) throws IOException, InterruptedException {
        return control(tenant, "/requests")
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject().get("caller"))
                .filter(caller -> caller != null && !caller.isJsonNull())
                .map(JsonElement::getAsString)
                .distinct()
                .toList();
    }

    private static String control(SimulatedTenant tenant, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(
                                            URI.create(tenant.connection().control() + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private ExitCode run(String... typed) {
        out.reset();
        var arguments = new java.util.ArrayList<>(List.of(typed));
        arguments.addAll(List.of("--data", folder.resolve("data").toString()));
        var streams = new Streams(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(lines(), true, StandardCharsets.UTF_8),
                () -> "",
                "",
                Map.of(),
                InstantSource.system());
        return Main.door(streams).run(arguments.toArray(String[]::new));
    }

    /** Hands every line on as soon as it is written. */
    private OutputStream lines() {
        return new OutputStream() {
            private final ByteArrayOutputStream line = new ByteArrayOutputStream();

            @Override
            public synchronized void write(int character) {
                if (character == '\n') {
                    told.add(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(character);
                }
            }
        };
    }
}
