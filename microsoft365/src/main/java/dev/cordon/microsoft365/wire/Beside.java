package dev.cordon.microsoft365.wire;

import dev.cordon.tenant.Failure;
import dev.cordon.tenant.TenantException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Something that is read beside something else.
 *
 * @param <T> what is read
 */
public final class Beside<T> {
    private final Future<T> future;

    private Beside(Future<T> future) {
        this.future = future;
    }

    /** Starts reading. */
    public static <T> Beside<T> start(ExecutorService threads, Supplier<T> read) {
        return new Beside<>(threads.submit(read::get));
    }

    /** Reads all of them, each beside the others, and gives them in their order. */
    public static <T> List<T> all(ExecutorService threads, List<Supplier<T>> reads) {
        return reads.stream().map(read -> start(threads, read)).toList().stream()
                .map(Beside::join)
                .toList();
    }

    /**
     * Waits for it.
     *
     * @throws TenantException when it could not be read
     */
    public T join() {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new TenantException(
                    new Failure(
                            Failure.Reason.INTERRUPTED,
                            "Read several things at once",
                            0,
                            "",
                            "",
                            "",
                            "It was interrupted before it was done.",
                            "Run it again when you are ready."),
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("A read ended in an unforeseen way", e.getCause());
        }
    }
}
