package dev.cordon.report;

import dev.cordon.evidence.Exhibit;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Row;
import dev.cordon.report.document.Document.Section;
import dev.cordon.report.document.Inline;
import java.util.List;
import java.util.Locale;

/** Each exhibit with its hash. It is long and read by few, so it stands behind everything that is to be read. */
final class EvidenceAnnex {
    private EvidenceAnnex() {}

    static Section of(ReportSource source) {
        return new Section("evidence-index", "Annex: evidence index", List.of(index(source), clocks(source)));
    }

    private static Block clocks(ReportSource source) {
        List<Row> rows = source.entries().stream()
                .map(Recorded::entry)
                .filter(CaseEntry.ClockCompared.class::isInstance)
                .map(CaseEntry.ClockCompared.class::cast)
                .map(clocks ->
                        Row.of(Inline.time(clocks.tenant()), Inline.time(clocks.arrived()), Inline.text(clocks.text())))
                .toList();
        return new Block.Table(
                "Clocks",
                List.of("Tenant (UTC)", "This machine (UTC)", "Tenant minus machine"),
                rows,
                "The tenant's clock was not compared with this machine's.");
    }

    private static Block index(ReportSource source) {
        return new Block.Table(
                "Exhibits",
                List.of("Exhibit", "What", "Of", "Acquired (UTC)", "Bytes", "SHA-256"),
                source.exhibits().stream()
                        .map(exhibit -> exhibit(source, exhibit))
                        .toList(),
                "No evidence was sealed.");
    }

    private static Row exhibit(ReportSource source, Exhibit exhibit) {
        boolean ofAccount = exhibit.subject().equals(source.incident().account().objectId());
        return Row.of(
                Inline.value(exhibit.id().value()),
                Inline.text(exhibit.kind()),
                ofAccount ? Inline.text("the account") : Inline.value(exhibit.subject()),
                Inline.time(exhibit.acquiredAt()),
                Inline.text(String.format(Locale.ROOT, "%,d", exhibit.size())),
                Inline.value(exhibit.sha256().hex()));
    }
}
