package dev.cordon.procedure.journal;

import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.chain.HashChain;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A journal that forgets; its entries are hashed by their text. Safe for many threads. */
public final class InMemoryRunJournal implements RunJournal {
    private final InstantSource wallTime;
    private final List<Recorded> entries = new ArrayList<>();

    public InMemoryRunJournal(InstantSource wallTime) {
        this.wallTime = wallTime;
    }

    @Override
    public synchronized Recorded append(IncidentId incident, Instant at, Actor actor, JournalEntry entry) {
        long sequence = entries.size() + 1L;
        Instant wallAt = wallTime.instant();
        Digest previous = head().hash();
        Digest hash = HashChain.link(
                Chain.JOURNAL,
                previous,
                List.of(
                        Long.toString(sequence),
                        incident.value(),
                        at.toString(),
                        wallAt.toString(),
                        actor.toString(),
                        entry.toString()));
        Recorded recorded = new Recorded(sequence, incident, at, wallAt, actor, entry, previous, hash);
        entries.add(recorded);
        return recorded;
    }

    @Override
    public synchronized List<Recorded> appendAll(IncidentId incident, Actor actor, List<Dated> dated) {
        return dated.stream()
                .map(each -> append(incident, each.at(), actor, each.entry()))
                .toList();
    }

    @Override
    public synchronized List<Recorded> appendIf(
            IncidentId incident, Actor actor, List<Dated> dated, ChainHead seen, Predicate<List<Recorded>> permits) {
        List<Recorded> since = List.copyOf(entries.subList((int) seen.sequence(), entries.size()));
        return permits.test(since) ? appendAll(incident, actor, dated) : List.of();
    }

    @Override
    public synchronized List<Recorded> entries(IncidentId incident) {
        return entries.stream()
                .filter(entry -> entry.incident().equals(incident))
                .toList();
    }

    @Override
    public synchronized List<IncidentId> incidents() {
        return entries.stream().map(Recorded::incident).distinct().toList();
    }

    @Override
    public synchronized ChainHead head() {
        return entries.isEmpty()
                ? ChainHead.empty(Chain.JOURNAL)
                : new ChainHead(
                        Chain.JOURNAL,
                        entries.getLast().sequence(),
                        entries.getLast().hash());
    }
}
