package dev.cordon.response;

import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.investigation.reconstruction.Judged;
import dev.cordon.investigation.reconstruction.PersonsVerdict;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry.Attributed;
import dev.cordon.response.RequestRefusedException.Reason;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Records a person's word on whose an address, a session or a device is. It stands above what is reckoned, and the last one holds. No tenant
 * is asked.
 */
public final class AttributeTrace {
    private final Workspace workspace;

    public AttributeTrace(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Records it. An address need not stand in the rows; a session or a device has to.
     *
     * @param id the incident as the operator typed it
     * @throws RequestRefusedException when there is no such incident, address, session or device; nothing was changed
     */
    public Attributed attribute(String id, TraceKind of, String value, Party to, String because, Actor by) {
        CaseRecord record = new Incidents(workspace).find(id);
        String plain = PersonsVerdict.plainly(of, value);
        boolean isKnown = switch (of) {
            case ADDRESS -> !plain.isEmpty();
            case SESSION, DEVICE -> known(record.incident().id(), of).contains(plain);
        };
        if (!isKnown) {
            throw unknown(record.incident().id(), of, value);
        }
        Attributed said = new Attributed(of, plain, to, because);
        Offline.append(workspace, record, by, said);
        return said;
    }

    private Set<String> known(IncidentId incident, TraceKind of) {
        Set<String> known = new TreeSet<>();
        switch (of) {
            case ADDRESS ->
                workspace
                        .records()
                        .visit(incident, row -> known.add(plain(of, row.record().address())));
            case SESSION ->
                workspace
                        .records()
                        .visit(incident, row -> known.add(plain(of, row.record().session())));
            case DEVICE ->
                new ReconstructAttack(workspace)
                        .of(incident).reconstruction().judged().stream()
                                .filter(one -> one.of() == of)
                                .map(Judged::value)
                                .forEach(known::add);
        }
        known.remove("");
        return known;
    }

    private static String plain(TraceKind of, String value) {
        return PersonsVerdict.plainly(of, value);
    }

    private RequestRefusedException unknown(IncidentId incident, TraceKind of, String value) {
        List<String> known = Nearest.of(value, known(incident, of));
        String what = switch (of) {
            case ADDRESS -> "\"" + value + "\" is no address of the world outside, such as 203.0.113.9 or 2001:db8::7.";
            case SESSION -> "No row of this incident has the session \"" + value + "\".";
            case DEVICE -> "No row of this incident has the device \"" + value + "\".";
        };
        return new RequestRefusedException(
                Reason.UNKNOWN_TRACE,
                what + (known.isEmpty() ? " Its rows name none." : ""),
                "Nothing was changed. 'cordon incident attack " + incident + "' lists them all.",
                known);
    }
}
