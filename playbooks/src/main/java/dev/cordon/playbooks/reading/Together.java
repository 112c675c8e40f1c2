package dev.cordon.playbooks.reading;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Runs reads at the same time, a virtual thread each, and ends when all have ended. Closing waits for every one of them; an interrupt
 * is handed on to them. One thread uses it.
 */
public final class Together implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Starts {@code task}. */
    public <T> Future<T> start(Supplier<T> task) {
        return threads.submit(task::get);
    }

    /**
     * The task's result.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new CompletionException(cause);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
