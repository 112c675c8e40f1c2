package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts {@link AppendingProcess}, and kills it as {@code kill -9} does. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    ChildProcess(Path dataFolder, String work) throws IOException {
        this(dataFolder, work, Map.of());
    }

    ChildProcess(Path dataFolder, String work, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        dataFolder.toString(),
                        work)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        process = builder.start();
        output = process.inputReader();
    }

    @Nullable
    String line() throws IOException {
        return output.readLine();
    }

    /** Kills it and returns what it had still said. */
    List<String> kill() throws IOException, InterruptedException {
        // Through its handle: the process object would close its output, and lose what it had still said.
        assertThat(process.toHandle().destroyForcibly()).isTrue();
        List<String> rest = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            rest.add(line);
        }
        process.waitFor();
        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
