package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that imports a file and is killed on the way, wherever that is. */
class KilledImportTest {
    private static final int ROWS = 20_000;

    @TempDir
    private Path folder;

    private static String file() {
        var text = new StringBuilder("RecordId,CreationDate,RecordType,Operation,UserId,AuditData\r\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("r,x,1,Send,anna,\"{\"\"Id\"\":\"\"")
                    .append(i)
                    .append(
                            "\"\",\"\"CreationTime\"\":\"\"2026-03-01T22:00:00\"\",\"\"Operation\"\":\"\"Send\"\"}\"\r\n");
        }
        return text.toString();
    }

    @Test
    void leaves_nothing_half_imported_and_is_ended_by_importing_again() throws Exception {
        var typed = new TypedCommands(folder);
        String log = Files.writeString(folder.resolve("audit.csv"), file()).toString();
        Random random = new Random(11);
        for (int round = 0; round < 3; round++) {
            Process process = start(log);
            awaitWork(process);
            process.waitFor(random.nextInt(round == 0 ? 100 : 700), TimeUnit.MILLISECONDS);
            process.toHandle().destroyForcibly();
            process.waitFor();

            assertThat(typed.run("evidence", "verify", "--json")).isEqualTo(ExitCode.DONE);
        }

        assertThat(typed.run("evidence", "import", log, "--json")).isIn(ExitCode.DONE, ExitCode.WRONG_USAGE);
        assertThat(left(typed.data())).noneMatch(name -> name.startsWith(".rows-"));
        typed.run("evidence", "list", "--json");
        List<JsonObject> exhibits = TypedCommands.rows(typed.document(), "exhibits");
        assertThat(exhibits).hasSize(1);
        String incident = exhibits.getFirst().get("incident").getAsString();
        typed.run("incident", "timeline", incident, "--json");
        assertThat(TypedCommands.rows(typed.document(), "entries").stream()
                        .filter(entry -> entry.get("source").getAsString().equals("imported audit log")))
                .hasSize(ROWS);
        assertThat(typed.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
    }

    /** Until it has begun to receive the file, or is done. */
    private void awaitWork(Process process) throws Exception {
        Path vault = folder.resolve("data").resolve("vault");
        int before = left(vault).size();
        while (process.isAlive() && left(vault).size() == before) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }

    private static List<String> left(Path in) throws IOException {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Process start(String log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:disable",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--data",
                        folder.resolve("data").toString(),
                        "evidence",
                        "import",
                        log)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
