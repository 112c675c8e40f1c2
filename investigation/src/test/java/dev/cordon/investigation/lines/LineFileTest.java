package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineFileTest {
    private static final String HARMLESS =
            "{\"displayName\":\"Tickets\",\"conditions\":{\"subjectContains\":[\"[Ticket\"]},\"actions\":{\"stopProcessingRules\":true}}";

    @Test
    void each_line_gets_a_verdict_and_blank_ones_only_count() {
        var judged = Lines.judge(LineKind.INBOX_RULE, "\ufeff" + HARMLESS + "\r\n\r\n  \nno JSON\n" + HARMLESS);

        assertThat(judged).extracting(JudgedLine::line).containsExactly(1L, 4L, 5L);
        assertThat(judged)
                .extracting(JudgedLine::verdict)
                .containsExactly(LineVerdict.BENIGN, LineVerdict.UNREADABLE, LineVerdict.BENIGN);
    }

    @Test
    void a_line_separator_in_a_text_breaks_no_line() {
        String named = HARMLESS.replace("Tickets", "Tic\u2028kets\u0085");

        assertThat(Lines.judge(LineKind.INBOX_RULE, named + "\n" + HARMLESS))
                .extracting(JudgedLine::line)
                .containsExactly(1L, 2L);
    }

    @Test
    void what_cannot_be_read_is_told_with_its_reason_and_stops_nothing() {
        String deep = "{\"actions\":" + "[".repeat(80) + "]".repeat(80) + "}";
        String lines = String.join(
                "\n",
                "{\"displayName\":\"a\"",
                "{\"actions\":{},\"actions\":{\"delete\":true}}",
                deep,
                "{\"actions\":{\"delete\":\"yes\"}}",
                "{\"actions\":{\"moveToFolder\":7}}",
                "{\"displayName\":\"a\"}",
                "{\"actions\":{},\"conditions\":{\"subjectContains\":\"invoice\"}}",
                "{\"actions\":{},\"conditions\":{\"withinSizeRange\":{\"minimumSize\":1e999999999}}}",
                "[" + HARMLESS + "]",
                HARMLESS + HARMLESS,
                "{\"displayName\":\"" + "x".repeat(LineBytes.LONGEST) + "\",\"actions\":{}}",
                HARMLESS);

        var judged = Lines.judge(LineKind.INBOX_RULE, lines);

        assertThat(judged.subList(0, 11)).extracting(JudgedLine::verdict).containsOnly(LineVerdict.UNREADABLE);
        assertThat(judged.subList(0, 11))
                .extracting(line -> line.reasons().getFirst().text())
                .containsExactly(
                        "Its JSON ends in the middle.",
                        "It has the name “actions” twice: which one is meant nobody can say.",
                        "Its JSON is nested deeper than 64 levels.",
                        "Its “actions.delete” is neither true nor false.",
                        "Its “actions.moveToFolder” is no text.",
                        "It has no actions: what the rule does is not known.",
                        "Its “conditions.subjectContains” is no list.",
                        "Its “conditions.withinSizeRange.minimumSize” is a number beyond all measure.",
                        "It is no JSON object.",
                        "Something follows the end of its JSON object.",
                        "It is longer than 1048576 bytes.");
        assertThat(judged.get(11).verdict()).isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void bytes_that_are_no_text_are_unreadable() {
        byte[] bytes = (HARMLESS + "\n{\"displayName\":\"?\",\"actions\":{}}").getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xff;

        assertThat(Lines.judge(LineKind.INBOX_RULE, bytes))
                .extracting(JudgedLine::verdict)
                .containsExactly(LineVerdict.BENIGN, LineVerdict.UNREADABLE);
    }

    @Test
    void what_is_no_such_file_at_all_is_refused() {
        for (String text : List.of(
                "name,value\n1,2\n",
                "\u0089PNG\n\u001a\n",
                "{\n  \"value\": [\n    {\"actions\": {}\n  }\n]}\n",
                "{\"createdDateTime\":\"2026-01-01T00:00:00Z\",\"ipAddress\":\"203.0.113.9\",\"status\":{\"errorCode\":0}}\n")) {
            assertThatThrownBy(() -> Lines.judge(LineKind.INBOX_RULE, text))
                    .as(text)
                    .isInstanceOf(NoLineFileException.class);
        }
    }

    @Test
    void an_empty_file_has_no_verdicts() {
        assertThat(Lines.judge(LineKind.CONSENT, "\n\n")).isEmpty();
    }

    @Test
    void sign_ins_and_consents_say_what_they_lack() {
        assertThat(Lines.judge(LineKind.SIGN_IN, """
                        {"userId":"u","createdDateTime":"2026-01-01T00:00:00Z"}
                        {"userId":"u","createdDateTime":"2026-01-01T00:00:00","status":{"errorCode":0}}
                        {"createdDateTime":"2026-01-01T00:00:00Z","status":{"errorCode":0}}
                        {"userId":"u","createdDateTime":"2026-01-01T00:00:00Z","status":{"errorCode":0}}
                        """))
                .extracting(line -> line.reasons().getFirst().text())
                .containsExactly(
                        "It has no status: whether it succeeded is not known.",
                        "Its “createdDateTime” is no time with its zone.",
                        "It does not say who signed in.",
                        "Nothing speaks against it, but the file has too little of the user to compare it with.");
        assertThat(Lines.consent("{\"clientId\":\"c\"}").verdict()).isEqualTo(LineVerdict.UNREADABLE);
    }

    @Test
    void a_time_that_no_calendar_holds_makes_its_line_unreadable_and_stops_nothing() {
        assertThat(Lines.judge(LineKind.SIGN_IN, """
                        {"userId":"u","createdDateTime":"-999999999-01-01T00:00:00+18:00","status":{"errorCode":0}}
                        {"userId":"u","createdDateTime":"+999999999-12-31T23:59:59-18:00","status":{"errorCode":0}}
                        {"userId":"u","createdDateTime":"2026-01-01T00:00:00Z","status":{"errorCode":0}}
                        """))
                .extracting(JudgedLine::verdict)
                .containsExactly(LineVerdict.UNREADABLE, LineVerdict.UNREADABLE, LineVerdict.BENIGN);
    }

    @Test
    void a_sign_in_that_comes_twice_counts_once() {
        String row =
                "{\"id\":\"%s\",\"userId\":\"u\",\"createdDateTime\":\"2026-01-%02dT09:00:00Z\",\"ipAddress\":\"%s\",\"userAgent\":\"Firefox\",\"status\":{\"errorCode\":%d}}";
        List<String> once = new ArrayList<>();
        for (int day = 1; day <= 9; day++) {
            once.add(row.formatted("usual" + day, day, "203.0.113.9", 0));
        }
        once.add(row.formatted("prompt1", 10, "198.51.100.7", 500121));
        once.add(row.formatted("prompt2", 11, "198.51.100.7", 500121));
        List<String> twice = new ArrayList<>(once);
        twice.addAll(once);
        List<String> more = new ArrayList<>(once);
        more.add(row.formatted("prompt3", 12, "198.51.100.7", 500121));

        List<JudgedLine> single = judged(once);
        assertThat(Lines.signals(single.getLast())).doesNotContain("prompts-pushed");
        assertThat(judged(twice).subList(0, 11)).isEqualTo(single);
        assertThat(judged(twice).subList(11, 22))
                .extracting(JudgedLine::reasons)
                .isEqualTo(single.stream().map(JudgedLine::reasons).toList());
        assertThat(judged(twice).getLast().line()).isEqualTo(22);
        assertThat(Lines.signals(judged(more).getLast())).contains("prompts-pushed");
    }

    private static List<JudgedLine> judged(List<String> signIns) {
        return Lines.judge(LineKind.SIGN_IN, String.join("\n", signIns));
    }

    @Test
    void a_list_as_the_portal_downloads_it_is_refused_with_what_takes_it_apart() {
        for (String text : List.of("[{\"isEnabled\":true}]", "[\n {\n  \"isEnabled\": true\n }\n]\n")) {
            assertThatThrownBy(() -> Lines.judge(LineKind.INBOX_RULE, text))
                    .as(text)
                    .isInstanceOf(NoLineFileException.class)
                    .hasMessageContaining("jq -c '.[]'");
        }
        assertThatThrownBy(() -> Lines.judge(LineKind.SIGN_IN, "Date (UTC),Request ID\n2026-03-01,1\n"))
                .isInstanceOf(NoLineFileException.class)
                .hasMessageContaining("download JSON");
    }
}
