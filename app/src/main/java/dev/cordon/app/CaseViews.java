package dev.cordon.app;

import dev.cordon.cli.document.CaseView;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.incident.Incident;
import dev.cordon.incident.ResponseTarget;
import dev.cordon.procedure.journal.CaseEntry.ReportWritten;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.response.CaseRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A case as the doors show it. */
final class CaseViews {
    private CaseViews() {}

    static CaseView of(CaseRecord record, OpenWorkspace open) {
        List<ReportWritten> reports = record.state().chronicle().reports();
        ChainHead head = reports.isEmpty()
                ? open.workspace().custody().head()
                : reports.getLast().custodyHead();
        var evidence = new CaseView.Evidence(
                open.location().evidence(),
                record.exhibits().size(),
                head.sequence() == 0
                        ? Optional.empty()
                        : Optional.of(head.hash().hex()));
        return new CaseView(record.state(), evidence, targets(record));
    }

    // From detection to the first run: tenant time at both ends.
    private static List<ResponseTarget.Measured> targets(CaseRecord record) {
        Incident incident = record.incident();
        Optional<Instant> started = record.entries().stream()
                .filter(entry -> entry.entry() instanceof EngineEntry.RunStarted)
                .map(Recorded::at)
                .findFirst();
        return ResponseTarget.startOfResponse(incident.type(), incident.detectedBy()).stream()
                .map(target -> target.measure(incident.detectedAt(), started))
                .toList();
    }
}
