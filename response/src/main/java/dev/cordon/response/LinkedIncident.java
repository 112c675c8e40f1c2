package dev.cordon.response;

import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;

/** Ties an incident to the one in whose rows its account was found, in the journals of both. */
final class LinkedIncident {
    private final Workspace workspace;

    LinkedIncident(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * That the incident named in the request is there; asked before anything else is.
     *
     * @throws RequestRefusedException when there is none of that id
     */
    void requireThere(ResponseRequest request) {
        request.linkedWith().ifPresent(new Incidents(workspace)::show);
    }

    /** Writes it down in both; nothing where the request names none. */
    void link(ResponseRequest request, Incident opened, Actor actor) {
        request.linkedWith().ifPresent(with -> link(opened, with, actor));
    }

    private void link(Incident opened, IncidentId with, Actor actor) {
        workspace
                .journal()
                .append(
                        opened.id(),
                        opened.openedAt(),
                        actor,
                        new CaseEntry.IncidentLinked(with, "In its rows the attacker touched this account."));
        CaseRecord other = new Incidents(workspace).show(with);
        Offline.append(
                workspace,
                other,
                actor,
                new CaseEntry.IncidentLinked(
                        opened.id(),
                        "The attacker touched " + opened.account().userPrincipalName()
                                + " too; its incident was opened."));
    }
}
