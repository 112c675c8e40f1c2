package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.SimulatedTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process of Cordon that gets a signal while it works: what stands on stdout, and whether the work can go on. */
@DisabledOnOs(OS.WINDOWS)
class InterruptedProcessTest {
    private static final String ANNA = "anna.berg@contoso.example";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void writes_the_incident_so_far_and_says_how_to_go_on(String signal) throws Exception {
        var cordon = new TypedCommands(folder);
        try (SimulatedTenant _ = cordon.tenant(yaml -> yaml.replace("latency: PT0S", "latency: PT0.3S"))) {
            Process process = start("", "respond", "compromised-account", ANNA, "--decide", "recommended", "--json");
            awaitWord("containing", process);

            JsonObject document = interrupt(signal, process);

            String incident = document.get("incident").getAsString();
            assertThat(document.get("state").getAsString()).isNotEqualTo("verified");
            assertThat(document.getAsJsonArray("steps")).isNotEmpty();
            assertThat(err().replaceAll("\\s+", " "))
                    .contains("cordon --data " + cordon.data() + " incident resume " + incident);
            assertThat(cordon.run("incident", "resume", incident, "--decide", "recommended", "--json"))
                    .isEqualTo(ExitCode.DONE);
            assertThat(cordon.document().get("state").getAsString()).isEqualTo("verified");
            assertThat(cordon.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void writes_it_even_while_a_question_is_open_that_nobody_answers() throws Exception {
        var cordon = new TypedCommands(folder);
        try (SimulatedTenant _ = cordon.tenant(yaml -> yaml)) {
            Process process = start("in", "respond", "compromised-account", ANNA, "--json");
            process.outputWriter(StandardCharsets.UTF_8).append("y\n").flush();
            awaitWord("Remove it?", process);

            JsonObject document = interrupt("INT", process);

            assertThat(document.get("incident").getAsString()).startsWith("INC-");
            assertThat(document.getAsJsonArray("items")).isNotEmpty();
        }
    }

    @Test
    void says_that_nothing_was_changed_where_the_account_was_not_confirmed_yet() throws Exception {
        var cordon = new TypedCommands(folder);
        try (SimulatedTenant tenant = cordon.tenant(yaml -> yaml)) {
            Process process = start("in", "respond", "compromised-account", ANNA, "--json");
            awaitWord("Contain this account?", process);

            JsonObject error = interrupt("INT", process).getAsJsonObject("error");

            assertThat(error.get("exitCode").getAsInt()).isEqualTo(130);
            assertThat(error.get("message").getAsString()).contains("nothing was changed");
            assertThat(TypedCommands.changes(tenant)).isEmpty();
        }
    }

    @Test
    void shows_of_several_people_what_was_done_and_what_was_cut_off() throws Exception {
        var cordon = new TypedCommands(folder);
        String two =
                "  - {upn: bo.lund@contoso.example, displayName: Bo Lund, suspect: true, password: Winter-2025!xyz}";
        try (SimulatedTenant _ =
                cordon.tenant(yaml -> yaml.replace("  - {upn: bo.lund@contoso.example, displayName: Bo Lund}", two))) {
            Process process = start(
                    "",
                    "respond",
                    "compromised-account",
                    ANNA,
                    "bo.lund@contoso.example",
                    "--decide",
                    "recommended",
                    "--json");
            awaitWord("open -> containing", 2, process);

            List<JsonObject> incidents = TypedCommands.rows(interrupt("INT", process), "incidents");

            assertThat(incidents).hasSize(2);
            assertThat(incidents)
                    .extracting(incident -> incident.get("state").getAsString())
                    .doesNotContain("verified");
            assertThat(err().replaceAll("\\s+", " "))
                    .contains(incidents.stream()
                            .map(incident -> "cordon --data " + cordon.data() + " incident resume "
                                    + incident.get("incident").getAsString())
                            .toList());
        }
    }

    @Test
    void a_demo_that_is_cut_off_sends_nobody_to_its_tenant() throws Exception {
        Process process = start("", "demo", "--json");
        awaitWord("containing", process);

        JsonObject document = interrupt("INT", process);

        assertThat(document.get("incident").getAsString()).startsWith("INC-");
        assertThat(document.get("attacker").isJsonNull()).isTrue();
        assertThat(err()).doesNotContain("incident resume").contains("tenant is gone");
    }

    private Process start(String terminal, String... typed) throws IOException {
        List<String> command = new ArrayList<>(hearingInterrupts());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "-Dcordon.terminal=" + terminal,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data",
                folder.resolve("data").toString()));
        command.addAll(List.of(typed));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    /** What a shell started in the background ignores SIGINT, and so do its children; the operator's terminal does not. */
    private static List<String> hearingInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return List.of();
        }
        boolean deaf = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).trim(), 16))
                .anyMatch(ignored -> (ignored & 0b10) != 0);
        return deaf ? List.of("env", "--default-signal=INT") : List.of();
    }

    private void awaitWord(String word, Process process) throws Exception {
        awaitWord(word, 1, process);
    }

    private void awaitWord(String word, int times, Process process) throws Exception {
        for (int tenths = 0; err().split(Pattern.quote(word), -1).length <= times; tenths++) {
            assertThat(tenths).as(err()).isLessThan(600);
            assertThat(process.waitFor(100, TimeUnit.MILLISECONDS)).as(err()).isFalse();
        }
    }

    /** The one document it leaves behind. */
    private JsonObject interrupt(String signal, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        return JsonParser.parseString(Files.readString(folder.resolve("out"))).getAsJsonObject();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
