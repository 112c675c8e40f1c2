package dev.cordon.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Terminal;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.lines.JudgedLine;
import dev.cordon.investigation.lines.LineVerdict;
import dev.cordon.testing.TestingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgedLinesTest {
    private static JudgedLine line(long number, String what, boolean isRefused) {
        return new JudgedLine(
                number,
                what,
                LineVerdict.MALICIOUS,
                100,
                List.of(
                        new Reason("tool", "It was made by a tool.", Optional.of("T1078.004")),
                        new Reason("second", "Second reason of line " + number + ".", Optional.empty())),
                isRefused);
    }

    private static String shown(List<JudgedLine> judged) {
        var bytes = new ByteArrayOutputStream();
        var screen = new Screen(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                Terminal.none(),
                new TestingClock(Instant.parse("2026-03-02T08:00:00Z")));
        new JudgedLines(screen).show(judged, Optional.empty());
        return bytes.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    @Test
    void who_got_in_stands_above_all_those_who_did_not() {
        List<JudgedLine> judged = new ArrayList<>();
        for (int number = 1; number <= 40; number++) {
            judged.add(line(number, "sign-in of user " + number, true));
        }
        judged.add(line(41, "sign-in of eva", false));

        assertThat(shown(judged))
                .startsWith("AN ATTACKER'S, by all that the line shows: line 41: sign-in of eva, score 100"
                        + " It was made by a tool. Second reason of line 41. 40 sign-ins that did not get in: line 1:")
                .contains("and 30 more; --json names every one.", "41 malicious")
                .doesNotContain("Second reason of line 1.");
    }
}
