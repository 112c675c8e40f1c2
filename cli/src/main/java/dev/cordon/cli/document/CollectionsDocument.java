package dev.cordon.cli.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.procedure.journal.CaseEntry.CollectionEnded;
import dev.cordon.procedure.journal.LogCollection;
import java.util.List;
import java.util.Optional;

/** The document of {@code incident collect}, and its rows in that of the incident: each log, how far it was read, and what is missing. */
public final class CollectionsDocument {
    private CollectionsDocument() {}

    /**
     * The document.
     *
     * @param notes what was not asked as it was wanted in this call, a sentence each
     * @param interrupted whether the collection was cut off
     */
    public static JsonObject of(
            IncidentId incident, List<LogCollection> collections, List<String> notes, boolean interrupted) {
        var document = new JsonObject();
        document.addProperty("incident", incident.value());
        document.add("collections", rows(collections));
        document.add("notes", Members.texts(notes));
        document.addProperty("interrupted", interrupted);
        return document;
    }

    static JsonArray rows(List<LogCollection> collections) {
        return Members.array(collections, CollectionsDocument::row);
    }

    private static JsonObject row(LogCollection collection) {
        Optional<CollectionEnded> ended = collection.ended();
        var row = new JsonObject();
        row.addProperty("source", collection.source());
        row.addProperty("of", collection.of());
        row.add("outcome", Members.text(ended.filter(_ -> collection.isEnded()).map(end -> Word.of(end.outcome()))));
        row.addProperty("round", collection.round());
        row.add("from", Members.time(collection.from()));
        row.add("until", Members.time(collection.until()));
        row.add("through", Members.text(ended.flatMap(CollectionEnded::through)));
        row.addProperty("rows", ended.map(CollectionEnded::rows).orElse(0L));
        row.addProperty("different", ended.map(CollectionEnded::different).orElse(0L));
        row.addProperty("unreadable", ended.map(CollectionEnded::unreadable).orElse(0L));
        row.add("reason", Members.text(ended.map(CollectionEnded::reason).filter(reason -> !reason.isBlank())));
        row.add("againAt", Members.text(ended.flatMap(CollectionEnded::againAt)));
        return row;
    }
}
