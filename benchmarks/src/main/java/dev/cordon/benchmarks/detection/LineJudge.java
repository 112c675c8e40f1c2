package dev.cordon.benchmarks.detection;

import java.util.List;
import java.util.function.Function;

/**
 * Whatever judges the lines of one kind. It sees a file's lines at once, since a sign-in is judged beside the others of the same person, and it
 * never sees a label: {@link LabelledLine#json()} has none.
 */
@FunctionalInterface
public interface LineJudge {
    /** What a judge says of a line, in the words of {@code ./cordon judge}. */
    enum Verdict {
        MALICIOUS,
        REVIEW,
        BENIGN,
        UNREADABLE
    }

    /**
     * Judges the lines of one file.
     *
     * @param lines one JSON object each
     * @return one verdict for each line, in their order
     */
    List<Verdict> verdicts(List<String> lines);

    /** A judge that needs no more than the line itself. */
    static LineJudge ofEach(Function<String, Verdict> judge) {
        return lines -> lines.stream().map(judge).toList();
    }
}
