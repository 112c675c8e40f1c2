package dev.cordon.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that nobody interrupts, for work with a server. There an interrupt ends more than a wait: whoever waits for a connection gets none,
 * and a virtual thread that waits for an answer has its socket closed, so that nobody knows whether a commit was carried out. Safe for many
 * threads; the threads end by themselves when there is nothing to do.
 */
final class Undisturbed {
    private final Executor threads = Executors.newCachedThreadPool(Own::new);

    /** Known by its class, so that work within work stays where it is: it may hold a lock. */
    private static final class Own extends Thread {
        Own(Runnable work) {
            super(work, "store");
            setDaemon(true);
        }
    }

    /** Carries {@code work} out to its end, whatever interrupts the caller; an interrupt is set again afterwards. */
    <T> T carryOut(Supplier<T> work) {
        if (Thread.currentThread() instanceof Own) {
            return work.get();
        }
        FutureTask<T> task = new FutureTask<>(work::get);
        threads.execute(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
