package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.report.TimelineEntry;
import java.util.List;

/** The document of {@code incident timeline}: what happened, in order of time. */
public final class TimelineDocument {
    private TimelineDocument() {}

    /** The document of these entries. */
    public static JsonObject of(List<TimelineEntry> entries) {
        var document = new JsonObject();
        document.add("entries", Members.array(entries, TimelineDocument::row));
        return document;
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
