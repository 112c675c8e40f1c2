package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry.IncidentLinked;
import dev.cordon.response.RequestRefusedException.Reason;
import java.util.Optional;

/**
 * Records a person's word that two incidents belong to the same attack, in the journals of both. Repeating it changes nothing; what a death
 * left in one journal alone is then written into the other. No tenant is asked.
 */
public final class LinkIncidents {
    private final Workspace workspace;

    public LinkIncidents(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * How both stand now.
     *
     * @param because why they are linked, as it stands in the journals
     * @param already whether both said so before, so that nothing was written
     */
    public record Linked(IncidentId one, IncidentId other, String because, boolean already) {
        public Linked {
            requireNonNull(one, "one is null");
            requireNonNull(other, "other is null");
            requireNonNull(because, "because is null");
        }
    }

    /**
     * Links them.
     *
     * @param because why; not blank
     * @throws RequestRefusedException when there is no such incident, or both are the same; nothing was changed
     */
    public Linked link(IncidentId one, IncidentId other, String because, Actor by) {
        if (because.isBlank()) {
            throw new IllegalArgumentException("because is blank");
        }
        if (one.equals(other)) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    one + " cannot be linked with itself.",
                    "Nothing was changed. 'cordon incident list' shows the others.");
        }
        CaseRecord here = new Incidents(workspace).show(one);
        CaseRecord there = new Incidents(workspace).show(other);
        Optional<String> saidHere = said(here, other);
        Optional<String> saidThere = said(there, one);
        String reason = saidHere.or(() -> saidThere).orElse(because);
        if (saidHere.isEmpty()) {
            Offline.append(workspace, here, by, new IncidentLinked(other, reason));
        }
        if (saidThere.isEmpty()) {
            Offline.append(workspace, there, by, new IncidentLinked(one, reason));
        }
        return new Linked(one, other, reason, saidHere.isPresent() && saidThere.isPresent());
    }

    private static Optional<String> said(CaseRecord record, IncidentId other) {
        return record.state().chronicle().links().stream()
                .filter(link -> link.other().equals(other))
                .map(IncidentLinked::because)
                .findFirst();
    }
}
