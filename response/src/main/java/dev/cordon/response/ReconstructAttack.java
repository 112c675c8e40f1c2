package dev.cordon.response;

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
import dev.cordon.investigation.reconstruction.Known;
import dev.cordon.investigation.reconstruction.PersonsVerdict;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.report.CollectedParts;
import dev.cordon.response.ReconstructionListener.Phase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return of(id, ReconstructionListener.none());
    }

    /** The same for somebody who waits for it. */
    public Reconstructed of(IncidentId id, ReconstructionListener listener) {
        return of(new Incidents(workspace).show(id), listener);
    }

    Reconstructed of(CaseRecord record) {
        return of(record, ReconstructionListener.none());
    }

    private Reconstructed of(CaseRecord record, ReconstructionListener listener) {
        try (var rows = new IncidentRows(workspace, record.incident().id(), listener)) {
            return of(record, rows);
        }
    }

    /** The same from rows that may have been read from their exhibits before. */
    Reconstructed of(CaseRecord record, IncidentRows rows) {
        IncidentId id = record.incident().id();
        AttackSummaryExhibit.Kept summaries = new AttackSummaryExhibit(workspace).all(record);
        List<Brought> brought = workspace.collections().brought(id);
        List<CollectedPart> collected = CollectedParts.of(record.state());
        rows.renew();
        Reconstruction drawn = drawn(known(record, summaries.addresses(), collected), rows);
        Set<ExhibitId> damaged = rows.damaged();
        damaged.addAll(summaries.damaged());
        return new Reconstructed(
                id,
                drawn,
                unreadable(record, brought),
                followed(record),
                rows.withoutDetail(),
                List.copyOf(damaged),
                summaries.unread(),
                brought.stream()
                        .filter(each -> !each.placeReadable())
                        .map(Brought::source)
                        .toList(),
                collected,
                new LinkedOffers(workspace, record).of(drawn.touched()));
    }

    private static Reconstruction drawn(Known known, IncidentRows rows) {
        ReconstructionListener listener = rows.listener();
        return Reconstruction.of(known, (pass, visitor) -> {
            listener.begins(phase(pass), rows.count());
            rows.visit(visitor);
            listener.ends();
        });
    }

    private static Phase phase(Reconstruction.Pass pass) {
        return switch (pass) {
            case PLACES -> Phase.PLACES;
            case HANDS -> Phase.HANDS;
            case ACTS -> Phase.ACTS;
            case MAIL -> Phase.MAIL;
        };
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
}
