package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import java.util.List;

/** The document of {@code watch}: every re-check that was due. */
public final class RechecksDocument {
    private RechecksDocument() {}

    /** The document of rows made by {@link #row}. */
    public static JsonObject of(List<JsonObject> rows) {
        var document = new JsonObject();
        document.add("rechecks", Members.array(rows, row -> row));
        return document;
    }

    /** A re-check: carried out, or still due. */
    public static JsonObject row(String incident, String name, boolean done, String detail) {
        var row = new JsonObject();
        row.addProperty("incident", incident);
        row.addProperty("name", name);
        row.addProperty("done", done);
        row.addProperty("detail", detail);
        return row;
    }
}
