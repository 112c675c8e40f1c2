package dev.cordon.report;

import dev.cordon.evidence.Exhibit;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Row;
import dev.cordon.report.document.Document.Section;
import dev.cordon.report.document.Inline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Each exhibit with its hash. It is long and read by few, so it stands behind everything that is to be read. */
final class EvidenceAnnex {
    /** What the kind of pages of logs begins with. */
    private static final String COLLECTED = "collected-";

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
                "Exhibits, of the account unless it is said",
                List.of("Exhibit", "What", "Acquired (UTC)", "Bytes", "SHA-256"),
                rows(source),
                "No evidence was sealed.");
    }

    /** A log is hundreds of pages: each is an exhibit, and all of one source are one line. */
    private static List<Row> rows(ReportSource source) {
        List<Row> rows = new ArrayList<>();
        Map<List<String>, List<Exhibit>> pages = new LinkedHashMap<>();
        for (Exhibit exhibit : source.exhibits()) {
            if (exhibit.kind().startsWith(COLLECTED)) {
                pages.computeIfAbsent(List.of(exhibit.kind(), exhibit.subject()), none -> new ArrayList<>())
                        .add(exhibit);
            } else {
                rows.add(exhibit(source, exhibit));
            }
        }
        pages.values().forEach(log -> rows.add(log.size() == 1 ? exhibit(source, log.getFirst()) : log(log)));
        return rows;
    }

    private static Row log(List<Exhibit> pages) {
        Exhibit first = pages.getFirst();
        return Row.of(
                Inline.value(first.id().value() + " to " + pages.getLast().id().value()),
                List.of(
                        new Inline.Text(first.kind() + ", " + pages.size() + " answers, of"),
                        new Inline.Value(first.subject())),
                Inline.time(first.acquiredAt()),
                Inline.text(String.format(
                        Locale.ROOT,
                        "%,d",
                        pages.stream().mapToLong(Exhibit::size).sum())),
                Inline.text("each in the custody log and in every export"));
    }

    private static Row exhibit(ReportSource source, Exhibit exhibit) {
        boolean ofAccount = exhibit.subject().equals(source.incident().account().objectId());
        return Row.of(
                Inline.value(exhibit.id().value()),
                ofAccount
                        ? Inline.text(exhibit.kind())
                        : List.of(new Inline.Text(exhibit.kind() + ", of"), new Inline.Value(exhibit.subject())),
                Inline.time(exhibit.acquiredAt()),
                Inline.text(String.format(Locale.ROOT, "%,d", exhibit.size())),
                Inline.value(exhibit.sha256().hex()));
    }
}
