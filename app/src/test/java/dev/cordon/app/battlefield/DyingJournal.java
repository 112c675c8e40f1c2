package dev.cordon.app.battlefield;

import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunJournal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The journal of a process that dies at one append: what it was asked before is kept, nothing after. */
public final class DyingJournal implements RunJournal {
    private final RunJournal journal;
    private final Predicate<JournalEntry> deadly;
    private final boolean keepsTheLast;
    private final AtomicBoolean dead = new AtomicBoolean();

    /**
     * Dies when it is asked to append for the {@code appends + 1}st time.
     *
     * @param keepsTheLast whether the entry it dies at is in the journal, or lost
     */
    public DyingJournal(RunJournal journal, int appends, boolean keepsTheLast) {
        this(journal, after(new AtomicInteger(appends)), keepsTheLast);
    }

    /** Dies before the first entry of that kind. */
    public DyingJournal(RunJournal journal, Predicate<JournalEntry> deadly) {
        this(journal, deadly, false);
    }

    private DyingJournal(RunJournal journal, Predicate<JournalEntry> deadly, boolean keepsTheLast) {
        this.journal = journal;
        this.deadly = deadly;
        this.keepsTheLast = keepsTheLast;
    }

    private static Predicate<JournalEntry> after(AtomicInteger left) {
        return _ -> left.getAndDecrement() <= 0;
    }

    /** What the rest of the process sees of its death. */
    public static final class ProcessDied extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Recorded append(IncidentId incident, Instant at, Actor actor, JournalEntry entry) {
        return unlessDead(entry, () -> journal.append(incident, at, actor, entry));
    }

    private <T> T unlessDead(JournalEntry entry, Supplier<T> append) {
        if (dead.get() || deadly.test(entry)) {
            if (!dead.getAndSet(true) && keepsTheLast) {
                var _ = append.get();
            }
            throw new ProcessDied();
        }
        return append.get();
    }

    @Override
    public List<Recorded> appendIf(
            IncidentId incident, Actor actor, List<Dated> entries, ChainHead seen, Predicate<List<Recorded>> permits) {
        return unlessDead(entries.getFirst().entry(), () -> journal.appendIf(incident, actor, entries, seen, permits));
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
