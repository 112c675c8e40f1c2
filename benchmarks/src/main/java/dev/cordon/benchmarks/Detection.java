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
import java.util.List;
import java.util.Locale;

/** How often {@code ./cordon judge} is right, over the labelled lines of the tests of {@code investigation}. */
final class Detection {
    private Detection() {}

    /**
     * The figures of one kind and half.
     *
     * @param kind as {@code judge --kind} has it
     */
    record Row(String kind, Half half, DetectionFigures figures) {}

    static List<Row> measure() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (LineKind kind : LineKind.values()) {
            List<LabelledLine> lines = LabelledLine.read(labelled(Word.of(kind)));
            for (Half half : Half.values()) {
                rows.add(new Row(Word.of(kind), half, DetectionFigures.of(judge(kind), lines, half)));
            }
        }
        return rows;
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

    private static LineJudge judge(LineKind kind) {
        return lines -> {
            byte[] file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            try {
                return LineFile.judge(kind, new ByteArrayInputStream(file)).stream()
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
