package dev.cordon.cli.document;

import com.google.gson.JsonObject;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import java.util.List;
import java.util.Optional;

/** The document of {@code undo}. */
public final class UndoDocument {
    private UndoDocument() {}

    /**
     * The document.
     *
     * @param items what was wanted back, and what was left out
     */
    public static JsonObject of(IncidentId incident, List<UndoneItem> items) {
        var document = new JsonObject();
        document.addProperty("incident", incident.value());
        document.add("items", Members.array(items, UndoDocument::item));
        return document;
    }

    private static JsonObject item(UndoneItem undone) {
        var item = new JsonObject();
        item.addProperty("id", undone.id());
        item.addProperty("kind", undone.kind());
        item.addProperty("name", undone.name());
        item.addProperty("outcome", Word.of(undone.ending()));
        item.add("givenBackAs", Members.text(undone.as().filter(as -> !as.equals(undone.id()))));
        item.add(
                "differs",
                Members.texts(
                        undone.changes().stream().map(UndoneItem.Change::field).toList()));
        item.add("changes", Members.array(undone.changes(), UndoDocument::change));
        item.addProperty("reason", undone.detail());
        item.add("remedy", Members.text(Optional.of(undone.remedy()).filter(text -> !text.isBlank())));
        return item;
    }

    private static JsonObject change(UndoneItem.Change changed) {
        var change = new JsonObject();
        change.addProperty("field", changed.field());
        change.add("before", Members.text(Optional.of(changed.before()).filter(text -> !text.isEmpty())));
        change.add("now", Members.text(Optional.of(changed.now()).filter(text -> !text.isEmpty())));
        return change;
    }
}
