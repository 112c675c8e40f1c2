package dev.cordon.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CopiedCommandsTest {
    private static final List<String> WORDS = List.of("incident", "watch");

    private static String in(String data, String text) {
        return CopiedCommands.to(data, WORDS).in(text);
    }

    @Test
    void a_command_of_ours_names_the_folder_and_nothing_else_changes() {
        assertThat(in("/srv/x", "Then go on: cordon incident resume ID"))
                .isEqualTo("Then go on: cordon --data /srv/x incident resume ID");
        assertThat(in("/srv/x", "'cordon incident list' or 'cordon watch'"))
                .isEqualTo("'cordon --data /srv/x incident list' or 'cordon --data /srv/x watch'");
        for (String other : List.of(
                "cordon --data y incident show",
                "/opt/cordon/cordon watch --once",
                "cordon.log",
                "cordon incidents",
                "the cordon holds")) {
            assertThat(in("/srv/x", other)).isEqualTo(other);
        }
    }

    @Test
    void a_folder_is_one_word_for_a_shell_whatever_it_is_called() {
        assertThat(CopiedCommands.quoted("/srv/Anna's $(data)")).isEqualTo("'/srv/Anna'\\''s $(data)'");
        assertThat(CopiedCommands.quoted("~x")).isEqualTo("'~x'");
        assertThat(CopiedCommands.quoted("C:\\Users\\Anna Berg")).isEqualTo("\"C:\\Users\\Anna Berg\"");
        assertThat(in("/a $1 \\b", "cordon watch")).isEqualTo("cordon --data '/a $1 \\b' watch");
    }
}
