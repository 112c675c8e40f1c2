package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.evidence.Exhibit;
import java.util.List;

/** The document of {@code evidence list}: the exhibits in the order they were sealed. */
public final class ExhibitsDocument {
    private ExhibitsDocument() {}

    /** The document of these exhibits. */
    public static JsonObject of(List<Exhibit> exhibits) {
        var document = new JsonObject();
        document.add("exhibits", Members.array(exhibits, ExhibitsDocument::row));
        return document;
    }

    private static JsonObject row(Exhibit exhibit) {
        var row = new JsonObject();
        row.addProperty("id", exhibit.id().value());
        row.addProperty("kind", exhibit.kind());
        row.addProperty("subject", exhibit.subject());
        row.add("acquiredAt", Members.time(exhibit.acquiredAt()));
        row.addProperty("sha256", exhibit.sha256().hex());
        row.addProperty("incident", exhibit.incident().value());
        row.addProperty("source", exhibit.source());
        row.addProperty("size", exhibit.size());
        return row;
    }
}
