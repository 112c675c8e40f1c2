package dev.cordon.investigation.lines;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Reason;
import java.util.List;
import java.util.Optional;

/**
 * A line with what is said of it.
 *
 * @param line its number in the file, from 1; blank lines are counted and not judged
 * @param what what it is about in a few words, quoted from the line: untrusted text, escaped wherever it is shown; empty text where nothing could
 *     be read
 * @param verdict the verdict
 * @param score 0 to 100; 0 for what could not be read
 * @param reasons the weightiest first; never empty
 * @param isRefused whether it is a sign-in that did not get in
 */
public record JudgedLine(
        long line, String what, LineVerdict verdict, int score, List<Reason> reasons, boolean isRefused) {
    public JudgedLine {
        requireNonNull(what, "what is null");
        requireNonNull(verdict, "verdict is null");
        reasons = List.copyOf(reasons);
        if (line < 1) {
            throw new IllegalArgumentException("line is not positive: " + line);
        }
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score is not within 0 to 100: " + score);
        }
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a judged line without a reason");
        }
    }

    static JudgedLine of(long line, String what, Judgement judgement) {
        return new JudgedLine(
                line, what, LineVerdict.of(judgement.verdict()), judgement.score(), judgement.reasons(), false);
    }

    static JudgedLine of(SignInLine row, Judgement judgement) {
        return new JudgedLine(
                row.number(),
                row.what(),
                LineVerdict.of(judgement.verdict()),
                judgement.score(),
                judgement.reasons(),
                !row.succeeded());
    }

    /** The same of another line that says the same. */
    JudgedLine at(long other) {
        return new JudgedLine(other, what, verdict, score, reasons, isRefused);
    }

    static JudgedLine unreadable(long line, String reason) {
        return new JudgedLine(
                line,
                "",
                LineVerdict.UNREADABLE,
                0,
                List.of(new Reason("unreadable", reason, Optional.empty())),
                false);
    }
}
