package dev.cordon.procedure.engine;

import dev.cordon.incident.Incident;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunFold;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.procedure.journal.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way from a run to the journal. After the first failure to write it refuses everything, so that nothing is done that could not
 * be recorded. Safe for many threads.
 */
final class Recorder {
    private static final System.Logger LOG = System.getLogger(Recorder.class.getName());

    private final RunJournal journal;
    private final RunInput input;
    private final CrashPoint crashPoint;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final RunFold fold = new RunFold();
    private final Incident incident;
    private volatile @Nullable Throwable halt;

    Recorder(RunJournal journal, RunInput input, CrashPoint crashPoint) {
        this.journal = journal;
        this.input = input;
        this.crashPoint = crashPoint;
        List<Recorded> entries = journal.entries(input.incident());
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(input.incident() + " was never opened");
        }
        entries.forEach(fold::add);
        this.incident = fold.state().incident();
    }

    /** Makes a fact durable, together with all others that wait for it: containment waits for one write, not for those of collection. */
    void record(JournalEntry entry) {
        Waiting own = new Waiting(entry);
        waiting.add(own);
        lock.lock();
        try {
            if (!own.recorded) {
                guarded(this::appendAll);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A fact that is to be made durable. Its state belongs to whoever holds the lock. */
    private static final class Waiting {
        private final JournalEntry entry;
        private boolean recorded;

        Waiting(JournalEntry entry) {
            this.entry = entry;
        }
    }

    private boolean appendAll() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
        }
        group.forEach(each -> crashPoint.before(each.entry));
        List<RunJournal.Dated> dated = group.stream()
                .map(each -> new RunJournal.Dated(input.tenantTime().instant(), each.entry))
                .toList();
        List<Recorded> recorded = journal.appendAll(input.incident(), input.actor(), dated);
        recorded.forEach(fold::add);
        recorded.forEach(this::tell);
        group.forEach(each -> crashPoint.after(each.entry));
        group.forEach(each -> each.recorded = true);
        return true;
    }

    /** Runs something without which the run must not go on. */
    <T> T guarded(Supplier<T> work) {
        Throwable before = halt;
        if (before != null) {
            throw new RunHaltedException(before);
        }
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            halt = e;
            throw new RunHaltedException(e);
        }
    }

    private void tell(Recorded recorded) {
        try {
            input.listener().recorded(recorded);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "listener failed sequence=" + recorded.sequence(), e);
        }
    }

    Incident incident() {
        return incident;
    }

    RunState state() {
        lock.lock();
        try {
            return fold.state();
        } finally {
            lock.unlock();
        }
    }

    /** Why the run was halted; empty while it was not. */
    Optional<Throwable> halt() {
        return Optional.ofNullable(halt);
    }
}
