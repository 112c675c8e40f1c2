package dev.cordon.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

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

    Path reports() {
        return path.resolve("reports");
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
     * tampered with, and so was one whose heads name entries that a fresh database does not have.
     */
    void setUp(Dialect dialect) {
        SETTING_UP.lock();
        try {
            OwnerOnly.createFolder(path);
            OwnerOnly.createFolder(vault());
            NativeLibrary.unpackInto(path.resolve("native"));
            if (Files.exists(database()) && !Migrations.areNeeded(dialect)) {
                return;
            }
            setUpAlone(dialect);
        } catch (IOException e) {
            throw StoreException.of("Setting up", path, e);
        } finally {
            SETTING_UP.unlock();
        }
    }

    private void setUpAlone(Dialect dialect) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        path.resolve("setup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!Files.exists(database())) {
                if (!Files.exists(heads())) {
                    Heads.create(heads());
                }
                OwnerOnly.createFile(database());
            }
            if (Migrations.areNeeded(dialect)) {
                Migrations.run(dialect);
            }
        }
    }
}
