package dev.cordon.app;

import dev.cordon.cli.desk.Undo;
import dev.cordon.cli.document.UndoneItem;
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

    static List<UndoneItem> items(UndoItems.Undone undone) {
        return undone.items().stream().map(Undos::item).toList();
    }

    private static UndoneItem item(Returned returned) {
        return new UndoneItem(
                returned.key().kind(),
                returned.key().id(),
                returned.name(),
                ending(returned.ending()),
                returned.as().map(ItemKey::id),
                returned.changes().stream()
                        .map(change -> new UndoneItem.Change(change.field(), change.before(), change.now()))
                        .toList(),
                returned.detail(),
                returned.remedy(),
                returned.notPermitted());
    }

    private static UndoneItem.Ending ending(Returned.Ending ending) {
        return switch (ending) {
            case GIVEN_BACK -> UndoneItem.Ending.GIVEN_BACK;
            case ALREADY_IN_PLACE -> UndoneItem.Ending.ALREADY_IN_PLACE;
            case CHANGED_SINCE -> UndoneItem.Ending.CHANGED_SINCE;
            case PARTIAL -> UndoneItem.Ending.PARTIAL;
            case FAILED -> UndoneItem.Ending.FAILED;
            case INDETERMINATE -> UndoneItem.Ending.INDETERMINATE;
            case CANNOT_BE_GIVEN_BACK -> UndoneItem.Ending.CANNOT_BE_GIVEN_BACK;
        };
    }
}
