package dev.cordon.cli.incident;

import dev.cordon.cli.desk.CaseDesk;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.report.IncidentTimeline;
import dev.cordon.report.TimelineEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The journal and the rows of logs in one order of time; the rows come as a stream and are never all in memory. */
final class WholeTimeline {
    /** What the kind of exhibits begins with that Cordon collected. */
    private static final String COLLECTED = "collected-";

    private final CaseDesk desk;
    private final IncidentId incident;
    private final List<Recorded> journal;

    WholeTimeline(CaseDesk desk, IncidentId incident, List<Recorded> journal) {
        this.desk = desk;
        this.incident = incident;
        this.journal = journal;
    }

    void visit(Consumer<TimelineEntry> visitor) {
        Set<ExhibitId> collected = desk.exhibits(Optional.of(incident)).stream()
                .filter(exhibit -> exhibit.kind().startsWith(COLLECTED))
                .map(Exhibit::id)
                .collect(Collectors.toSet());
        Deque<TimelineEntry> ours = new ArrayDeque<>(IncidentTimeline.of(journal, Optional.empty()));
        desk.importedRows(incident, kept -> {
            TimelineEntry row = IncidentTimeline.row(kept, collected.contains(kept.exhibit()));
            while (!ours.isEmpty() && !ours.getFirst().at().isAfter(row.at())) {
                visitor.accept(ours.removeFirst());
            }
            visitor.accept(row);
        });
        ours.forEach(visitor);
    }
}
