package dev.cordon.app.battlefield;

import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunJournal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The journal of a process that dies at one append: what it was asked before is kept, nothing after. */
public final class DyingJournal implements RunJournal {
    private final RunJournal journal;
    private final AtomicInteger left;
    private final boolean keepsTheLast;

    /**
     * Dies when it is asked to append for the {@code appends + 1}st time.
     *
     * @param keepsTheLast whether the entry it dies at is in the journal, or lost
     */
    public DyingJournal(RunJournal journal, int appends, boolean keepsTheLast) {
        this.journal = journal;
        this.left = new AtomicInteger(appends);
        this.keepsTheLast = keepsTheLast;
    }

    /** What the rest of the process sees of its death. */
    public static final class ProcessDied extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Recorded append(IncidentId incident, Instant at, Actor actor, JournalEntry entry) {
        return unlessDead(() -> journal.append(incident, at, actor, entry));
    }

    private <T> T unlessDead(Supplier<T> append) {
        int before = left.getAndDecrement();
        if (before > 0) {
            return append.get();
        }
        if (before == 0 && keepsTheLast) {
            var _ = append.get();
        }
        throw new ProcessDied();
    }

    @Override
    public Optional<Recorded> appendIf(
            IncidentId incident, Actor actor, Dated dated, ChainHead seen, Predicate<List<Recorded>> permits) {
        return unlessDead(() -> journal.appendIf(incident, actor, dated, seen, permits));
    }

    @Override
    public List<Recorded> appendAll(IncidentId incident, Actor actor, List<Dated> entries) {
        return entries.stream()
                .map(dated -> append(incident, dated.at(), actor, dated.entry()))
                .toList();
    }

    @Override
    public List<Recorded> entries(IncidentId incident) {
        return journal.entries(incident);
    }

    @Override
    public List<IncidentId> incidents() {
        return journal.incidents();
    }

    @Override
    public ChainHead head() {
        return journal.head();
    }
}
