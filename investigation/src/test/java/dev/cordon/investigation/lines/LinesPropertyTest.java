package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.Elsewhere;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinesPropertyTest {
    @Property(tries = 200)
    void any_bytes_are_answered_or_refused(@ForAll byte[] bytes, @ForAll LineKind kind) {
        byte[] begun = ("{\"actions\":{},\"scope\":\"\",\"ipAddress\":\"\"}\n"
                        + new String(bytes, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Lines.judge(kind, begun)).isNotEmpty();
    }

    @Property(tries = 200)
    void any_name_word_and_folder_is_judged(@ForAll("texts") String name, @ForAll("texts") String word) {
        JudgedLine judged = Lines.judge(
                        LineKind.INBOX_RULE,
                        "{\"displayName\":" + quoted(name) + ",\"folders\":{\"f\":" + quoted(word)
                                + "},\"conditions\":{\"senderContains\":[" + quoted(word)
                                + "]},\"actions\":{\"moveToFolder\":\"f\","
                                + "\"forwardTo\":[{\"emailAddress\":{\"address\":" + quoted(word) + "}}]}}")
                .getFirst();

        assertThat(judged.verdict()).isNotEqualTo(LineVerdict.UNREADABLE);
        judged.reasons().forEach(reason -> assertThat(reason.text().chars()).noneMatch(Character::isISOControl));
    }

    @Property(tries = 9)
    void no_verdict_depends_on_order_zone_or_locale(@ForAll("seeds") long seed, @ForAll LineKind kind)
            throws IOException {
        List<String> rows = new ArrayList<>(rows(kind));
        Map<String, LineVerdict> before = verdicts(kind, rows);
        Collections.shuffle(rows, new Random(seed));

        assertThat(Elsewhere.judged(() -> verdicts(kind, rows))).isEqualTo(before);
    }

    private static Map<String, LineVerdict> verdicts(LineKind kind, List<String> rows) {
        Map<String, LineVerdict> verdicts = new HashMap<>();
        Lines.judge(kind, String.join("\n", rows))
                .forEach(line -> verdicts.put(rows.get((int) line.line() - 1), line.verdict()));
        return verdicts;
    }

    private static List<String> rows(LineKind kind) throws IOException {
        String name = "/lines/" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "s.jsonl";
        try (var stream = LinesPropertyTest.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not there");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static String quoted(String text) {
        return new com.google.gson.JsonPrimitive(text).toString();
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(30);
    }
}
