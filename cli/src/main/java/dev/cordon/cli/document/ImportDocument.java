package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.incident.Word;
import dev.cordon.investigation.records.UnreadableRow;
import dev.cordon.response.ImportEvidence.Already;
import dev.cordon.response.ImportEvidence.Imported;

/** The document of {@code evidence import}: what came of one file. */
public final class ImportDocument {
    private ImportDocument() {}

    /** The document of that import. */
    public static JsonObject of(Imported imported) {
        var document = new JsonObject();
        document.addProperty("incident", imported.incident().value());
        document.addProperty("exhibit", imported.exhibit().value());
        document.addProperty("kind", Word.of(imported.kind()));
        document.addProperty("rows", imported.rows());
        document.addProperty("unique", imported.unique());
        document.addProperty("duplicates", imported.duplicates());
        document.addProperty("differing", imported.differing());
        document.add("differingRows", Members.array(imported.differingRows(), JsonPrimitive::new));
        document.add("unreadable", Members.array(imported.unreadable(), ImportDocument::row));
        document.addProperty("isFollowed", imported.isFollowed());
        document.add("notes", Members.array(imported.notes(), JsonPrimitive::new));
        document.add("already", Members.array(imported.already(), ImportDocument::already));
        return document;
    }

    private static JsonObject already(Already already) {
        var row = new JsonObject();
        row.addProperty("incident", already.incident().value());
        row.addProperty("exhibit", already.exhibit().value());
        row.add("at", Members.time(already.at()));
        return row;
    }

    private static JsonObject row(UnreadableRow unreadable) {
        var row = new JsonObject();
        row.addProperty("row", unreadable.row());
        row.addProperty("reason", unreadable.reason());
        return row;
    }
}
