package dev.cordon.benchmarks.detection;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A line whose truth is known.
 *
 * @param number counted from 1 in its file
 * @param json the line as a judge gets it, without label, style and half
 * @param style the story it is from, in lower case with hyphens
 */
public record LabelledLine(int number, String json, Label label, String style, Half half) {
    private static final List<String> OURS = List.of("label", "style", "half");

    /** Whose doing a line is. */
    public enum Label {
        MALICIOUS,
        /** An attacker's try that failed: it may be named or not, and counts neither for nor against a judge. */
        ATTEMPT,
        BENIGN
    }

    /** What a judge may be tuned by, and what tells how good it is. */
    public enum Half {
        TUNING,
        TEST
    }

    public LabelledLine {
        if (number < 1) {
            throw new IllegalArgumentException("Lines are counted from 1, not from " + number);
        }
        if (style.isBlank()) {
            throw new IllegalArgumentException("Line " + number + " is without a style");
        }
    }

    /**
     * Reads the lines of one file.
     *
     * @throws IllegalArgumentException where a line is no object or is not labelled, with its number
     */
    public static List<LabelledLine> read(List<String> lines) {
        LabelledLine[] read = new LabelledLine[lines.size()];
        Arrays.setAll(read, index -> read(index + 1, lines.get(index)));
        return List.of(read);
    }

    private static LabelledLine read(int number, String line) {
        try {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            Label label = Label.valueOf(word(json, "label"));
            Half half = Half.valueOf(word(json, "half"));
            String style = word(json, "style").toLowerCase(Locale.ROOT);
            OURS.forEach(json::remove);
            return new LabelledLine(number, json.toString(), label, style, half);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Line " + number + " is not a labelled line", e);
        }
    }

    private static String word(JsonObject json, String member) {
        JsonElement word = json.get(member);
        if (word == null) {
            throw new IllegalArgumentException("Without " + member);
        }
        return word.getAsString().toUpperCase(Locale.ROOT);
    }
}
