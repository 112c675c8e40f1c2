package dev.cordon.playbooks.reading;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
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
    public <T> Future<T> start(Callable<T> task) {
        return threads.submit(task);
    }

    /**
     * The task's result.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     * @throws CancellationException when the task was interrupted
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
            if (cause instanceof InterruptedException) {
                throw new CancellationException("interrupted while it was read");
            }
            throw new CompletionException(cause);
        }
    }

    /**
     * What each of {@code tasks} gives, in their order, each done beside the others; the last one here. Not interruptible: it returns when
     * all have ended, and throws what the first of them threw.
     */
    public static <T> List<T> all(List<Supplier<T>> tasks) {
        if (tasks.size() == 1) {
            return List.of(tasks.getFirst().get());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<T>> begun = tasks.stream()
                    .map(task -> CompletableFuture.supplyAsync(task, threads))
                    .toList();
            return begun.stream().map(Together::joined).toList();
        }
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }

    /** Interrupts whatever has not ended. Idempotent. */
    public void cancel() {
        threads.shutdownNow();
    }

    @Override
    public void close() {
        threads.close();
    }
}
