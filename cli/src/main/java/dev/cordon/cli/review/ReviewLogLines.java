package dev.cordon.cli.review;

import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Word;
import dev.cordon.response.ReviewLog;
import dev.cordon.response.ReviewLog.Frequency;
import dev.cordon.response.ReviewLog.Standing;
import dev.cordon.response.ReviewLog.Week;
import dev.cordon.response.WeekFigures.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The weekly log on the screen, and as CSV. All that stands in it is Cordon's own: numbers, weeks and names of sources. */
final class ReviewLogLines {
    private final Screen screen;

    ReviewLogLines(Screen screen) {
        this.screen = screen;
    }

    void show(ReviewLog log) {
        if (log.weeks().isEmpty()) {
            screen.line("No review was made yet: cordon review");
            return;
        }
        for (Week week : log.weeks()) {
            screen.paragraph(
                    Tone.PLAIN,
                    week.name() + "  " + week.told() + " told; "
                            + Arrays.stream(Figure.values())
                                    .map(figure -> words(figure) + " "
                                            + week.figures().of(figure).orElse("not read"))
                                    .collect(Collectors.joining(", "))
                            + (week.notRead().isEmpty()
                                    ? ""
                                    : "; not read whole: " + String.join(", ", week.notRead())));
        }
        screen.blank();
        log.quarters()
                .forEach(quarter -> screen.paragraph(
                        Tone.PLAIN,
                        quarter.name() + "  reviews in " + quarter.weeks() + " of " + quarter.ofWeeks() + " weeks, "
                                + quarter.told()
                                + " findings told"
                                + quarter.scoreFirst()
                                        .map(first -> ", Secure Score " + first + " to "
                                                + quarter.scoreLast().orElse(first))
                                        .orElse("")));
        screen.blank();
        screen.paragraph(
                Tone.QUIET,
                "Against what 200 people see in a year (small numbers: only what chance hardly brings is called more or fewer; BEC is not counted here):");
        log.expected().forEach(this::expected);
    }

    private void expected(Frequency each) {
        String what = "  " + each.what().replace('-', ' ') + ": ";
        String year = "expected " + each.low() + " to " + each.high() + " a year: ";
        switch (each.standing()) {
            case UNKNOWN ->
                screen.paragraph(Tone.CAUTION, what + year + "not known, for no review could look where it is seen");
            case FEWER, AS_EXPECTED, MORE ->
                screen.paragraph(
                        each.standing() == Standing.AS_EXPECTED ? Tone.PLAIN : Tone.CAUTION,
                        what + each.seen() + " in " + Math.round(each.share() * 365) + " days; " + year
                                + Word.of(each.standing()).replace('-', ' '));
        }
    }

    private static String words(Figure figure) {
        return Word.of(figure).replace('-', ' ');
    }

    /** A line of names, then one for each week; what was not read is empty. */
    static String csv(ReviewLog log) {
        List<String> lines = new ArrayList<>();
        lines.add("week,at,"
                + Arrays.stream(Figure.values()).map(Figure::key).collect(Collectors.joining(","))
                + ",told,notRead");
        log.weeks()
                .forEach(week -> lines.add(week.name() + "," + week.at() + ","
                        + Arrays.stream(Figure.values())
                                .map(figure -> week.figures().of(figure).orElse(""))
                                .collect(Collectors.joining(","))
                        + "," + week.told() + "," + String.join(" ", week.notRead())));
        return String.join("\r\n", lines) + "\r\n";
    }
}
