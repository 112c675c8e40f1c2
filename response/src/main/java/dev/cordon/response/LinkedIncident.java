package dev.cordon.response;

import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunJournal.Dated;
import java.util.ArrayList;
import java.util.List;

/** Ties an incident to the one in whose rows its account was found, in the journals of both. */
final class LinkedIncident {
    private static final String FOUND_THERE = "In its rows the attacker touched this account.";
    private static final String CLICKED_THERE = "It is about the phishing mail in which this account clicked.";

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

    /** What the journal of an incident begins with that is opened at this request: a process that dies right then has linked it. */
    List<Dated> beginning(ResponseRequest request, Incident incident) {
        List<Dated> entries = new ArrayList<>();
        entries.add(new Dated(incident.openedAt(), new CaseEntry.IncidentOpened(incident)));
        request.linkedWith()
                .map(with -> new Dated(incident.openedAt(), new CaseEntry.IncidentLinked(with, because(with))))
                .ifPresent(entries::add);
        return entries;
    }

    private String because(IncidentId with) {
        return isAboutClick(new Incidents(workspace).show(with)) ? CLICKED_THERE : FOUND_THERE;
    }

    private static boolean isAboutClick(CaseRecord record) {
        return record.incident().type() == IncidentType.PHISHING_CLICK;
    }

    /** Writes the link down in the other one too; nothing where there is none, or it stands there already. */
    void link(Incident opened, Actor actor) {
        for (Recorded recorded : workspace.journal().entries(opened.id())) {
            if (recorded.entry() instanceof CaseEntry.IncidentLinked link
                    && (link.because().equals(FOUND_THERE) || link.because().equals(CLICKED_THERE))) {
                link(opened, link.other(), actor);
            }
        }
    }

    private void link(Incident opened, IncidentId with, Actor actor) {
        CaseRecord other = new Incidents(workspace).show(with);
        if (other.state().chronicle().links().stream()
                .noneMatch(link -> link.other().equals(opened.id()))) {
            Offline.append(
                    workspace,
                    other,
                    actor,
                    new CaseEntry.IncidentLinked(
                            opened.id(),
                            isAboutClick(other)
                                    ? opened.account().userPrincipalName()
                                            + " clicked in the mail; its incident was opened."
                                    : "The attacker touched "
                                            + opened.account().userPrincipalName()
                                            + " too; its incident was opened."));
        }
    }
}
