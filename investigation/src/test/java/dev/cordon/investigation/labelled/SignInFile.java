package dev.cordon.investigation.labelled;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sign-ins of everybody, in the order of time: the same bytes on every machine. */
final class SignInFile {
    private SignInFile() {}

    /** The whole file; every line ends with a line feed. */
    static String text() {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (SignInStory story : SignInStory.values()) {
            for (int person = 0; person < story.people; person++) {
                lines.addAll(linesOf(story, number++));
            }
        }
        lines.sort(comparing(Line::at).thenComparing(Line::text));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    private static List<Line> linesOf(SignInStory story, int number) {
        Diary diary = new Diary(Person.of(number));
        story.writeInto(diary);
        return diary.rows().stream()
                .map(row -> new Line(row.at(), row.line(story.style(), story.half.word())))
                .toList();
    }

    private record Line(Instant at, String text) {}
}
