package dev.cordon.response;

import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.playbooks.account.CompromisedAccount;
import dev.cordon.playbooks.account.ReportSink;
import dev.cordon.playbooks.file.ProcedureFile;
import dev.cordon.playbooks.phishing.PhishingClick;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.report.Draft;
import dev.cordon.report.Drafts;
import dev.cordon.report.IncidentReport;
import dev.cordon.report.ReportFrame;
import dev.cordon.report.ReportSource;
import dev.cordon.report.document.PdfNotMadeException;
import dev.cordon.tenant.ClockReading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes an incident's report and drafts from its journal, and anchors the heads of both chains in the report, the journal and the custody
 * log, so that an end cut off later is found; the custody log has the digest of each file before the file is in its place. Writing again
 * replaces the files.
 */
public final class IncidentReports implements ReportSink {
    private final Workspace workspace;
    private final Supplier<Optional<AttackSummary>> drawn;
    private final Supplier<Optional<ClockReading>> clocks;
    private final Function<CaseRecord, Reconstructed> reconstructing;

    /** Reports from what is kept. */
    public IncidentReports(Workspace workspace) {
        this(workspace, Optional::empty, Optional::empty);
    }

    /**
     * Reports from what is kept.
     *
     * @param reconstructing reconstructs the attack
     */
    IncidentReports(Workspace workspace, Function<CaseRecord, Reconstructed> reconstructing) {
        this(workspace, Optional::empty, Optional::empty, reconstructing);
    }

    /**
     * Reports of a run.
     *
     * @param drawn the attack, where the run has drawn it from the logs itself
     * @param clocks how the tenant's clock stands to ours, where the run has seen it
     */
    IncidentReports(
            Workspace workspace, Supplier<Optional<AttackSummary>> drawn, Supplier<Optional<ClockReading>> clocks) {
        this(workspace, drawn, clocks, record -> new ReconstructAttack(workspace).of(record));
    }

    private IncidentReports(
            Workspace workspace,
            Supplier<Optional<AttackSummary>> drawn,
            Supplier<Optional<ClockReading>> clocks,
            Function<CaseRecord, Reconstructed> reconstructing) {
        this.workspace = workspace;
        this.drawn = drawn;
        this.clocks = clocks;
        this.reconstructing = reconstructing;
    }

    /**
     * Writes the report outside a run; of imported evidence one that says that no response was run, and no drafts.
     *
     * @throws RequestRefusedException when there is no such incident
     */
    public Written write(IncidentId incident) {
        CaseRecord record = new Incidents(workspace).show(incident);
        return write(incident, entry -> Offline.append(workspace, record, Actor.CORDON, entry));
    }

    @Override
    public Written write(IncidentId incident, Consumer<CaseEntry> recorder) {
        AttackSummaryExhibit summaries = new AttackSummaryExhibit(workspace);
        drawn.get().ifPresent(summary -> summaries.seal(incident, summary));
        clocks.get()
                .map(seen -> new CaseEntry.ClockCompared(seen.tenant(), seen.sent(), seen.arrived()))
                .ifPresent(recorder);
        CaseRecord record = new Incidents(workspace).show(incident);
        ReportSource source = source(record, summaries.find(record));
        byte[] html = IncidentReport.html(source).getBytes(StandardCharsets.UTF_8);
        byte[] markdown = IncidentReport.markdown(source).getBytes(StandardCharsets.UTF_8);
        ReportFolder folder = new ReportFolder(workspace.reports().resolve(incident.value()));
        Map<String, ReportFolder.Staged> staged = new LinkedHashMap<>();
        staged.put("html", folder.stage("report.html", html));
        staged.put("markdown", folder.stage("report.md", markdown));
        List<String> notMade = new ArrayList<>();
        try {
            staged.put("pdf", folder.stage("report.pdf", IncidentReport.pdf(source)));
        } catch (PdfNotMadeException e) {
            notMade.add("The PDF could not be made here (" + e.getMessage() + ").");
        }
        if (record.incident().type() != IncidentType.IMPORTED_EVIDENCE) {
            draft(source, Drafts.toUser(source), folder, recorder);
            draft(source, Drafts.toManager(source), folder, recorder);
        }
        record(incident, source, staged, recorder);
        // Only now: a report of which no entry knows means that entries were cut off.
        staged.values().forEach(ReportFolder.Staged::publish);
        Map<String, Path> paths = new LinkedHashMap<>();
        staged.forEach((format, file) -> paths.put(format, file.path()));
        return new Written(paths, notMade, Digest.sha256(html).hex());
    }

    private void record(
            IncidentId incident,
            ReportSource source,
            Map<String, ReportFolder.Staged> staged,
            Consumer<CaseEntry> recorder) {
        Map<String, String> paths = new LinkedHashMap<>();
        Map<String, Digest> digests = new LinkedHashMap<>();
        staged.forEach((format, file) -> {
            paths.put(format, file.path().toString());
            digests.put(file.path().toString(), file.sha256());
        });
        recorder.accept(new CaseEntry.ReportWritten(paths, source.journalHead(), source.custodyHead()));
        workspace
                .custody()
                .append(
                        incident,
                        new CustodyEvent.ReportWritten(
                                paths.getOrDefault("html", ""), digests, source.journalHead(), source.custodyHead()));
    }

    private static void draft(ReportSource source, Draft draft, ReportFolder folder, Consumer<CaseEntry> recorder) {
        folder.write("draft-" + draft.audience() + ".txt", draft.text().getBytes(StandardCharsets.UTF_8));
        boolean told = source.state().chronicle().drafts().stream()
                .anyMatch(earlier -> earlier.audience().equals(draft.audience())
                        && earlier.text().equals(draft.text()));
        if (!told) {
            recorder.accept(new CaseEntry.DraftWritten(draft.audience(), draft.subject(), draft.text()));
        }
    }

    /** Evidence that was brought by hand is held against what a response to its account would have done. */
    private static Procedure procedure(IncidentType type) {
        return switch (type) {
            case COMPROMISED_ACCOUNT, BEC, IMPORTED_EVIDENCE -> ProcedureFile.shipped(CompromisedAccount.PROCEDURE);
            case PHISHING_CLICK -> ProcedureFile.shipped(PhishingClick.PROCEDURE);
        };
    }

    private ReportSource source(CaseRecord record, Optional<AttackSummary> attack) {
        ChainHead journalHead = workspace.journal().head();
        ChainHead custodyHead = workspace.custody().head();
        Instant writtenAt = Offline.tenantTime(workspace, record);
        return new ReportSource(
                record.state(),
                record.entries(),
                record.exhibits(),
                journalHead,
                custodyHead,
                attack,
                Optional.of(reconstructing.apply(record)),
                Optional.of(procedure(record.incident().type())),
                Targets.of(record),
                new ReportFrame(Version.current(), "Confidential", Optional.empty(), writtenAt));
    }
}
