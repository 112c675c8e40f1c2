package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options with which the launch scripts start the program. */
class LaunchOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void both_scripts_start_the_program_alike() throws IOException {
        assertThat(options(Path.of("..", "cordon.cmd"), "\"JVM_OPTIONS=([^\"]+)\""))
                .containsExactlyElementsOf(forTheShell());
    }

    @Test
    void both_scripts_limit_the_heap_of_the_same_commands_alike() throws IOException {
        String shell = Files.readString(Path.of("..", "cordon"), StandardCharsets.UTF_8);
        String windows = Files.readString(Path.of("..", "cordon.cmd"), StandardCharsets.UTF_8);
        var limited = Pattern.compile("(?m)^case .* in (.+)\\) JVM_OPTIONS=\"\\$JVM_OPTIONS (-Xmx\\w+)\" ;; esac$")
                .matcher(shell);

        assertThat(limited.find()).isTrue();
        assertThat(texts(limited.group(1), "\\*\" ([a-z ]+) \"\\*"))
                .containsExactlyInAnyOrder("incident collect", "incident attack", "watch", "report");
        assertThat(texts(
                        windows,
                        "(?m)^(?:for %%A in \\(([a-z ]+)\\) do )?if .* set \"HEAP=" + limited.group(2) + "\"\\r?$"))
                .hasSize(3);
        assertThat(texts(windows, "(?m)^for %%A in \\(([a-z ]+)\\) do if \"%~1\"==\"%%A\" set \"HEAP="))
                .containsExactly("watch report", "review");
        assertThat(texts(windows, "(?m)^if \"%BEFORE% %~1\"==\"([a-z ]+)\" set \"HEAP="))
                .containsExactly("incident collect", "incident attack");
        assertThat(shell).contains("case \" $* \" in *\" review \"*) JVM_OPTIONS=\"$JVM_OPTIONS -Xmx1g\" ;; esac");
        assertThat(texts(windows, "(?m)^for %%A in \\((\\w+)\\) do if .* set \"HEAP=-Xmx1g\"\\r?$"))
                .containsExactly("review");
        assertThat(windows).contains("if defined HEAP set \"JVM_OPTIONS=%JVM_OPTIONS% %HEAP%\"");
    }

    private static List<String> texts(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> String.valueOf(found.group(1)))
                .toList();
    }

    @Test
    void no_library_says_a_word_on_the_persons_screen() throws Exception {
        new TypedCommands(folder).run("respond", "compromised-account", "nobody", "--plan"); // makes the data folder
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(forTheShell());
        command.addAll(List.of(
                "-cp",
                classPath(),
                Main.class.getName(),
                "--data",
                folder.resolve("data").toString()));
        command.addAll(List.of("incident", "list"));
        File err = folder.resolve("err").toFile();
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(err)
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(folder.resolve("out"))).isEqualTo("No incident yet." + System.lineSeparator());
        assertThat(Files.readString(err.toPath())).isEmpty();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static List<String> forTheShell() throws IOException {
        return options(Path.of("launch", "product.sh"), "JVM_OPTIONS=\"([^\"]+)\"");
    }

    private static List<String> options(Path script, String written) throws IOException {
        var found = Pattern.compile(written).matcher(Files.readString(script, StandardCharsets.UTF_8));
        assertThat(found.find()).as(script.toString()).isTrue();
        return List.of(found.group(1).strip().split("\\s+"));
    }
}
