package dev.cordon.cli.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Word;
import dev.cordon.response.AwaitedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** A re-check: carried out, or still due; what it found is empty where nothing was looked at. */
    public static JsonObject row(
            String incident,
            String upn,
            String name,
            boolean done,
            Optional<Boolean> clean,
            Optional<IncidentState> state,
            String detail,
            List<AwaitedQuery> awaited) {
        var row = new JsonObject();
        row.addProperty("incident", incident);
        row.addProperty("upn", upn);
        row.addProperty("name", name);
        row.addProperty("done", done);
        row.add("clean", Members.truth(clean));
        row.add("state", Members.text(state.map(Word::of)));
        row.addProperty("detail", detail);
        row.add("awaited", Members.array(awaited, RechecksDocument::awaited));
        return row;
    }

    private static JsonElement awaited(AwaitedQuery query) {
        var row = new JsonObject();
        row.addProperty("source", Word.of(query.source().log()));
        row.addProperty("of", query.source().of());
        row.addProperty("taken", query.taken());
        row.add("askedAt", Members.time(query.askedAt()));
        row.add("againAt", Members.time(query.againAt()));
        return row;
    }
}
