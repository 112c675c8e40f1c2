package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What attackers and honest people do, written for this test; each line says what it is ({@code expected}). */
class WrittenMaterialTest {
    @Test
    void inbox_rules_are_told_apart() throws IOException {
        judge(LineKind.INBOX_RULE, "inbox-rules");
    }

    @Test
    void sign_ins_are_told_apart() throws IOException {
        judge(LineKind.SIGN_IN, "sign-ins");
    }

    @Test
    void consents_are_told_apart() throws IOException {
        judge(LineKind.CONSENT, "consents");
    }

    private static void judge(LineKind kind, String name) throws IOException {
        String text = read(name);
        List<JudgedLine> judged = Lines.judge(kind, text);
        List<Boolean> expected =
                text.lines().map(WrittenMaterialTest::isMalicious).toList();
        double hostile = expected.stream().filter(is -> is).count();
        double found = 0;
        double wrong = 0;
        double review = 0;
        for (JudgedLine line : judged) {
            boolean is = expected.get((int) line.line() - 1);
            boolean said = line.verdict() == LineVerdict.MALICIOUS;
            found += is && said ? 1 : 0;
            wrong += !is && said ? 1 : 0;
            review += !is && line.verdict() == LineVerdict.REVIEW ? 1 : 0;
        }
        assertThat(judged).hasSameSizeAs(expected);
        assertThat(found / (found + wrong)).as("precision").isGreaterThanOrEqualTo(0.95);
        assertThat(found / hostile).as("recall").isGreaterThanOrEqualTo(0.90);
        assertThat(review / (expected.size() - hostile))
                .as("honest lines for review")
                .isLessThanOrEqualTo(0.10);
    }

    private static boolean isMalicious(String line) {
        JsonObject object = JsonParser.parseString(line).getAsJsonObject();
        return object.get("expected").getAsString().equals("malicious");
    }

    private static String read(String name) throws IOException {
        try (var stream = WrittenMaterialTest.class.getResourceAsStream("/lines/" + name + ".jsonl")) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not there");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
