package dev.cordon.response;

import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.RequestRefusedException.Reason;
import java.util.List;

/** Records a person's decision about one thing; resuming the incident carries it out. */
public final class DecideItem {
    private final Workspace workspace;

    public DecideItem(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Decides.
     *
     * @param item the item's id as the incident shows it, or its exact name where only one has it
     * @throws RequestRefusedException when the incident has no such item, or more than one
     */
    public CaseRecord decide(String id, String item, ItemDecision decision, String because, Actor author) {
        CaseRecord record = new Incidents(workspace).find(id);
        if (record.state().state().isEnded()) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    "The incident is closed: a decision could not be carried out any more.",
                    "Open a new incident if the account is in trouble again.");
        }
        Item found = find(record, item);
        Offline.append(workspace, record, author, new CaseEntry.ItemDecided(found.key(), decision, author, because));
        Offline.append(
                workspace,
                record,
                author,
                new CaseEntry.TaskClosed(
                        "review-" + found.key().kind() + "-" + found.key().id(), "decided"));
        return new Incidents(workspace).show(record.incident().id());
    }

    private static Item find(CaseRecord record, String item) {
        List<Item> all = List.copyOf(record.state().items().values());
        List<Item> meant = all.stream()
                .filter(candidate -> candidate.key().id().equals(item))
                .toList();
        if (meant.isEmpty()) {
            meant = all.stream()
                    .filter(candidate -> candidate.name().equals(item))
                    .toList();
        }
        if (meant.size() != 1) {
            throw new RequestRefusedException(
                    Reason.UNKNOWN_ITEM,
                    meant.isEmpty()
                            ? "The incident has no item of that id or name; nothing was decided."
                            : "More than one item is called so; nothing was decided.",
                    "Name it by its id; 'cordon incident show "
                            + record.incident().id() + "' lists them.",
                    (meant.isEmpty() ? all : meant)
                            .stream()
                                    .map(candidate -> candidate.key().kind() + " "
                                            + candidate.key().id() + " (" + candidate.name() + ")")
                                    .toList());
        }
        return meant.getFirst();
    }
}
