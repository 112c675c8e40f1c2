package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.SimulatedTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evidence export} and {@code evidence verify PATH} as they are typed, after a whole response. */
class ExportedTest {
    @TempDir
    private Path folder;

    @Test
    void an_export_is_checked_with_the_data_folder_gone_and_the_tenant_down() throws Exception {
        var cordon = new TypedCommands(folder);
        Path bag = folder.resolve("out").resolve("bag");
        Path zip = folder.resolve("out").resolve("soc.zip");
        List<String> secrets;
        try (SimulatedTenant tenant = cordon.tenant(UnaryOperator.identity())) {
            cordon.run(
                    "respond", "compromised-account", "anna.berg@contoso.example", "--decide", "recommended", "--json");
            String incident = cordon.document().get("incident").getAsString();

            assertThat(cordon.run(
                            "evidence", "export", incident, "--out", bag.toString(), "--because", "=insurer", "--json"))
                    .as(cordon.err())
                    .isEqualTo(ExitCode.DONE);
            JsonObject exported = cordon.document();
            assertThat(exported.get("exhibits").getAsLong()).isPositive();
            assertThat(exported.get("redactions").getAsLong()).isZero();
            assertThat(cordon.run("evidence", "export", incident, "--out", bag.toString()))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(cordon.run("evidence", "export", incident, "--out", zip.toString(), "--zip", "--for", "soc"))
                    .as(cordon.err())
                    .isEqualTo(ExitCode.DONE);
            assertThat(cordon.run("evidence", "export", incident)).isEqualTo(ExitCode.DONE);
            assertThat(cordon.data().resolve("exports").resolve(incident + "-full"))
                    .isDirectory();
            assertThat(cordon.run("evidence", "export", incident, "--for", "press"))
                    .isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(cordon.run("evidence", "verify")).as(cordon.out()).isEqualTo(ExitCode.DONE);
            secrets = TypedCommands.control(tenant, "GET", "/secrets", "")
                    .lines()
                    .flatMap(line -> Stream.of(line.split("\"")))
                    .filter(text -> text.length() > 15 && text.chars().anyMatch(Character::isDigit))
                    .toList();
        }
        removeAll(cordon.data());

        assertThat(cordon.run("evidence", "verify", bag.toString(), "--json"))
                .as(cordon.out())
                .isEqualTo(ExitCode.DONE);
        JsonObject verified = cordon.document();
        assertThat(verified.get("ok").getAsBoolean()).isTrue();
        assertThat(verified.getAsJsonObject("checked").get("journalEntries").getAsLong())
                .isPositive();
        assertThat(cordon.run("evidence", "verify", zip.toString()))
                .as(cordon.out())
                .isEqualTo(ExitCode.DONE);
        assertThat(cordon.data()).doesNotExist();
        assertThat(cordon.run("evidence", "verify", folder.resolve("nowhere").toString()))
                .isEqualTo(ExitCode.WRONG_USAGE);
        Path changed = files(bag).stream()
                .filter(file -> file.toString().contains("exhibits/E-"))
                .findFirst()
                .orElseThrow();
        String all = text(bag);
        assertThat(secrets).isNotEmpty().noneMatch(all::contains);
        Files.writeString(changed, "changed");
        assertThat(cordon.run("evidence", "verify", bag.toString(), "--json")).isEqualTo(ExitCode.NOT_GENUINE);
        assertThat(TypedCommands.rows(cordon.document(), "faults"))
                .anyMatch(fault -> fault.has("path")
                        && fault.get("path")
                                .getAsString()
                                .endsWith(changed.getFileName().toString()));
    }

    private static String text(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files(folder)) {
            text.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
        }
        return text.toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void removeAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
