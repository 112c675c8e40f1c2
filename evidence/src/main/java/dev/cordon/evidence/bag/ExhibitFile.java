package dev.cordon.evidence.bag;

import java.util.Locale;

/** The name of an exhibit's file in a bag: its number, its kind and an ending, and nothing that an attacker could choose. */
final class ExhibitFile {
    private static final int LONGEST_KIND = 40;

    private ExhibitFile() {}

    /** The path of the raw bytes. */
    static String raw(String id, String kind, String mediaType) {
        return "data/exhibits/" + stem(id, kind) + ending(mediaType);
    }

    /** The path of a copy for people. */
    static String readable(String id, String kind, String ending) {
        return "data/readable/" + stem(id, kind) + ending;
    }

    private static String stem(String id, String kind) {
        String word =
                kind.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id + (word.isEmpty() ? "" : "-" + word.substring(0, Math.min(LONGEST_KIND, word.length())));
    }

    /** What a browser or an office program would run is given an ending under which it is only shown. */
    private static String ending(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
        return switch (type) {
            case "application/json", "text/json" -> ".json";
            case "application/jsonl", "application/x-ndjson" -> ".jsonl";
            case "text/csv" -> ".csv";
            case "text/plain", "text/html", "text/xml", "application/xml", "image/svg+xml" -> ".txt";
            case "message/rfc822" -> ".eml";
            case "application/pdf" -> ".pdf";
            case "application/timestamp-reply" -> ".tsr";
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            default -> type.endsWith("+json") ? ".json" : ".bin";
        };
    }
}
