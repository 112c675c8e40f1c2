package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** The document of {@code watch}: every re-check that was due. */
public final class RechecksDocument {
    private RechecksDocument() {}

    /**
     * The document of a look at the tenants.
     *
     * @param rows made by {@link #row}
     * @param unreachable each tenant that did not answer, with the reason
     */
    public static JsonObject of(List<JsonObject> rows, Map<String, String> unreachable) {
        var document = new JsonObject();
        document.add("rechecks", Members.array(rows, row -> row));
        document.add("unreachable", Members.array(unreachable.entrySet(), tenant -> {
            var row = new JsonObject();
            row.addProperty("tenant", tenant.getKey());
            row.addProperty("reason", tenant.getValue());
            return row;
        }));
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
