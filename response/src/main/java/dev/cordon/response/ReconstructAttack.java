package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.AttackSummaryFile;
import dev.cordon.investigation.reconstruction.EvidenceRow;
import dev.cordon.investigation.reconstruction.Known;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.MalformedLogFileException;
import dev.cordon.investigation.records.RowDetail;
import dev.cordon.procedure.journal.CaseEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reconstructs what the attacker did from the rows that are stored for an incident. The rows are an index; what they name is read from their
 * exhibits, which are checked against their digests on the way. No tenant is asked and nothing is changed.
 */
public final class ReconstructAttack {
    private final Workspace workspace;

    public ReconstructAttack(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What came of it.
     *
     * @param incident which
     * @param reconstruction what the rows tell
     * @param unreadable how many rows of the files that were brought could not be read
     * @param withoutDetail how many rows stand in an exhibit that names no more than they do: which messages, they cannot tell
     */
    public record Reconstructed(
            IncidentId incident, Reconstruction reconstruction, long unreadable, long withoutDetail) {
        public Reconstructed {
            requireNonNull(incident, "incident is null");
            requireNonNull(reconstruction, "reconstruction is null");
        }

        /** Whether there was any row to look at: where there was none, nothing that was not found means anything. */
        public boolean looked() {
            return reconstruction.looked().stream().anyMatch(log -> log.rows() > 0);
        }
    }

    /**
     * Reconstructs.
     *
     * @throws RequestRefusedException when there is no such incident
     * @throws dev.cordon.evidence.EvidenceDamagedException when an exhibit is not what was sealed
     */
    public Reconstructed of(IncidentId id) {
        CaseRecord record = new Incidents(workspace).show(id);
        try (var copies = new Copies(id)) {
            Reconstruction drawn = Reconstruction.of(known(record), copies::visit);
            return new Reconstructed(id, drawn, unreadable(record), copies.withoutDetail);
        }
    }

    private Known known(CaseRecord record) {
        Account account = record.incident().account();
        Set<String> accounts = new HashSet<>(Set.of(account.userPrincipalName()));
        if (account.isLookedUp()) {
            accounts.add(account.objectId());
        }
        Set<String> ours = record.entries().stream()
                .map(entry -> entry.actor().name())
                .filter(name -> name.contains("@"))
                .collect(Collectors.toSet());
        return new Known(accounts, attackerAddresses(record), Set.of(), ours, List.of());
    }

    /** Those that the newest summary of the sign-in log names; none where no response was run. */
    private Set<String> attackerAddresses(CaseRecord record) {
        return record.exhibits().reversed().stream()
                .filter(exhibit -> exhibit.kind().equals(AttackSummaryExhibit.KIND))
                .findFirst()
                .map(Exhibit::id)
                .flatMap(exhibit -> {
                    var bytes = new ByteArrayOutputStream();
                    workspace.vault().copy(exhibit, bytes);
                    return AttackSummaryFile.read(bytes.toByteArray());
                })
                .map(AttackSummary::addresses)
                .map(Set::copyOf)
                .orElse(Set.of());
    }

    private static long unreadable(CaseRecord record) {
        return record.entries().stream()
                .mapToLong(
                        entry -> entry.entry() instanceof CaseEntry.EvidenceImported brought ? brought.unreadable() : 0)
                .sum();
    }

    /** The rows of an incident, each read from its exhibit again. For one thread. */
    private final class Copies implements AutoCloseable {
        private final IncidentId incident;
        private final Map<ExhibitId, BitSet> kept = new TreeMap<>();
        private final ExhibitCopies copies = new ExhibitCopies(workspace.vault());
        private long withoutDetail;

        Copies(IncidentId incident) {
            this.incident = incident;
            workspace
                    .records()
                    .visit(
                            incident,
                            row -> kept.computeIfAbsent(row.exhibit(), none -> new BitSet())
                                    .set(Math.toIntExact(row.record().row())));
        }

        void visit(Consumer<EvidenceRow> visitor) {
            withoutDetail = 0;
            kept.forEach((exhibit, rows) -> visit(exhibit, (BitSet) rows.clone(), visitor));
        }

        private void visit(ExhibitId exhibit, BitSet open, Consumer<EvidenceRow> visitor) {
            try {
                LogFile.readDetailed(() -> copies.open(exhibit), (record, detail) -> {
                    int row = Math.toIntExact(record.row());
                    if (open.get(row)) {
                        open.clear(row);
                        visitor.accept(new EvidenceRow(exhibit, record, detail));
                    }
                });
            } catch (MalformedLogFileException _) {
                // Its rows were not brought as such a file: they tell what they tell without it.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (!open.isEmpty()) {
                bare(exhibit, open, visitor);
            }
        }

        private void bare(ExhibitId exhibit, BitSet open, Consumer<EvidenceRow> visitor) {
            workspace.records().visit(incident, row -> {
                if (row.exhibit().equals(exhibit)
                        && open.get(Math.toIntExact(row.record().row()))) {
                    withoutDetail++;
                    visitor.accept(new EvidenceRow(exhibit, row.record(), RowDetail.NONE));
                }
            });
        }

        @Override
        public void close() {
            copies.close();
        }
    }
}
