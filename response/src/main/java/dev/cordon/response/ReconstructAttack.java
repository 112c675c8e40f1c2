package dev.cordon.response;

import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.EvidenceDeletedException;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectedPart;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Brought;
import dev.cordon.investigation.collection.LogReach;
import dev.cordon.investigation.reconstruction.EvidenceRow;
import dev.cordon.investigation.reconstruction.Known;
import dev.cordon.investigation.reconstruction.Offer;
import dev.cordon.investigation.reconstruction.PersonsVerdict;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.MalformedLogFileException;
import dev.cordon.investigation.records.RowDetail;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.report.CollectedParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reconstructs what the attacker did from the rows that are stored for an incident. The rows are an index; what they name is read from their
 * exhibits, which are checked against their digests on the way; one that is not what was sealed is named, and its rows count without it. No tenant
 * is asked and nothing is changed.
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
     */
    public Reconstructed of(IncidentId id) {
        return of(new Incidents(workspace).show(id));
    }

    Reconstructed of(CaseRecord record) {
        IncidentId id = record.incident().id();
        AttackSummaryExhibit.Kept summaries = new AttackSummaryExhibit(workspace).all(record);
        List<Brought> brought = workspace.collections().brought(id);
        List<CollectedPart> collected = CollectedParts.of(record.state());
        try (var copies = new Copies(id)) {
            Reconstruction drawn = Reconstruction.of(known(record, summaries.addresses(), collected), copies::visit);
            List<Offer> offers = new LinkedOffers(workspace, record).of(drawn.touched());
            copies.damaged.addAll(summaries.damaged());
            return new Reconstructed(
                    id,
                    drawn,
                    unreadable(record, brought),
                    followed(record),
                    copies.withoutDetail,
                    List.copyOf(copies.damaged),
                    summaries.unread(),
                    brought.stream()
                            .filter(each -> !each.placeReadable())
                            .map(Brought::source)
                            .toList(),
                    collected,
                    offers);
        }
    }

    private static Known known(CaseRecord record, Set<String> attackerAddresses, List<CollectedPart> collected) {
        Account account = record.incident().account();
        Set<String> accounts = new HashSet<>(Set.of(account.userPrincipalName()));
        if (account.isLookedUp()) {
            accounts.add(account.objectId());
        }
        Set<String> ours = record.entries().stream()
                .map(entry -> entry.actor().name())
                .filter(name -> name.contains("@"))
                .collect(Collectors.toSet());
        return new Known(
                accounts,
                attackerAddresses,
                Set.of(),
                ours,
                OwnIdentity.application(record.entries()),
                said(record),
                collected.stream()
                        .map(CollectedPart::source)
                        .filter(source -> source.log() == CollectedLog.MESSAGE_TRACE_SENT)
                        .map(CollectionSource::of)
                        .collect(Collectors.toSet()),
                LogReach.of(LogRecord.Log.AUDIT_LOG, collected).mayMissFrom());
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

    private static List<ExhibitId> followed(CaseRecord record) {
        return record.entries().stream()
                .flatMap(recorded -> recorded.entry() instanceof CaseEntry.EvidenceImported file && file.isFollowed()
                        ? Stream.of(file.exhibit())
                        : Stream.empty())
                .toList();
    }

    /** Of files that were brought, those of the same bytes once; of logs that were collected, as often as they were given. */
    private static long unreadable(CaseRecord record, List<Brought> collected) {
        Map<ExhibitId, Digest> files =
                record.exhibits().stream().collect(Collectors.toMap(Exhibit::id, Exhibit::sha256));
        Map<String, Long> imported = new HashMap<>();
        for (Recorded recorded : record.entries()) {
            if (recorded.entry() instanceof CaseEntry.EvidenceImported file) {
                Digest bytes = files.get(file.exhibit());
                imported.merge(bytes == null ? file.exhibit().value() : bytes.hex(), file.unreadable(), Math::max);
            }
        }
        return Stream.concat(imported.values().stream(), collected.stream().map(Brought::unreadable))
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The rows of an incident, each read from its exhibit again. For one thread. */
    private final class Copies implements AutoCloseable {
        private final IncidentId incident;
        private final Map<ExhibitId, BitSet> kept = new TreeMap<>();
        private final ExhibitCopies copies = new ExhibitCopies(workspace.vault()::copy, workspace.random());
        private final Set<ExhibitId> damaged = new TreeSet<>();
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
            if (!damaged.contains(exhibit)) {
                detailed(exhibit, open, visitor);
            }
            if (!open.isEmpty()) {
                bare(exhibit, open, visitor);
            }
        }

        private void detailed(ExhibitId exhibit, BitSet open, Consumer<EvidenceRow> visitor) {
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
            } catch (EvidenceDamagedException _) {
                damaged.add(exhibit);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
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
