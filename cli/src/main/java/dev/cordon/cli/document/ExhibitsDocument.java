package dev.cordon.cli.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Tombstone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The document of {@code evidence list}: the exhibits in the order they were sealed. */
public final class ExhibitsDocument {
    private ExhibitsDocument() {}

    /** The document of these exhibits, and of what stays of those that were lawfully deleted. */
    public static JsonObject of(List<Exhibit> exhibits, Map<ExhibitId, Tombstone> tombstones) {
        var document = new JsonObject();
        document.add(
                "exhibits",
                Members.array(exhibits, exhibit -> row(exhibit, Optional.ofNullable(tombstones.get(exhibit.id())))));
        return document;
    }

    private static JsonObject row(Exhibit exhibit, Optional<Tombstone> tombstone) {
        var row = new JsonObject();
        row.addProperty("id", exhibit.id().value());
        row.addProperty("kind", exhibit.kind());
        row.addProperty("subject", exhibit.subject());
        row.add("acquiredAt", Members.time(exhibit.acquiredAt()));
        row.addProperty("sha256", exhibit.sha256().hex());
        row.addProperty("incident", exhibit.incident().value());
        row.addProperty("source", exhibit.source());
        row.addProperty("size", exhibit.size());
        row.add("deleted", tombstone.<JsonElement>map(ExhibitsDocument::deleted).orElse(JsonNull.INSTANCE));
        return row;
    }

    private static JsonObject deleted(Tombstone tombstone) {
        var deleted = new JsonObject();
        deleted.add("at", Members.time(tombstone.at()));
        deleted.addProperty("by", tombstone.by());
        deleted.addProperty("rule", tombstone.rule());
        deleted.addProperty("custodyEntry", tombstone.entry());
        return deleted;
    }
}
