package dev.cordon.response;

import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.RequestRefusedException.Reason;

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
        Item found = ItemSearch.find(record, item, one -> one.givenBackAs().isEmpty(), "nothing was decided");
        Offline.append(workspace, record, author, new CaseEntry.ItemDecided(found.key(), decision, author, because));
        String key = found.key().kind() + "-" + found.key().id();
        Offline.append(workspace, record, author, new CaseEntry.TaskClosed("review-" + key, "decided"));
        if (decision == ItemDecision.KEEP && record.state().openTasks().containsKey("remove-" + key)) {
            Offline.append(
                    workspace,
                    record,
                    author,
                    new CaseEntry.TaskClosed("remove-" + key, "a person decided to keep it"));
        }
        return new Incidents(workspace).show(record.incident().id());
    }
}
