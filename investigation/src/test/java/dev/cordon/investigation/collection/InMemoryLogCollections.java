package dev.cordon.investigation.collection;

import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.LogRecords;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collections that are forgotten: exhibits and rows go to the vault and the records that are given. Safe for many threads. */
public final class InMemoryLogCollections implements LogCollections {
    private record Key(IncidentId incident, CollectionSource source) {}

    /** What is known of a source. */
    private static final class Known {
        private final Set<String> ids = new HashSet<>();
        private Collected collected;

        Known(Collected collected) {
            this.collected = collected;
        }
    }

    private final EvidenceVault vault;
    private final LogRecords records;
    private final Map<Key, Known> known = new LinkedHashMap<>();

    public InMemoryLogCollections(EvidenceVault vault, LogRecords records) {
        this.vault = vault;
        this.records = records;
    }

    @Override
    public synchronized Optional<Collected> find(IncidentId incident, CollectionSource source) {
        return Optional.ofNullable(known.get(new Key(incident, source))).map(found -> found.collected);
    }

    @Override
    public synchronized Standing all(IncidentId incident) {
        return new Standing(
                known.entrySet().stream()
                        .filter(entry -> entry.getKey().incident().equals(incident))
                        .map(entry -> entry.getValue().collected)
                        .toList(),
                List.of());
    }

    @Override
    public List<Brought> brought(IncidentId incident) {
        return all(incident).readable().stream()
                .map(each -> new Brought(each.source().toString(), each.counts().unreadable(), true))
                .toList();
    }

    @Override
    public synchronized Collected begin(IncidentId incident, CollectionSource source, CollectionProgress progress) {
        var begun = new Known(new Collected(source, progress, Counts.NONE));
        if (known.putIfAbsent(new Key(incident, source), begun) != null) {
            throw new CollectedElsewhereException(incident, source);
        }
        return begun.collected;
    }

    @Override
    public synchronized Collected move(IncidentId incident, Collected seen, CollectionProgress progress) {
        Known moved = seen(incident, seen);
        moved.collected = new Collected(seen.source(), progress, seen.counts());
        return moved.collected;
    }

    @Override
    public synchronized Collected keep(IncidentId incident, Collected seen, Page page, CollectionProgress progress) {
        Known kept = seen(incident, seen);
        long contradicting = 0;
        for (Answered answer : page.answers()) {
            ExhibitId exhibit = vault.seal(incident, answer.acquisition()).id();
            try (LogRecords.Batch batch = records.begin()) {
                answer.rows().forEach(batch::add);
                contradicting += batch.keep(incident, exhibit).differing();
            }
        }
        kept.ids.addAll(page.ids());
        Counts before = seen.counts();
        long rows = before.rows() + page.ids().size();
        long unreadable = before.unreadable() + page.unreadable();
        kept.collected = new Collected(seen.source(), progress, new Counts(rows, kept.ids.size(), unreadable));
        return new Collected(
                seen.source(),
                progress,
                new Counts(rows, kept.ids.size(), unreadable, before.contradicting() + contradicting));
    }

    /** How many rows contradict is told and not kept. */
    private static Collected asKept(Collected told) {
        Counts counts = told.counts();
        return new Collected(
                told.source(), told.progress(), new Counts(counts.rows(), counts.different(), counts.unreadable()));
    }

    private Known seen(IncidentId incident, Collected seen) {
        return Optional.ofNullable(known.get(new Key(incident, seen.source())))
                .filter(found -> found.collected.equals(asKept(seen)))
                .orElseThrow(() -> new CollectedElsewhereException(incident, seen.source()));
    }

    @Override
    public synchronized List<Collected> replace(IncidentId incident, Set<LogRecord.Log> logs, List<Beginning> anew) {
        Map<Key, Known> before = new LinkedHashMap<>(known);
        known.keySet()
                .removeIf(key -> key.incident().equals(incident)
                        && logs.contains(key.source().log().log()));
        try {
            return anew.stream()
                    .map(each -> begin(incident, each.source(), each.progress()))
                    .toList();
        } catch (CollectedElsewhereException e) {
            known.clear();
            known.putAll(before);
            throw e;
        }
    }

    @Override
    public synchronized void forget(IncidentId incident) {
        known.keySet().removeIf(key -> key.incident().equals(incident));
    }
}
