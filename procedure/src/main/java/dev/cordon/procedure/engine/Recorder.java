package dev.cordon.procedure.engine;

import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunFold;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.procedure.journal.RunState;
import java.util.List;
import java.util.Optional;
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
    private final RunFold fold = new RunFold();
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
    }

    /** Makes a fact durable. Not interruptible. */
    void record(JournalEntry entry) {
        lock.lock();
        try {
            guarded(() -> append(entry));
        } finally {
            lock.unlock();
        }
    }

    private Recorded append(JournalEntry entry) {
        crashPoint.before(entry);
        Recorded recorded = journal.append(input.incident(), input.tenantTime().instant(), input.actor(), entry);
        fold.add(recorded);
        tell(recorded);
        crashPoint.after(entry);
        return recorded;
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
