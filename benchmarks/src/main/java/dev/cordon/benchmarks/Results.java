package dev.cordon.benchmarks;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The results as a table for people and as a document for programs. */
final class Results {
    private Results() {}

    static String table(List<Result> results, List<Detection.Row> detected) {
        return (results.isEmpty() ? "" : table(results)) + Detection.table(detected);
    }

    private static String table(List<Result> results) {
        StringBuilder text = new StringBuilder(line("", "measured", "against", "ratio", "bar", "")).append('\n');
        for (Result result : results) {
            String unit = " " + result.unit();
            text.append(line(
                            result.what(),
                            number(result.measured(), 0) + unit,
                            result.against()
                                    .map(value -> number(value, 0) + unit)
                                    .orElse(""),
                            result.ratio().map(value -> number(value, 2)).orElse(""),
                            result.bar().map(value -> number(value, 2)).orElse(""),
                            result.met().map(met -> met ? "met" : "MISSED").orElse("")))
                    .append('\n');
            result.notes().forEach(note -> text.append("    ").append(note).append('\n'));
        }
        return text.toString();
    }

    private static String line(String what, String measured, String against, String ratio, String bar, String met) {
        return String.format(Locale.ROOT, "%-58s %12s %12s %7s %7s  %s", what, measured, against, ratio, bar, met)
                .stripTrailing();
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    static String json(List<Result> results, List<Detection.Row> detected) {
        JsonArray rows = new JsonArray();
        for (Result result : results) {
            JsonObject row = new JsonObject();
            row.addProperty("what", result.what());
            row.addProperty("unit", result.unit());
            row.addProperty("measured", result.measured());
            result.against().ifPresent(value -> row.addProperty("against", value));
            result.ratio().ifPresent(value -> row.addProperty("ratio", value));
            result.bar().ifPresent(value -> row.addProperty("bar", value));
            Optional<Boolean> met = result.met();
            met.ifPresent(value -> row.addProperty("met", value));
            JsonArray notes = new JsonArray();
            result.notes().forEach(notes::add);
            row.add("notes", notes);
            rows.add(row);
        }
        JsonObject document = new JsonObject();
        document.addProperty("processors", Runtime.getRuntime().availableProcessors());
        document.addProperty("java", String.valueOf(System.getProperty("java.runtime.version")));
        document.add("results", rows);
        document.add("detection", Detection.json(detected));
        return document + "\n";
    }
}
