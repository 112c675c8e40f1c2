package dev.cordon.benchmarks;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.benchmarks.detection.DetectionFigures;
import dev.cordon.benchmarks.detection.LabelledLine;
import dev.cordon.benchmarks.detection.LabelledLine.Half;
import dev.cordon.benchmarks.detection.LineJudge;
import dev.cordon.benchmarks.detection.Share;
import dev.cordon.incident.Word;
import dev.cordon.investigation.lines.JudgedLine;
import dev.cordon.investigation.lines.LineFile;
import dev.cordon.investigation.lines.LineKind;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How often {@code ./cordon judge} is right, over the labelled lines of the tests of {@code investigation}. */
final class Detection {
    private Detection() {}

    /**
     * The figures of one kind and half.
     *
     * @param kind as {@code judge --kind} has it
     * @param without what the figures would be without each signal, in the order of the judge's table
     */
    record Row(String kind, Half half, DetectionFigures figures, Map<String, DetectionFigures> without) {
        /** What moves with a signal, or empty text where it moves nothing of this half. */
        private String moved(DetectionFigures less) {
            int found = figures.recall().count() - less.recall().count();
            int accused = accused(figures) - accused(less);
            int forReview =
                    figures.benignToReview().count() - less.benignToReview().count();
            return found == 0 && accused == 0 && forReview == 0
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "found %+d, wrongly accused %+d, benign for review %+d",
                            found,
                            accused,
                            forReview);
        }

        private static int accused(DetectionFigures figures) {
            return figures.precision().of() - figures.precision().count();
        }
    }

    static List<Row> measure() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (LineKind kind : LineKind.values()) {
            List<LabelledLine> lines = LabelledLine.read(labelled(Word.of(kind)));
            LineJudge whole = once(judge(kind, Set.of()), lines);
            Map<String, LineJudge> without = new LinkedHashMap<>();
            LineFile.signals(kind).forEach(signal -> without.put(signal, once(judge(kind, Set.of(signal)), lines)));
            for (Half half : Half.values()) {
                Map<String, DetectionFigures> less = new LinkedHashMap<>();
                without.forEach((signal, judge) -> less.put(signal, DetectionFigures.of(judge, lines, half)));
                rows.add(new Row(Word.of(kind), half, DetectionFigures.of(whole, lines, half), less));
            }
        }
        return rows;
    }

    /** What the judge says of these lines, asked once for both halves. */
    private static LineJudge once(LineJudge judge, List<LabelledLine> lines) {
        List<LineJudge.Verdict> verdicts =
                judge.verdicts(lines.stream().map(LabelledLine::json).toList());
        return _ -> verdicts;
    }

    private static List<String> labelled(String kind) throws IOException {
        String name = "/labelled/" + kind + ".jsonl";
        try (InputStream bytes = Detection.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new FileNotFoundException("The labelled lines " + name + " are not on the class path");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static LineJudge judge(LineKind kind, Set<String> without) {
        return lines -> {
            byte[] file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            try {
                return LineFile.judgeWithout(kind, new ByteArrayInputStream(file), without).stream()
                        .map(Detection::verdict)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("bytes in memory cannot fail", e);
            }
        };
    }

    private static LineJudge.Verdict verdict(JudgedLine line) {
        return switch (line.verdict()) {
            case MALICIOUS -> LineJudge.Verdict.MALICIOUS;
            case REVIEW -> LineJudge.Verdict.REVIEW;
            case BENIGN -> LineJudge.Verdict.BENIGN;
            case UNREADABLE -> LineJudge.Verdict.UNREADABLE;
        };
    }

    static String table(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            DetectionFigures figures = row.figures();
            text.append(String.format(
                    Locale.ROOT,
                    "judge --kind %s, %s half%n    precision          %s%n    recall             %s%n    recall with review %s%n"
                            + "    benign for review  %s%n    unreadable         %s%n",
                    row.kind(),
                    Word.of(row.half()),
                    figures.precision(),
                    figures.recall(),
                    figures.noticed(),
                    figures.benignToReview(),
                    figures.unreadable()));
            figures.styles()
                    .forEach(style -> text.append(String.format(
                            Locale.ROOT,
                            "    %s: missed %s, wrongly accused %s%n",
                            style.name(),
                            style.missedLines(),
                            style.accusedLines())));
            text.append(signals(row));
        }
        return text.toString();
    }

    private static String signals(Row row) {
        StringBuilder text = new StringBuilder();
        List<String> still = new ArrayList<>();
        row.without().forEach((signal, less) -> {
            String moved = row.moved(less);
            if (moved.isEmpty()) {
                still.add(signal);
            } else {
                text.append(String.format(Locale.ROOT, "    signal %s: %s%n", signal, moved));
            }
        });
        if (!still.isEmpty()) {
            text.append(String.format(Locale.ROOT, "    signals that move nothing: %s%n", String.join(", ", still)));
        }
        return text.toString();
    }

    static JsonArray json(List<Row> rows) {
        JsonArray all = new JsonArray();
        for (Row row : rows) {
            JsonObject one = new JsonObject();
            one.addProperty("kind", row.kind());
            one.addProperty("half", Word.of(row.half()));
            one.add("precision", json(row.figures().precision()));
            one.add("recall", json(row.figures().recall()));
            one.add("recallWithReview", json(row.figures().noticed()));
            one.add("benignForReview", json(row.figures().benignToReview()));
            one.add("unreadable", json(row.figures().unreadable()));
            JsonObject signals = new JsonObject();
            row.without().forEach((signal, less) -> signals.addProperty(signal, row.moved(less)));
            one.add("signals", signals);
            all.add(one);
        }
        return all;
    }

    private static JsonObject json(Share share) {
        JsonObject one = new JsonObject();
        one.addProperty("count", share.count());
        one.addProperty("of", share.of());
        if (!share.isOfNothing()) {
            one.addProperty("share", share.value());
            one.addProperty("from", share.lower());
            one.addProperty("to", share.upper());
        }
        return one;
    }
}
