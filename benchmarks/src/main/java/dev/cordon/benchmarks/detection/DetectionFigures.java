package dev.cordon.benchmarks.detection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.cordon.benchmarks.detection.LabelledLine.Half;
import dev.cordon.benchmarks.detection.LabelledLine.Label;
import dev.cordon.benchmarks.detection.LineJudge.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How good verdicts are. Failed tries of an attacker count neither for nor against a judge. A line that a judge could not read was not
 * detected: it stays in every share.
 *
 * @param precision of what was called malicious and is not a failed try, the share that is
 * @param recall of what is malicious, the share that was called so
 * @param noticed of what is malicious, the share that was called so or sent to review
 * @param benignToReview of what is benign, the share that a person would have to look at
 * @param unreadable of all lines, the share that could not be read
 * @param styles each style of which something was missed or wrongly accused, in the order of the alphabet
 */
public record DetectionFigures(
        Share precision, Share recall, Share noticed, Share benignToReview, Share unreadable, List<Style> styles) {

    public DetectionFigures {
        styles = List.copyOf(styles);
    }

    /**
     * What a judge got wrong of one story.
     *
     * @param missed of its malicious lines, those called benign or not readable
     * @param accused of its benign lines, those called malicious
     * @param missedLines the numbers of the missed ones, ascending
     * @param accusedLines the numbers of the accused ones, ascending
     */
    public record Style(
            String name, Share missed, Share accused, List<Integer> missedLines, List<Integer> accusedLines) {
        public Style {
            missedLines = List.copyOf(missedLines);
            accusedLines = List.copyOf(accusedLines);
        }

        private static Style of(String name, List<Judged> lines) {
            Counted malicious = new Counted(labelled(lines, Label.MALICIOUS));
            Counted benign = new Counted(labelled(lines, Label.BENIGN));
            return new Style(
                    name,
                    malicious.share(Verdict.BENIGN, Verdict.UNREADABLE),
                    benign.share(Verdict.MALICIOUS),
                    malicious.numbers(Verdict.BENIGN, Verdict.UNREADABLE),
                    benign.numbers(Verdict.MALICIOUS));
        }
    }

    /**
     * Lets the judge see every line of the file and counts those of one half.
     *
     * @throws IllegalArgumentException where the judge does not say one verdict for each line
     */
    public static DetectionFigures of(LineJudge judge, List<LabelledLine> file, Half half) {
        List<Verdict> verdicts =
                judge.verdicts(file.stream().map(LabelledLine::json).toList());
        if (verdicts.size() != file.size()) {
            throw new IllegalArgumentException(verdicts.size() + " verdicts for " + file.size() + " lines");
        }
        List<Judged> counted = new ArrayList<>();
        for (int index = 0; index < file.size(); index++) {
            if (file.get(index).half() == half) {
                counted.add(new Judged(file.get(index), verdicts.get(index)));
            }
        }
        return of(counted);
    }

    private static DetectionFigures of(List<Judged> lines) {
        Counted malicious = new Counted(labelled(lines, Label.MALICIOUS));
        Counted benign = new Counted(labelled(lines, Label.BENIGN));
        int found = malicious.numbers(Verdict.MALICIOUS).size();
        int accused = benign.numbers(Verdict.MALICIOUS).size();
        return new DetectionFigures(
                new Share(found, found + accused),
                malicious.share(Verdict.MALICIOUS),
                malicious.share(Verdict.MALICIOUS, Verdict.REVIEW),
                benign.share(Verdict.REVIEW),
                new Counted(lines).share(Verdict.UNREADABLE),
                styles(lines));
    }

    private static List<Style> styles(List<Judged> lines) {
        return lines.stream()
                .collect(groupingBy(judged -> judged.line().style(), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(style -> Style.of(style.getKey(), style.getValue()))
                .filter(style -> style.missed().count() + style.accused().count() > 0)
                .toList();
    }

    private static List<Judged> labelled(List<Judged> lines, Label label) {
        return lines.stream().filter(judged -> judged.line().label() == label).toList();
    }

    private record Judged(LabelledLine line, Verdict verdict) {}

    private record Counted(List<Judged> lines) {
        Share share(Verdict... verdicts) {
            return new Share(numbers(verdicts).size(), lines.size());
        }

        List<Integer> numbers(Verdict... verdicts) {
            return lines.stream()
                    .filter(judged -> List.of(verdicts).contains(judged.verdict()))
                    .map(judged -> judged.line().number())
                    .sorted()
                    .toList();
        }
    }
}
