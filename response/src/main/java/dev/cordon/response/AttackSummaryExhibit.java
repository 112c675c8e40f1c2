package dev.cordon.response;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.AttackSummaryFile;
import java.util.Optional;
import java.util.Set;

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

    /** The newest summary; empty when none was kept, it was lawfully deleted, or this version cannot read it, which the report then says. */
    Optional<AttackSummary> find(CaseRecord record) {
        Set<ExhibitId> gone =
                workspace.vault().tombstones(record.incident().id()).keySet();
        return record.exhibits().reversed().stream()
                .filter(exhibit -> exhibit.kind().equals(KIND) && !gone.contains(exhibit.id()))
                .findFirst()
                .flatMap(exhibit -> AttackSummaryFile.read(
                        workspace.vault().open(exhibit.id(), workspace.process(), "writing the report")));
    }
}
