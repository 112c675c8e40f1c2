package dev.cordon.evidence;

import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.chain.HashChain;
import dev.cordon.incident.IncidentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A custody log that forgets; its events are hashed by their text. Safe for many threads. */
public final class InMemoryCustodyLog implements CustodyLog {
    private final InstantSource wallTime;
    private final List<CustodyEntry> entries = new ArrayList<>();

    public InMemoryCustodyLog(InstantSource wallTime) {
        this.wallTime = wallTime;
    }

    @Override
    public synchronized CustodyEntry append(IncidentId incident, CustodyEvent event) {
        long sequence = entries.size() + 1L;
        Instant at = wallTime.instant();
        Digest previous = head().hash();
        Digest hash = HashChain.link(
                Chain.CUSTODY,
                previous,
                List.of(Long.toString(sequence), incident.value(), at.toString(), event.toString()));
        CustodyEntry entry = new CustodyEntry(sequence, incident, at, event, previous, hash);
        entries.add(entry);
        return entry;
    }

    @Override
    public synchronized List<CustodyEntry> entries(IncidentId incident) {
        return entries.stream()
                .filter(entry -> entry.incident().equals(incident))
                .toList();
    }

    @Override
    public synchronized Optional<CustodyEntry> find(long sequence) {
        return entries.stream().filter(entry -> entry.sequence() == sequence).findFirst();
    }

    @Override
    public synchronized ChainHead head() {
        return entries.isEmpty()
                ? ChainHead.empty(Chain.CUSTODY)
                : new ChainHead(
                        Chain.CUSTODY,
                        entries.getLast().sequence(),
                        entries.getLast().hash());
    }
}
