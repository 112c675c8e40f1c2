package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.cli.command.Arguments;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.GlobalOptions;
import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.command.Streams;
import dev.cordon.testing.TestingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class CommandLineDoorTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final TestingCommand show = new TestingCommand();

    @Test
    void global_options_stand_before_or_after_the_command() {
        var expected = new GlobalOptions(Optional.of(Path.of("d")), Optional.of("contoso"), true, true);
        for (String typed : List.of(
                "--json --yes --data d --tenant contoso incident show 7",
                "incident show 7 --json --yes --data d --tenant contoso",
                "--data=d incident --yes show --json --tenant=contoso 7")) {
            assertThat(run(typed)).isEqualTo(ExitCode.DONE);
            assertThat(show.options.removeLast()).isEqualTo(expected);
        }
    }

    @Test
    void the_environment_names_the_data_folder_unless_an_option_does() {
        run("incident show 7");
        assertThat(show.options.removeLast().data()).contains(Path.of("from-environment"));
        run("--data a incident show 7 --data b");
        assertThat(show.options.removeLast().data()).contains(Path.of("b"));
    }

    @Test
    void with_json_stdout_takes_the_document_and_nothing_else() {
        run("incident show 7 --json");
        assertThat(JsonParser.parseString(out())).isEqualTo(JsonParser.parseString("{\"id\": \"7\"}"));
        assertThat(err()).isEqualTo("looking at 7\n");
    }

    @Test
    void wrong_usage_is_one_paragraph_and_exit_2() {
        for (String typed : List.of(
                "incident show", "incident show 7 8", "incident shwo 7", "incident", "inciden", "--nothing", "")) {
            err.reset();
            assertThat(run(typed)).as(typed).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(err()).as(typed).isNotBlank().doesNotContain("Exception");
        }
        err.reset();
        run("incident show --jsn 7");
        assertThat(err())
                .contains("--jsn")
                .contains("cordon incident show --help")
                .hasLineCount(1);
    }

    @Test
    void an_interrupted_run_with_json_writes_one_document_all_the_same() {
        show.cutOff = true;
        assertThat(run("incident show 7 --json")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(JsonParser.parseString(out())
                        .getAsJsonObject()
                        .getAsJsonObject("error")
                        .get("exitCode")
                        .getAsInt())
                .isEqualTo(130);
        out.reset();
        assertThat(run("incident show 7")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(out()).doesNotContain("{");
    }

    @Test
    void a_refusal_is_told_and_keeps_its_exit_code() {
        show.ending = new Refusal(ExitCode.NOT_POSSIBLE, "Microsoft answered 403. Ask for the role.");
        assertThat(run("incident show 7 --json")).isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(err()).contains("Microsoft answered 403. Ask for the role.");
        assertThat(out()).contains("\"exitCode\": 3").contains("Ask for the role");
    }

    @Test
    void what_nobody_expected_is_our_fault() {
        show.ending = new IllegalStateException("\u001b[2Jhm");
        assertThat(run("incident show 7")).isEqualTo(ExitCode.OUR_FAULT);
        assertThat(err()).contains("Cordon's fault").contains("\\u{1b}[2Jhm");
    }

    @Test
    void what_ends_a_program_without_a_word_is_told_and_never_looks_like_a_finished_command() {
        show.breaking = new OutOfMemoryError("Java heap space");
        assertThat(run("incident show 7 --json")).isEqualTo(ExitCode.OUR_FAULT);
        assertThat(err()).contains("not enough memory", "has not finished");
        assertThat(JsonParser.parseString(out())
                        .getAsJsonObject()
                        .getAsJsonObject("error")
                        .get("exitCode")
                        .getAsInt())
                .isEqualTo(70);
        show.breaking = new StackOverflowError();
        assertThat(run("incident show 7")).isEqualTo(ExitCode.OUR_FAULT);
        assertThat(err()).contains("Cordon's fault");
    }

    @Test
    void help_is_there_for_the_program_the_group_and_the_command() {
        assertThat(run("--help")).isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("incident").contains("--data").contains("--tenant");
        out.reset();
        assertThat(run("incident --help")).isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("show");
        out.reset();
        assertThat(run("incident show --help")).isEqualTo(ExitCode.DONE);
        assertThat(out()).contains("Usage: cordon incident show").contains("ID");
        out.reset();
        assertThat(run("--version")).isEqualTo(ExitCode.DONE);
        assertThat(out()).isEqualTo("Cordon 1.2.3\n");
    }

    @Test
    void what_may_be_left_out_stands_in_brackets_and_what_must_be_there_does_not() {
        assertThat(usage(Arguments.optionalParameter(0, "PATH", "An export.")))
                .startsWith("Usage: <main class> [PATH]");
        assertThat(usage(Arguments.parameter(0, "FILE", "A file."))).startsWith("Usage: <main class> FILE");
    }

    private static String usage(PositionalParamSpec parameter) {
        return new CommandLine(CommandSpec.create().addPositional(parameter)).getUsageMessage(Ansi.OFF);
    }

    @Test
    void the_exit_codes_are_the_promised_ones() {
        assertThat(java.util.Arrays.stream(ExitCode.values()).map(ExitCode::number))
                .containsExactly(0, 1, 2, 3, 4, 5, 70, 130);
    }

    private ExitCode run(String typed) {
        var streams = new Streams(
                stream(out), stream(err), () -> "", "", Map.of("CORDON_DATA", "from-environment"), new TestingClock());
        var door = new CommandLineDoor(List.of(show), "1.2.3", streams, unexpected -> Optional.empty());
        return door.run(typed.isEmpty() ? new String[0] : typed.split(" "));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static final class TestingCommand implements Command {
        private final List<GlobalOptions> options = new ArrayList<>();
        private @Nullable RuntimeException ending;
        private @Nullable Error breaking;
        private boolean cutOff;

        @Override
        public String words() {
            return "incident show";
        }

        @Override
        public CommandSpec specification() {
            var specification = CommandSpec.wrapWithoutInspection(this);
            return specification.addPositional(PositionalParamSpec.builder()
                    .paramLabel("ID")
                    .type(String.class)
                    .required(true)
                    .index("0")
                    .build());
        }

        @Override
        public ExitCode run(Invocation invocation) {
            options.add(invocation.options());
            if (ending != null) {
                throw ending;
            }
            if (breaking != null) {
                throw breaking;
            }
            String id = invocation.arguments().matchedPositionalValue(0, "");
            invocation.screen().line("looking at " + id);
            if (cutOff) {
                return ExitCode.INTERRUPTED;
            }
            if (invocation.options().json()) {
                var document = new JsonObject();
                document.addProperty("id", id);
                invocation.write(document);
            }
            return ExitCode.DONE;
        }
    }
}
