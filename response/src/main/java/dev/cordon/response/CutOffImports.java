package dev.cordon.response;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Files that were sealed and of which nobody put down how many rows they have: their import was cut off, or is under way. */
public final class CutOffImports {
    private CutOffImports() {}

    /** What is to be known of one, in sentences. */
    public static String meaning(Exhibit exhibit) {
        return "Its import is in progress since " + exhibit.recordedAt()
                + ", or was cut off: its rows may not be in the incident. If no import runs, import the same file again.";
    }

    /** Those among the exhibits of an incident, by its journal. */
    public static List<Exhibit> of(List<Exhibit> exhibits, List<Recorded> journal) {
        Set<ExhibitId> ended = journal.stream()
                .map(Recorded::entry)
                .filter(CaseEntry.EvidenceImported.class::isInstance)
                .map(entry -> ((CaseEntry.EvidenceImported) entry).exhibit())
                .collect(Collectors.toSet());
        return exhibits.stream()
                .filter(exhibit -> exhibit.kind().startsWith(ImportEvidence.KIND) && !ended.contains(exhibit.id()))
                .toList();
    }
}
