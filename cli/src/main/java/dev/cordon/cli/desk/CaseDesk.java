package dev.cordon.cli.desk;

import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.document.ExportDocument;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Tombstone;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.journal.CaseEntry.Attributed;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.response.ImportEvidence;
import dev.cordon.response.LinkIncidents;
import dev.cordon.response.ReconstructionListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Incidents and their evidence. An unknown incident is a refusal. One thread. */
public interface CaseDesk extends AutoCloseable {
    /** Every incident, the latest first. */
    List<RunState> incidents();

    /** One incident as it is now. */
    CaseView incident(IncidentId incident);

    /**
     * Seals a file that a person brought and keeps its rows.
     *
     * @param into an incident that is there; a new one of imported evidence where this is empty
     * @param user whom the new one is about, as far as that is known
     * @param nevertheless asked before a new incident is opened for a file that another one has already; not yes changes nothing
     */
    ImportEvidence.Imported importEvidence(
            Path file,
            Optional<IncidentId> into,
            Optional<String> user,
            Predicate<List<ImportEvidence.Already>> nevertheless);

    /** The rows of logs that were brought into it, in order of time. */
    void importedRows(IncidentId incident, Consumer<LogRecords.Kept> visitor);

    /** What the attacker did, reconstructed from those rows. */
    Reconstructed attack(IncidentId incident, ReconstructionListener listener);

    /** Records a person's word on whose an address, a session or a device is. Refused where there is no such thing. */
    Attributed attribute(IncidentId incident, TraceKind of, String value, Party to, String because);

    /** Links two incidents, in the journals of both. Refused where both are the same. */
    LinkIncidents.Linked link(IncidentId one, IncidentId other, String because);

    /** Its journal in order. */
    List<Recorded> journal(IncidentId incident);

    /** Adds a person's note. */
    void note(IncidentId incident, String text);

    /**
     * Takes down that a person has done an open task; the evidence is sealed as it is. Refused where no such task is open or the file cannot
     * be read.
     */
    void finish(IncidentId incident, String task, String text, Optional<Path> evidence);

    /** Records a person's decision about one thing. */
    CaseView decide(IncidentId incident, String item, ItemDecision decision, String because);

    /** Closes an incident, or says that it was none. Refused while something stands against it. */
    CaseView close(IncidentId incident, boolean falsePositive, String because, boolean knowingly);

    /** Writes the report anew; format to absolute path. In a folder that is only read, the report as it was last written. */
    Map<String, Path> report(IncidentId incident);

    /** The exhibits of one incident, or of all. */
    List<Exhibit> exhibits(Optional<IncidentId> incident);

    /** What stays of those of them that were lawfully deleted. */
    Map<ExhibitId, Tombstone> tombstones(List<Exhibit> exhibits);

    /** Hands an incident's evidence out as a bag and records that. Refused where something is in the way. */
    ExportDocument.Export export(IncidentId incident, ExportOrder order);

    @Override
    void close();
}
