package dev.cordon.response;

import dev.cordon.evidence.CustodyEvent;
import dev.cordon.incident.IncidentId;

/** Copies the journal's head into the custody log, so that whoever cuts the journal's end off must cut off the other's as well. */
final class Anchors {
    private Anchors() {}

    /** Anchors the journal as it ends now. To be called where a use case has appended its last entry. */
    static void put(Workspace workspace, IncidentId incident) {
        workspace
                .custody()
                .append(incident, new CustodyEvent.Anchored(workspace.journal().head()));
    }
}
