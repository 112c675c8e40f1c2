package dev.cordon.cli.judge;

import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.lines.JudgedLine;
import dev.cordon.investigation.lines.LineVerdict;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Verdicts for a person: the worst first with their reasons, then what could not be read, and the counts at the end. */
final class JudgedLines {
    /** The whole list is in the document. */
    private static final int MOST_SHOWN = 100;

    private static final int MOST_REFUSED = 10;

    private final Screen screen;

    JudgedLines(Screen screen) {
        this.screen = screen;
    }

    /**
     * Shows them.
     *
     * @param organisation the file whose facts count; empty where none was said
     */
    void show(List<JudgedLine> judged, Optional<Path> organisation) {
        show(judged, LineVerdict.MALICIOUS, Tone.BAD, "AN ATTACKER'S, by all that the line shows:");
        show(judged, LineVerdict.REVIEW, Tone.CAUTION, "FOR YOU TO LOOK AT: it may be either.");
        show(judged, LineVerdict.UNREADABLE, Tone.CAUTION, "NOT READABLE, so nothing is known of it:");
        show(
                judged.stream().filter(JudgedLines::isHarmlessByFact).toList(),
                LineVerdict.BENIGN,
                Tone.PLAIN,
                "HARMLESS BECAUSE FACTS SAY SO, in the file that you wrote:");
        counts(judged, organisation);
    }

    private static boolean isHarmlessByFact(JudgedLine line) {
        return line.reasons().stream().anyMatch(reason -> reason.signal().equals(OrganisationFacts.SIGNAL));
    }

    private void show(List<JudgedLine> judged, LineVerdict verdict, Tone tone, String heading) {
        List<JudgedLine> those = judged.stream()
                .filter(line -> line.verdict() == verdict)
                .sorted(Comparator.comparingInt((JudgedLine line) -> -line.score())
                        .thenComparingLong(JudgedLine::line))
                .toList();
        if (those.isEmpty()) {
            return;
        }
        screen.paragraph(Tone.HEADING, heading);
        List<JudgedLine> shown =
                those.stream().filter(line -> !line.isRefused()).toList();
        shown.stream().limit(MOST_SHOWN).forEach(line -> show(line, tone));
        more(tone, shown.size() - MOST_SHOWN);
        refused(those.stream().filter(JudgedLine::isRefused).toList(), tone);
        screen.blank();
    }

    /** Whoever did not get in stands below those who did, with the weightiest reason alone: a spray has thousands of them. */
    private void refused(List<JudgedLine> refused, Tone tone) {
        if (refused.isEmpty()) {
            return;
        }
        screen.paragraph(tone, Amount.of(refused.size(), "sign-in", "sign-ins") + " that did not get in:");
        refused.stream()
                .limit(MOST_REFUSED)
                .forEach(line -> screen.paragraph(
                        Tone.PLAIN,
                        "    line " + line.line() + ": " + line.what() + ". "
                                + line.reasons().getFirst().text()));
        more(tone, refused.size() - MOST_REFUSED);
    }

    private void more(Tone tone, int number) {
        if (number > 0) {
            screen.paragraph(tone, "  and " + number + " more; --json names every one.");
        }
    }

    private void show(JudgedLine line, Tone tone) {
        boolean isReadable = line.verdict() != LineVerdict.UNREADABLE;
        screen.paragraph(
                tone, "line " + line.line() + (isReadable ? ": " + line.what() + ", score " + line.score() : ""));
        line.reasons().forEach(reason -> screen.paragraph(Tone.PLAIN, "    " + reason.text()));
    }

    private void counts(List<JudgedLine> judged, Optional<Path> organisation) {
        if (judged.isEmpty()) {
            screen.paragraph(Tone.CAUTION, "The file holds no line: nothing was judged.");
            return;
        }
        boolean isClear = judged.stream().allMatch(line -> line.verdict() == LineVerdict.BENIGN);
        screen.paragraph(
                isClear ? Tone.GOOD : Tone.CAUTION,
                Amount.of(judged.size(), "line", "lines") + ": " + count(judged, LineVerdict.MALICIOUS)
                        + " malicious, " + count(judged, LineVerdict.REVIEW) + " for review, "
                        + count(judged, LineVerdict.BENIGN) + " benign, " + count(judged, LineVerdict.UNREADABLE)
                        + " not readable. Each was judged by what the file shows and "
                        + organisation.map(path -> "by what " + path + " says.").orElse("nothing else."));
    }

    private static long count(List<JudgedLine> judged, LineVerdict verdict) {
        return judged.stream().filter(line -> line.verdict() == verdict).count();
    }
}
