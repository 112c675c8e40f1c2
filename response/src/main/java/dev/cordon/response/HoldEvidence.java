package dev.cordon.response;

import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.LegalHold;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.response.RequestRefusedException.Reason;
import java.util.List;
import java.util.Optional;

/** Puts a legal hold on an incident's evidence, so that nothing of it is deleted, and ends it. */
public final class HoldEvidence {
    private final Workspace workspace;

    public HoldEvidence(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Records a hold. Several may stand at once, each with its own cause.
     *
     * @param orderedBy who ordered it; whoever records it where nobody is named
     * @throws RequestRefusedException when there is no such incident
     */
    public CustodyEntry hold(String id, String because, Optional<String> orderedBy, Actor recordedBy) {
        IncidentId incident = new Incidents(workspace).find(id).incident().id();
        return workspace
                .custody()
                .append(
                        incident,
                        new CustodyEvent.Held(orderedBy.orElse(recordedBy.name()), recordedBy.name(), because));
    }

    /**
     * Ends every hold that stands.
     *
     * @param knowingly whether it was said that several may end at once
     * @throws RequestRefusedException when there is no such incident, nothing is held, or several holds stand and that was not said
     */
    public CustodyEntry release(
            String id, String because, Optional<String> orderedBy, boolean knowingly, Actor recordedBy) {
        IncidentId incident = new Incidents(workspace).find(id).incident().id();
        List<LegalHold> standing = LegalHold.standing(workspace.custody().entries(incident));
        if (standing.isEmpty()) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    "No legal hold stands on " + incident + ".",
                    "Nothing has to be released.");
        }
        if (standing.size() > 1 && !knowingly) {
            throw new RequestRefusedException(
                    Reason.NOT_CONFIRMED,
                    standing.size() + " legal holds stand on " + incident + ", and a release ends them all.",
                    "Where each of them has ended, say --yes; else leave it held.",
                    standing.stream().map(LegalHold::text).toList());
        }
        return workspace
                .custody()
                .append(
                        incident,
                        new CustodyEvent.Released(orderedBy.orElse(recordedBy.name()), recordedBy.name(), because));
    }
}
