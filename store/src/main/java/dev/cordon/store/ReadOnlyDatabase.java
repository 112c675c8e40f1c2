package dev.cordon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The database of a folder in which nothing can or may be written. Where a write-ahead log lies beside it, which SQLite does not use
 * without writing, both are copied to a folder of this process and read there: what stands only in the log is as true as the rest.
 */
final class ReadOnlyDatabase implements AutoCloseable {
    private final SqliteDialect dialect;
    private final @Nullable Path copy;

    private ReadOnlyDatabase(SqliteDialect dialect, @Nullable Path copy) {
        this.dialect = dialect;
        this.copy = copy;
    }

    static ReadOnlyDatabase of(Path file) throws IOException {
        Path log = beside(file, "-wal");
        if (!Files.exists(log) || Files.size(log) == 0) {
            return new ReadOnlyDatabase(SqliteDialect.unchanging(file), null);
        }
        return copied(file, log);
    }

    /** Copies until nothing has changed meanwhile: another process may be writing where we may not. */
    private static ReadOnlyDatabase copied(Path file, Path log) throws IOException {
        Path folder = Files.createTempDirectory("cordon-reading");
        Path copy = folder.resolve(file.getFileName());
        List<FileTime> before;
        do {
            before = List.of(Files.getLastModifiedTime(file), Files.getLastModifiedTime(log));
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(log, beside(copy, "-wal"), StandardCopyOption.REPLACE_EXISTING);
        } while (!before.equals(List.of(Files.getLastModifiedTime(file), Files.getLastModifiedTime(log))));
        return new ReadOnlyDatabase(new SqliteDialect(copy), folder);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Takes the copy away, where there is one. */
    @Override
    public void close() {
        if (copy == null) {
            return;
        }
        try (Stream<Path> files = Files.list(copy)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(copy);
        } catch (IOException leftBehind) {
            System.getLogger(ReadOnlyDatabase.class.getName())
                    .log(System.Logger.Level.WARNING, "copy stays folder=" + copy, leftBehind);
        }
    }
}
