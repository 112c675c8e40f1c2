package dev.cordon.response;

import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.RequestRefusedException.Reason;
import java.util.List;

/** Closes an incident, as done or as a false positive. */
public final class CloseIncident {
    private final Workspace workspace;

    public CloseIncident(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Closes.
     *
     * @param falsePositive whether nothing had happened
     * @param because why it may be closed
     * @throws RequestRefusedException when it was never contained and is no false positive, or is closed already
     */
    public CaseRecord close(String id, boolean falsePositive, String because, Actor author) {
        CaseRecord record = new Incidents(workspace).find(id);
        IncidentState state = record.state().state();
        if (state.isEnded()) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW, "The incident is closed already.", "Nothing is left to do.");
        }
        List<IncidentState> closable = List.of(IncidentState.CONTAINED, IncidentState.VERIFIED, IncidentState.WATCHING);
        if (!falsePositive && !closable.contains(state)) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    "The account was not contained (the incident is '" + dev.cordon.incident.Word.of(state)
                            + "'), so the incident stays open.",
                    "'cordon incident resume " + record.incident().id()
                            + "' goes on; --false-positive closes it when nothing had happened.");
        }
        Offline.append(
                workspace,
                record,
                author,
                new CaseEntry.StateChanged(
                        state, falsePositive ? IncidentState.FALSE_POSITIVE : IncidentState.CLOSED, because));
        workspace.rechecks().cancel(record.incident().id());
        return new Incidents(workspace).show(record.incident().id());
    }
}
