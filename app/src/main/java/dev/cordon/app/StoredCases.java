package dev.cordon.app;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Refusal;
import dev.cordon.cli.desk.CaseDesk;
import dev.cordon.cli.desk.ExportOrder;
import dev.cordon.cli.document.CaseView;
import dev.cordon.cli.document.ExportDocument;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Tombstone;
import dev.cordon.evidence.bag.BagSeals;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.journal.CaseEntry.Attributed;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.response.AddNote;
import dev.cordon.response.AttributeTrace;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.CloseIncident;
import dev.cordon.response.DecideItem;
import dev.cordon.response.ExportEvidence;
import dev.cordon.response.FinishTask;
import dev.cordon.response.ImportEvidence;
import dev.cordon.response.IncidentReports;
import dev.cordon.response.Incidents;
import dev.cordon.response.LinkIncidents;
import dev.cordon.response.ReconstructAttack;
import dev.cordon.response.ReconstructionListener;
import dev.cordon.response.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Incidents and evidence of an open data folder. */
final class StoredCases implements CaseDesk {
    private final OpenWorkspace open;
    private final Workspace workspace;
    private final Actor operator;
    private final Consumer<String> said;

    /**
     * Cases.
     *
     * @param said told what a person should know beside the answer
     */
    StoredCases(OpenWorkspace open, Consumer<String> said) {
        this.open = open;
        this.said = said;
        this.workspace = open.workspace();
        this.operator = Actor.person(System.getProperty("user.name", "operator"));
    }

    @Override
    public List<RunState> incidents() {
        return new Incidents(workspace).list().stream().map(CaseRecord::state).toList();
    }

    @Override
    public CaseView incident(IncidentId incident) {
        return CaseViews.of(new Incidents(workspace).show(incident), open);
    }

    @Override
    public ImportEvidence.Imported importEvidence(
            Path file,
            Optional<IncidentId> into,
            Optional<String> user,
            Predicate<List<ImportEvidence.Already>> nevertheless) {
        var imports = new ImportEvidence(workspace);
        return into.map(incident -> imports.into(incident.value(), file, operator))
                .orElseGet(() -> imports.intoNew(user, file, operator, nevertheless));
    }

    @Override
    public void importedRows(IncidentId incident, Consumer<LogRecords.Kept> visitor) {
        workspace.records().visit(incident, visitor);
    }

    @Override
    public Reconstructed attack(IncidentId incident, ReconstructionListener listener) {
        return new ReconstructAttack(workspace).of(incident, listener);
    }

    @Override
    public Attributed attribute(IncidentId incident, TraceKind of, String value, Party to, String because) {
        return new AttributeTrace(workspace).attribute(incident.value(), of, value, to, because, operator);
    }

    @Override
    public LinkIncidents.Linked link(IncidentId one, IncidentId other, String because) {
        return new LinkIncidents(workspace).link(one, other, because, operator);
    }

    @Override
    public List<Recorded> journal(IncidentId incident) {
        return new Incidents(workspace).show(incident).entries();
    }

    @Override
    public void note(IncidentId incident, String text) {
        new AddNote(workspace).add(incident.value(), text, operator);
    }

    @Override
    public void finish(IncidentId incident, String task, String text, Optional<Path> evidence) {
        new FinishTask(workspace).finish(incident.value(), task, text, evidence, operator);
    }

    @Override
    public CaseView decide(IncidentId incident, String item, ItemDecision decision, String because) {
        return CaseViews.of(
                new DecideItem(workspace).decide(incident.value(), item, decision, because, operator), open);
    }

    @Override
    public CaseView close(IncidentId incident, boolean falsePositive, String because, boolean knowingly) {
        return CaseViews.of(
                new CloseIncident(workspace).close(incident.value(), falsePositive, because, knowingly, operator),
                open);
    }

    @Override
    public Map<String, Path> report(IncidentId incident) {
        return open.store().isReadOnly()
                ? lastWritten(incident)
                : new IncidentReports(workspace).write(incident).paths();
    }

    // Its folder may lie elsewhere by now than where the report was written.
    private Map<String, Path> lastWritten(IncidentId incident) {
        CaseRecord record = new Incidents(workspace).show(incident);
        Map<String, Path> paths = new LinkedHashMap<>();
        record.state()
                .chronicle()
                .reports()
                .forEach(report -> report.paths().forEach((format, written) -> {
                    Path here = workspace
                            .reports()
                            .resolve(incident.value())
                            .resolve(Path.of(written).getFileName());
                    if (Files.isReadable(here)) {
                        paths.put(format, here);
                    }
                }));
        if (paths.isEmpty()) {
            throw new Refusal(
                    ExitCode.NOT_WRITTEN,
                    "No report of " + incident + " lies in " + workspace.reports()
                            + ", and none can be written there. Copy the data folder to where you may write, and name the copy with --data.");
        }
        said.accept("The data folder cannot be written: this is the report as it was last written.");
        return paths;
    }

    @Override
    public List<Exhibit> exhibits(Optional<IncidentId> incident) {
        var incidents = new Incidents(workspace);
        return incident.map(id -> incidents.show(id).exhibits())
                .orElseGet(() -> incidents.list().reversed().stream()
                        .flatMap(record -> record.exhibits().stream())
                        .sorted((one, other) -> one.id().compareTo(other.id()))
                        .toList());
    }

    @Override
    public Map<ExhibitId, Tombstone> tombstones(List<Exhibit> exhibits) {
        Map<ExhibitId, Tombstone> tombstones = new HashMap<>();
        exhibits.stream()
                .map(Exhibit::incident)
                .distinct()
                .forEach(incident -> tombstones.putAll(workspace.vault().tombstones(incident)));
        return tombstones;
    }

    @Override
    public ExportDocument.Export export(IncidentId incident, ExportOrder order) {
        var seals = new BagSeals(
                order.signer(), order.timeStampServer().map(server -> StoredCustody.stamping(server, workspace)));
        var exported = new ExportEvidence(workspace)
                .export(
                        incident.value(),
                        new ExportEvidence.Request(order.out(), order.zip(), order.audience(), order.because(), seals),
                        operator);
        return new ExportDocument.Export(
                incident,
                order.audience(),
                exported.path(),
                exported.digestFile(),
                exported.bag().exhibits(),
                exported.bag().withheld(),
                exported.bag().deleted(),
                exported.bag().damaged(),
                exported.bag().redactions(),
                exported.bag().journalEntries(),
                exported.bag().custodyEntries(),
                exported.bag().placesOnly(),
                exported.custodyEntry(),
                exported.bag().tagManifest(),
                exported.bag().signedBy(),
                exported.bag().stamp());
    }

    @Override
    public void close() {
        open.close();
    }
}
