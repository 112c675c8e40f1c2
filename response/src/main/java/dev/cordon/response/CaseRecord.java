package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.Exhibit;
import dev.cordon.incident.Incident;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunState;
import java.util.List;

/**
 * One incident with everything known about it.
 *
 * @param incident as it was opened
 * @param state what it is now
 * @param entries its journal
 * @param exhibits its evidence
 */
public record CaseRecord(Incident incident, RunState state, List<Recorded> entries, List<Exhibit> exhibits) {
    public CaseRecord {
        requireNonNull(incident, "incident is null");
        requireNonNull(state, "state is null");
        entries = List.copyOf(entries);
        exhibits = List.copyOf(exhibits);
    }
}
