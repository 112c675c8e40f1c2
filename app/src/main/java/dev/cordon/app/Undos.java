package dev.cordon.app;

import dev.cordon.cli.desk.Undo;
import dev.cordon.incident.Word;
import dev.cordon.playbooks.undo.Returned;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.response.UndoItems;
import dev.cordon.response.UndoScope;
import java.util.List;

/** Giving back, between the command line's words and the use case's. */
final class Undos {
    private Undos() {}

    static UndoScope scope(Undo.Request request) {
        return new UndoScope(request.item(), request.unblock(), request.because());
    }

    static Undo.Preview preview(UndoItems.Preview preview) {
        return new Undo.Preview(things(preview.items()), things(preview.leftOut()));
    }

    private static List<Undo.Thing> things(List<Item> items) {
        return items.stream()
                .map(item -> new Undo.Thing(item.key().kind(), item.key().id(), item.name(), Word.of(item.verdict())))
                .toList();
    }

    static List<Undo.Item> items(UndoItems.Undone undone) {
        return undone.items().stream().map(Undos::item).toList();
    }

    private static Undo.Item item(Returned returned) {
        return new Undo.Item(
                returned.key().kind(),
                returned.key().id(),
                returned.name(),
                ending(returned.ending()),
                returned.as().map(ItemKey::id),
                returned.changes().stream()
                        .map(change -> new Undo.Change(change.field(), change.before(), change.now()))
                        .toList(),
                returned.detail(),
                returned.remedy(),
                returned.notPermitted());
    }

    private static Undo.Ending ending(Returned.Ending ending) {
        return switch (ending) {
            case GIVEN_BACK -> Undo.Ending.GIVEN_BACK;
            case ALREADY_IN_PLACE -> Undo.Ending.ALREADY_IN_PLACE;
            case CHANGED_SINCE -> Undo.Ending.CHANGED_SINCE;
            case PARTIAL -> Undo.Ending.PARTIAL;
            case FAILED -> Undo.Ending.FAILED;
            case INDETERMINATE -> Undo.Ending.INDETERMINATE;
            case CANNOT_BE_GIVEN_BACK -> Undo.Ending.CANNOT_BE_GIVEN_BACK;
        };
    }
}
