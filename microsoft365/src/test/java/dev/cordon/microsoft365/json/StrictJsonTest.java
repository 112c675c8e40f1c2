package dev.cordon.microsoft365.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static final String WHOLE =
            "{\"value\":[{\"id\":\"1\",\"n\":15394007230974001153,\"flag\":true,\"none\":null,\"text\":\"\\u00e9\\n\"}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"a\":1}x",
                "{\"a\":1}{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":01}",
                "{\"a\":1;\"b\":2}",
                "{\"a\":1,}",
                "[1,,2]",
                "{\"a\":\"line\nbreak\"}",
                "<html>403</html>",
                "\u0000\u0000\u0000",
                "{\"a\":\"\u0000\"}",
                "TRUE",
                "// {}",
                ")]}'\n{}"
            })
    void refuses_what_is_not_exactly_json(String document) {
        assertThatExceptionOfType(UnreadableJson.class).isThrownBy(() -> StrictJson.parse(bytes(document)));
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        assertThatExceptionOfType(UnreadableJson.class)
                .isThrownBy(() -> StrictJson.parse(new byte[] {'"', (byte) 0xC3, '"'}));
    }

    @Test
    void refuses_to_follow_an_endless_nesting() {
        assertThatExceptionOfType(UnreadableJson.class).isThrownBy(() -> StrictJson.parse(bytes("[".repeat(100_000))));
    }

    @Test
    void numbers_keep_their_digits() {
        JsonItem item = StrictJson.object(bytes("{\"n\":15394007230974001153,\"d\":1.10}"));

        assertThat(item.findScalar("n")).contains("15394007230974001153");
        assertThat(item.object().toString()).isEqualTo("{\"n\":15394007230974001153,\"d\":1.10}");
    }

    /** However an answer is cut, it is refused. */
    @Property
    void refuses_every_beginning_of_a_document(@ForAll @IntRange(max = 90) int length) {
        String beginning = WHOLE.substring(0, Math.min(length, WHOLE.length() - 1));

        assertThatExceptionOfType(UnreadableJson.class).isThrownBy(() -> StrictJson.parse(bytes(beginning)));
    }

    @Property
    void every_text_comes_back_as_it_was(@ForAll String text) {
        String document = new JsonPrimitive(text.replaceAll("[\\ud800-\\udfff]", "")).toString();

        assertThat(StrictJson.parse(bytes(document)).getAsString()).isEqualTo(text.replaceAll("[\\ud800-\\udfff]", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "flag", "number", "list", "time", "texts"})
    void refuses_a_member_of_another_type(String asked) {
        JsonItem item = StrictJson.object(bytes("{\"x\":{\"y\":1}}"));

        assertThatExceptionOfType(UnreadableJson.class)
                .isThrownBy(() -> {
                    switch (asked) {
                        case "text" -> item.find("x");
                        case "flag" -> item.findFlag("x");
                        case "number" -> item.findInteger("x");
                        case "list" -> item.items("x");
                        case "time" -> item.findInstant("x");
                        default -> item.texts("x");
                    }
                })
                .withMessageContaining("x");
    }

    @Test
    void null_and_absent_are_the_same_and_the_year_one_is_never() {
        JsonItem item = StrictJson.object(
                bytes("{\"a\":null,\"t\":\"0001-01-01T00:00:00Z\",\"u\":\"2026-03-02T09:00:00+01:00\"}"));

        assertThat(item.find("a")).isEmpty().isEqualTo(item.find("b"));
        assertThat(item.findInstant("t")).isEmpty();
        assertThat(item.findInstant("u")).contains(Instant.parse("2026-03-02T08:00:00Z"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
