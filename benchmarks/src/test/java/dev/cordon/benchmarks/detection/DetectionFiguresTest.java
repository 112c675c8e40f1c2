package dev.cordon.benchmarks.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cordon.benchmarks.detection.DetectionFigures.Style;
import dev.cordon.benchmarks.detection.LabelledLine.Half;
import dev.cordon.benchmarks.detection.LineJudge.Verdict;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DetectionFiguresTest {
    /** Says what the line itself tells it to say. */
    private static final LineJudge TOLD = LineJudge.ofEach(line ->
            Verdict.valueOf(line.replaceAll(".*\"say\":\"([a-z]+)\".*", "$1").toUpperCase(Locale.ROOT)));

    @Test
    void counts_what_was_found_missed_accused_and_sent_to_review() {
        DetectionFigures figures = figures(
                line("malicious", "malicious", "hiding"),
                line("malicious", "malicious", "hiding"),
                line("review", "malicious", "hiding"),
                line("benign", "malicious", "hiding"),
                line("malicious", "benign", "filing"),
                line("review", "benign", "filing"),
                line("benign", "benign", "filing"),
                line("benign", "benign", "filing"));

        assertThat(figures.precision()).isEqualTo(new Share(2, 3));
        assertThat(figures.recall()).isEqualTo(new Share(2, 4));
        assertThat(figures.noticed()).isEqualTo(new Share(3, 4));
        assertThat(figures.benignToReview()).isEqualTo(new Share(1, 4));
        assertThat(figures.styles())
                .containsExactly(
                        new Style("filing", new Share(0, 0), new Share(1, 4), List.of(), List.of(5)),
                        new Style("hiding", new Share(1, 4), new Share(0, 0), List.of(4), List.of()));
    }

    @Test
    void a_failed_try_counts_neither_for_nor_against() {
        DetectionFigures figures = figures(
                line("malicious", "attempt", "spray"),
                line("benign", "attempt", "spray"),
                line("malicious", "malicious", "spray"));

        assertThat(figures.precision()).isEqualTo(new Share(1, 1));
        assertThat(figures.recall()).isEqualTo(new Share(1, 1));
        assertThat(figures.styles()).isEmpty();
    }

    @Test
    void what_could_not_be_read_was_not_found() {
        DetectionFigures figures =
                figures(line("unreadable", "malicious", "hiding"), line("unreadable", "benign", "filing"));

        assertThat(figures.recall()).isEqualTo(new Share(0, 1));
        assertThat(figures.unreadable()).isEqualTo(new Share(2, 2));
        assertThat(figures.precision()).hasToString("no such lines");
        assertThat(figures.styles()).extracting(Style::name).containsExactly("hiding");
    }

    @Test
    void without_lines_every_figure_says_so() {
        DetectionFigures figures = figures();

        assertThat(List.of(
                        figures.precision(),
                        figures.recall(),
                        figures.noticed(),
                        figures.benignToReview(),
                        figures.unreadable()))
                .allSatisfy(share -> assertThat(share).hasToString("no such lines"));
    }

    @Test
    void only_the_half_asked_for_is_counted_and_the_judge_sees_both() {
        List<LabelledLine> file = LabelledLine.read(List.of(
                line("benign", "malicious", "slow"),
                line("malicious", "malicious", "quick").replace("test", "tuning")));

        assertThat(DetectionFigures.of(TOLD, file, Half.TUNING).recall()).isEqualTo(new Share(1, 1));
        assertThat(DetectionFigures.of(TOLD, file, Half.TEST).recall()).isEqualTo(new Share(0, 1));
    }

    @Test
    void the_judge_does_not_see_what_the_line_is() {
        LabelledLine read = LabelledLine.read(List.of(line("benign", "malicious", "hiding")))
                .getFirst();

        assertThat(read.json()).isEqualTo("{\"say\":\"benign\"}");
    }

    @Test
    void a_verdict_for_each_line_or_none_at_all() {
        List<LabelledLine> file = LabelledLine.read(List.of(line("benign", "benign", "filing")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DetectionFigures.of(_ -> List.of(), file, Half.TEST))
                .withMessage("0 verdicts for 1 lines");
    }

    @Test
    void a_line_that_is_not_labelled_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledLine.read(List.of(line("benign", "benign", "filing"), "{}")))
                .withMessageStartingWith("Line 2 ");
    }

    private static DetectionFigures figures(String... lines) {
        return DetectionFigures.of(TOLD, LabelledLine.read(List.of(lines)), Half.TEST);
    }

    private static String line(String say, String label, String style) {
        return "{\"say\":\"%s\",\"label\":\"%s\",\"style\":\"%s\",\"half\":\"test\"}".formatted(say, label, style);
    }
}
