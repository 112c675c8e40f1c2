package dev.cordon.store;

import dev.cordon.evidence.chain.ChainHead;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Where everything lies. Only its owner may look inside.
 *
 * @param path the folder
 */
record DataFolder(Path path) {
    /** File locks are between processes; this one is between the threads of ours. */
    private static final ReentrantLock SETTING_UP = new ReentrantLock();

    Path database() {
        return path.resolve("cordon.db");
    }

    Path vault() {
        return path.resolve("vault");
    }

    /** What keeps the key of an encrypted vault; it is there where the vault is encrypted. */
    Path vaultKey() {
        return path.resolve("vault.key");
    }

    Path reports() {
        return path.resolve("reports");
    }

    /** Where SQLite's library is unpacked to. */
    Path nativeLibrary() {
        return path.resolve("native");
    }

    /** A path as a person who knows the folder names it. */
    String name(Path file) {
        return file.startsWith(path) ? path.relativize(file).toString() : file.toString();
    }

    Path heads() {
        return path.resolve("heads");
    }

    /**
     * Creates what is missing and brings the database up to date, one process at a time.
     *
     * <p>{@code heads} comes into being before the database does and never again afterwards: a folder with a database and without it was
     * tampered with; one whose heads name entries of a database that is not there is refused.
     */
    void setUp(Dialect dialect, Migrations migrations) {
        SETTING_UP.lock();
        try {
            OwnerOnly.createFolder(path);
            OwnerOnly.createFolder(vault());
            NativeLibrary.unpackInto(nativeLibrary());
            requireDatabaseOfHeads();
            if (Files.exists(database()) && !migrations.areNeeded(dialect)) {
                return;
            }
            setUpAlone(dialect, migrations);
        } catch (IOException e) {
            throw StoreException.of("Setting up", path, e);
        } finally {
            SETTING_UP.unlock();
        }
    }

    /** Creates what a machine needs beside a database on a server. */
    void setUpBesideServer() {
        try {
            OwnerOnly.createFolder(path);
        } catch (IOException e) {
            throw StoreException.of("Setting up", path, e);
        }
    }

    /** Makes ready to read a folder as it is. Nothing in it is changed. */
    ReadOnlyDatabase setUpToRead() {
        SETTING_UP.lock();
        try {
            NativeLibrary.unpackApart();
            requireDatabaseOfHeads();
            if (Files.notExists(database())) {
                throw new NoSuchFileException(database().toString());
            }
            ReadOnlyDatabase found = ReadOnlyDatabase.of(database());
            if (Migrations.OURS.areNeeded(found.dialect())) {
                found.close();
                throw new StoreException(
                        StoreException.Reason.READ_ONLY,
                        "Reading " + path + ", which an older Cordon wrote and which must be brought up to date first,",
                        null);
            }
            return found;
        } catch (IOException e) {
            throw StoreException.of("Reading", path, e);
        } finally {
            SETTING_UP.unlock();
        }
    }

    /** Whether something may be written here, as far as can be told without trying. */
    boolean isWritable() {
        return Files.notExists(path)
                || (Files.isWritable(path) && (Files.notExists(database()) || Files.isWritable(database())));
    }

    /** A folder whose heads name entries had a database with them: a fresh one in its place would hide that it is gone. */
    void requireDatabaseOfHeads() throws IOException {
        if (Files.notExists(database()) || Files.size(database()) == 0) {
            requireNoHeads(
                    StoreException.Reason.DAMAGED,
                    "cordon.db, which is " + (Files.exists(database()) ? "empty" : "not there"));
        }
    }

    /** The same for a database on a server in which there is nothing. */
    void requireNoHeads(StoreException.Reason reason, String database) {
        String entries = Heads.read(heads()).stream()
                .flatMap(List::stream)
                .filter(head -> head.sequence() > 0)
                .map(ChainHead::text)
                .collect(Collectors.joining(", "));
        if (!entries.isEmpty()) {
            throw new StoreException(
                    reason, "Opening " + database + " though heads names its entries (" + entries + "),", null);
        }
    }

    /** What must not be done twice at once, one process and one thread at a time. */
    <T> T alone(Supplier<T> work) {
        SETTING_UP.lock();
        try (FileChannel channel = lockFile();
                FileLock _ = channel.lock()) {
            return work.get();
        } catch (IOException e) {
            throw StoreException.of("Locking", path, e);
        } finally {
            SETTING_UP.unlock();
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(path.resolve("setup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void setUpAlone(Dialect dialect, Migrations migrations) throws IOException {
        try (FileChannel channel = lockFile();
                FileLock _ = channel.lock()) {
            if (!Files.exists(database())) {
                if (!Files.exists(heads())) {
                    Heads.create(heads());
                }
                OwnerOnly.createFile(database());
            }
            if (migrations.areNeeded(dialect)) {
                migrations.run(dialect);
            }
        }
    }
}
