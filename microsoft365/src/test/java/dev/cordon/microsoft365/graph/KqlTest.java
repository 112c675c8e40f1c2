package dev.cordon.microsoft365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class KqlTest {
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void a_query_is_put_together_from_conditions() {
        assertThat(Kql.of("EmailEvents", FROM, FROM.plusSeconds(1))
                        .whereAny(List.of("a@x", "b\"@x"), "SenderFromAddress", "SenderMailFromAddress")
                        .whereAny(List.of(), "Subject")
                        .newest(3)
                        .text())
                .isEqualTo("""
                        EmailEvents
                        | where Timestamp >= datetime(2026-03-01T00:00:00Z) and Timestamp <= datetime(2026-03-01T00:00:01Z)
                        | where SenderFromAddress in~ ("a@x", "b\\"@x") or SenderMailFromAddress in~ ("a@x", "b\\"@x")
                        | order by Timestamp desc
                        | take 3""");
    }

    /** Read as the language reads it, a literal is one line, ends at its last quote and is the text it was made of. */
    @Property(tries = 500)
    void no_text_leaves_its_literal(
            @ForAll
                    @Chars({'"', '\\', '\n', '\r', '\u2028', '\u0000', '|', '\'', 'n', 'u', '0'})
                    @CharRange(from = ' ', to = '\uffff')
                    String text) {
        String literal = Kql.literal(text);

        assertThat(literal.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029))
                .isFalse();
        assertThat(read(literal)).isEqualTo(text);
    }

    private static String read(String literal) {
        assertThat(literal).startsWith("\"");
        StringBuilder text = new StringBuilder();
        int at = 1;
        while (literal.charAt(at) != '"') {
            char c = literal.charAt(at++);
            if (c != '\\') {
                text.append(c);
            } else if (literal.charAt(at) == 'u') {
                text.append((char) Integer.parseInt(literal.substring(at + 1, at + 5), 16));
                at += 5;
            } else {
                text.append(literal.charAt(at++));
            }
        }
        assertThat(at).as("the end of the literal").isEqualTo(literal.length() - 1);
        return text.toString();
    }
}
