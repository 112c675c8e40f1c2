package dev.cordon.app;

import dev.cordon.cli.document.CaseView;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.procedure.journal.CaseEntry.ReportWritten;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.Targets;
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
        return new CaseView(record.state(), evidence, Targets.of(record));
    }
}
