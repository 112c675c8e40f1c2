package dev.cordon.response;

import dev.cordon.evidence.EvidenceDeletedException;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.AttackSummaryFile;
import dev.cordon.investigation.reconstruction.EvidenceRow;
import dev.cordon.investigation.reconstruction.Known;
import dev.cordon.investigation.reconstruction.Offer;
import dev.cordon.investigation.reconstruction.PersonsVerdict;
import dev.cordon.investigation.reconstruction.Reconstructed;
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
     * Reconstructs.
     *
     * @throws RequestRefusedException when there is no such incident
     * @throws dev.cordon.evidence.EvidenceDamagedException when an exhibit is not what was sealed
     */
    public Reconstructed of(IncidentId id) {
        return of(new Incidents(workspace).show(id));
    }

    Reconstructed of(CaseRecord record) {
        IncidentId id = record.incident().id();
        try (var copies = new Copies(id)) {
            Reconstruction drawn = Reconstruction.of(known(record), copies::visit);
            List<Offer> offers = new LinkedOffers(workspace, record).of(drawn.touched());
            return new Reconstructed(id, drawn, unreadable(record), copies.withoutDetail, offers);
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
        return new Known(accounts, attackerAddresses(record), Set.of(), ours, said(record));
    }

    private static List<PersonsVerdict> said(CaseRecord record) {
        return record.state().chronicle().attributions().stream()
                .map(one -> new PersonsVerdict(
                        one.said().of(),
                        one.said().value(),
                        one.said().to(),
                        one.said().because(),
                        one.by().name(),
                        one.at()))
                .toList();
    }

    /** Those that the newest summary of the sign-in log names; none where no response was run. */
    private Set<String> attackerAddresses(CaseRecord record) {
        Set<ExhibitId> gone =
                workspace.vault().tombstones(record.incident().id()).keySet();
        return record.exhibits().reversed().stream()
                .filter(exhibit -> exhibit.kind().equals(AttackSummaryExhibit.KIND) && !gone.contains(exhibit.id()))
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
            } catch (MalformedLogFileException | EvidenceDeletedException _) {
                // Not brought as such a file, or lawfully gone: the rows tell what they tell without it.
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
