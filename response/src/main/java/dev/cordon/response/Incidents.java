package dev.cordon.response;

import dev.cordon.incident.Account;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.response.RequestRefusedException.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads incidents back from the journal. Safe for many threads. */
public final class Incidents {
    private final Workspace workspace;

    public Incidents(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Every incident, the latest first. */
    public List<CaseRecord> list() {
        return workspace.journal().incidents().reversed().stream()
                .filter(id -> !id.isReview())
                .map(this::show)
                .toList();
    }

    /**
     * One incident.
     *
     * @param id as the operator typed it
     * @throws RequestRefusedException when there is none of that id
     */
    public CaseRecord find(String id) {
        if (!IncidentId.isIncidentId(id)) {
            throw unknown(id);
        }
        return show(new IncidentId(id));
    }

    /**
     * One incident.
     *
     * @throws RequestRefusedException when there is none of that id
     */
    public CaseRecord show(IncidentId id) {
        List<Recorded> entries = workspace.journal().entries(id);
        RunState state = RunState.of(entries);
        return state.opened()
                .map(incident -> new CaseRecord(
                        incident, state, entries, workspace.vault().exhibits(id)))
                .orElseThrow(() -> unknown(id.value()));
    }

    /** The object ids of the accounts whose incidents are linked with that one. */
    Set<String> accountsLinkedWith(IncidentId id) {
        return RunState.of(workspace.journal().entries(id)).chronicle().links().stream()
                .flatMap(link -> RunState.of(workspace.journal().entries(link.other())).opened().stream())
                .map(Incident::account)
                .filter(Account::isLookedUp)
                .map(Account::objectId)
                .collect(Collectors.toSet());
    }

    private RequestRefusedException unknown(String typed) {
        return new RequestRefusedException(
                Reason.UNKNOWN_INCIDENT,
                "There is no incident of that id in this data folder.",
                "'cordon incident list' shows the ones there are; --data names another folder.",
                Nearest.of(
                        typed,
                        workspace.journal().incidents().stream()
                                .filter(incident -> !incident.isReview())
                                .map(IncidentId::value)
                                .toList()));
    }
}
