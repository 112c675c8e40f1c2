package dev.cordon.store;

import dev.cordon.evidence.Fixity;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What the bytes of a file of ours are: found beside whoever reads it, because both digests of a long one take as long as a third of
 * reading it. Nothing here stops half-way when the waiting thread is interrupted.
 */
final class Measured implements AutoCloseable {
    private final CompletableFuture<Fixity> fixity;
    private final InputStream bytes;

    private Measured(CompletableFuture<Fixity> fixity, InputStream bytes) {
        this.fixity = fixity;
        this.bytes = bytes;
    }

    /** Known already. */
    static Measured as(Fixity fixity) {
        return new Measured(CompletableFuture.completedFuture(fixity), InputStream.nullInputStream());
    }

    /** Begins to measure a file that nobody writes to any more, and makes it durable. */
    static Measured beside(Path file) throws IOException {
        InputStream bytes = new FileInputStream(file.toFile());
        ExecutorService beside = Executors.newSingleThreadExecutor(
                work -> Thread.ofPlatform().daemon().name("digests").unstarted(work));
        var fixity = CompletableFuture.supplyAsync(() -> measure(file, bytes), beside);
        beside.shutdown();
        return new Measured(fixity, bytes);
    }

    private static Fixity measure(Path file, InputStream bytes) {
        try (bytes) {
            Fixity fixity = Fixity.of(bytes);
            OwnerOnly.sync(file);
            return fixity;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for it. */
    Fixity fixity() throws IOException {
        try {
            return fixity.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case UncheckedIOException cause -> throw cause.getCause();
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }

    /** Gives up what is not measured yet. Afterwards nothing has the file open. */
    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException _) {
            // It was read only.
        }
        fixity.handle((_, _) -> true).join();
    }
}
