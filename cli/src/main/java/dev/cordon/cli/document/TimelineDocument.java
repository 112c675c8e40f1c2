package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.report.TimelineEntry;
import java.util.function.Consumer;

/**
 * The document of {@code incident timeline}: what happened, in order of time. Written entry by entry, since logs hold more than memory does. For
 * one thread.
 */
public final class TimelineDocument {
    private final Consumer<String> out;
    private boolean isBegun;

    /**
     * A document.
     *
     * @param out takes its text in parts
     */
    public TimelineDocument(Consumer<String> out) {
        this.out = out;
    }

    /** Writes the next entry. */
    public void add(TimelineEntry entry) {
        out.accept(isBegun ? ",\n" : "{\n  \"entries\": [\n");
        isBegun = true;
        out.accept("    " + JsonText.of(row(entry)).strip().replace("\n", "\n    "));
    }

    /** Writes the end. */
    public void end() {
        out.accept(isBegun ? "\n  ]\n}\n" : "{\n  \"entries\": []\n}\n");
    }

    private static JsonObject row(TimelineEntry entry) {
        var row = new JsonObject();
        row.add("at", Members.time(entry.at()));
        row.addProperty("clock", entry.clock());
        row.addProperty("source", entry.source());
        row.addProperty("actor", entry.actor());
        row.addProperty("text", entry.text());
        row.add("exhibit", Members.text(entry.exhibit()));
        return row;
    }
}
