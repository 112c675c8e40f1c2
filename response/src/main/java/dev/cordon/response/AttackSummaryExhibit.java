package dev.cordon.response;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.AttackSummaryFile;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what the logs were found to say as an exhibit of its own, so that the report can be written again without the tenant. */
final class AttackSummaryExhibit {
    static final String KIND = "attack-summary";

    private final Workspace workspace;

    AttackSummaryExhibit(Workspace workspace) {
        this.workspace = workspace;
    }

    void seal(IncidentId incident, AttackSummary summary) {
        workspace
                .vault()
                .seal(
                        incident,
                        new Acquisition(
                                KIND,
                                incident.value(),
                                "drawn by Cordon from the sign-in and audit logs",
                                Optional.empty(),
                                summary.drawnAt(),
                                "application/json",
                                AttackSummaryFile.write(summary)));
    }

    /**
     * The newest summary; empty when none was kept, it was lawfully deleted or damaged, or this version cannot read it, which the report then
     * says.
     */
    Optional<AttackSummary> find(CaseRecord record) {
        try {
            return exhibits(record)
                    .findFirst()
                    .flatMap(exhibit -> AttackSummaryFile.read(
                            workspace.vault().open(exhibit, workspace.process(), "writing the report")));
        } catch (EvidenceDamagedException _) {
            return Optional.empty();
        }
    }

    /**
     * All summaries: one that was drawn later and could read less takes nothing back.
     *
     * @param newestFirst those that can be read
     * @param damaged those that are not what was sealed
     * @param unread those that are, and that this version cannot read
     */
    record Kept(List<AttackSummary> newestFirst, List<ExhibitId> damaged, List<ExhibitId> unread) {
        Kept {
            newestFirst = List.copyOf(newestFirst);
            damaged = List.copyOf(damaged);
            unread = List.copyOf(unread);
        }

        /** Every address that any of them calls the attacker's. */
        Set<String> addresses() {
            return newestFirst.stream()
                    .flatMap(summary -> summary.addresses().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** What the newest says, with the addresses and the first sign of all. */
        Optional<AttackSummary> together() {
            Optional<Instant> firstSeen = newestFirst.stream()
                    .flatMap(summary -> summary.firstSeen().stream())
                    .min(Comparator.naturalOrder());
            return newestFirst.stream()
                    .findFirst()
                    .map(newest -> new AttackSummary(
                            newest.certainty(),
                            firstSeen,
                            newest.firstSeenReason(),
                            newest.baseline(),
                            newest.sightings(),
                            List.copyOf(addresses()),
                            newest.coverage(),
                            newest.drawnAt()));
        }
    }

    /** All that were kept and not deleted. */
    Kept all(CaseRecord record) {
        List<AttackSummary> read = new ArrayList<>();
        List<ExhibitId> damaged = new ArrayList<>();
        List<ExhibitId> unread = new ArrayList<>();
        exhibits(record).forEach(exhibit -> {
            var bytes = new ByteArrayOutputStream();
            try {
                workspace.vault().copy(exhibit, bytes);
                AttackSummaryFile.read(bytes.toByteArray()).ifPresentOrElse(read::add, () -> unread.add(exhibit));
            } catch (EvidenceDamagedException _) {
                damaged.add(exhibit);
            }
        });
        return new Kept(read, damaged, unread);
    }

    private Stream<ExhibitId> exhibits(CaseRecord record) {
        Set<ExhibitId> gone =
                workspace.vault().tombstones(record.incident().id()).keySet();
        return record.exhibits().reversed().stream()
                .filter(exhibit -> exhibit.kind().equals(KIND) && !gone.contains(exhibit.id()))
                .map(Exhibit::id);
    }
}
