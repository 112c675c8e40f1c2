package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that was named: what reads does not make it, and what is to be copied names it. */
class NamedFolderTest {
    private static final String INCIDENT = "INC-20260302-K7QF";
    private static final List<List<String>> GOING_ON = List.of(
            List.of("incident", "list"),
            List.of("incident", "show", INCIDENT),
            List.of("incident", "timeline", INCIDENT),
            List.of("incident", "note", INCIDENT, "text"),
            List.of("incident", "decide", INCIDENT, "item", "keep"),
            List.of("incident", "resume", INCIDENT),
            List.of("incident", "restore", INCIDENT, "--yes"),
            List.of("incident", "close", INCIDENT),
            List.of("undo", INCIDENT),
            List.of("report", INCIDENT),
            List.of("evidence", "list"),
            List.of("evidence", "verify"),
            List.of("tenant", "list"),
            List.of("tenant", "check"),
            List.of("watch", "--once"),
            List.of("watch"));

    @TempDir
    private Path folder;

    @Test
    void what_goes_on_with_something_refuses_a_folder_without_it_and_makes_none() throws IOException {
        var cordon = new TypedCommands(folder);
        for (List<String> typed : GOING_ON) {
            assertThat(cordon.run(typed.toArray(String[]::new))).as("%s", typed).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(cordon.err().replaceAll("\\s+", " "))
                    .as("%s", typed)
                    .contains("There is no Cordon data folder at " + cordon.data(), "--data");
            assertThat(cordon.data()).doesNotExist();
        }
        Files.createDirectory(cordon.data());
        assertThat(cordon.run("evidence", "verify", "--json")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.data()).isEmptyDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_platforms_own_folder_is_empty_and_sensible_on_the_first_day() {
        Map<String, String> environment = Map.of("XDG_DATA_HOME", folder.toString(), "HOME", folder.toString());
        for (List<String> typed :
                List.of(List.of("incident", "list"), List.of("evidence", "verify"), List.of("tenant", "list"))) {
            var streams = new Streams(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    () -> "",
                    "",
                    environment,
                    InstantSource.system());
            assertThat(Main.door(streams).run(typed.toArray(String[]::new)))
                    .as("%s", typed)
                    .isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void a_command_that_is_shown_names_the_folder_as_one_word_for_a_shell() {
        var cordon = new TypedCommands(folder.resolve("Anna's data"));
        cordon.run("respond", "compromised-account", "nobody", "--plan");

        assertThat(cordon.run("tenant", "list")).isEqualTo(ExitCode.DONE);

        assertThat(cordon.out().replaceAll("\\s+", " "))
                .contains("See: cordon --data '" + cordon.data().toString().replace("'", "'\\''")
                        + "' tenant add --help");
    }

    @Test
    void a_watch_says_what_it_watches_and_a_line_for_its_look() throws InterruptedException {
        var cordon = new TypedCommands(folder);
        cordon.run("respond", "compromised-account", "nobody", "--plan");
        var ended = new AtomicReference<ExitCode>();
        Thread watching = Thread.ofPlatform().start(() -> ended.set(cordon.run("watch")));
        for (int tenths = 0; tenths < 600 && !cordon.out().contains("nothing is due"); tenths++) {
            watching.join(100);
        }
        watching.interrupt();
        watching.join();

        assertThat(cordon.out().replaceAll("\\s+", " "))
                .startsWith("Watching; no incident has a re-check scheduled. A look every 60 seconds")
                .containsPattern("[0-9]Z nothing is due; nothing is scheduled\\.");
        assertThat(ended.get()).isEqualTo(ExitCode.INTERRUPTED);
    }
}
