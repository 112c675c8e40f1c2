package dev.cordon.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.HostileStrings;
import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void nothing_hostile_is_left_to_act_or_to_hide() {
        for (String hostile : HostileStrings.all()) {
            String printed = Printable.line(hostile);
            assertThat(printed.codePoints().map(Character::getType).boxed().toList())
                    .as(printed)
                    .doesNotContain(
                            (int) Character.CONTROL,
                            (int) Character.FORMAT,
                            (int) Character.SURROGATE,
                            (int) Character.LINE_SEPARATOR,
                            (int) Character.PARAGRAPH_SEPARATOR);
            assertThat(printed).hasSizeLessThan(25_000);
        }
    }

    @Test
    void ordinary_text_in_any_script_stays_as_it_is() {
        for (String text : new String[] {
            "Invoices",
            "R\u00e9ponses d'\u00e9t\u00e9",
            "\u8acb\u6c42\u66f8",
            "\ud83d\udcce",
            "\u05d7\u05e9\u05d1\u05d5\u05e0\u05d9\u05ea"
        }) {
            assertThat(Printable.line(text)).isEqualTo(text);
        }
    }

    @Test
    void what_is_hidden_is_shown() {
        assertThat(Printable.name("\u001b[2Jad\u200bmin\u202e")).isEqualTo("\"\\u{1b}[2Jad\\u{200b}min\\u{202e}\"");
        assertThat(Printable.name("x".repeat(200))).endsWith("... (80 more characters)\"");
    }
}
