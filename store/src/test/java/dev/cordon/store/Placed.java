package dev.cordon.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a test's stores lie: every test of a store runs in the folder and on a server. */
public enum Placed {
    IN_FOLDER {
        @Override
        void prepare(Path dataFolder) {}

        @Override
        Dialect dialect(Path dataFolder) {
            return new SqliteDialect(dataFolder.resolve("cordon.db"));
        }
    },
    ON_SERVER {
        @Override
        void prepare(Path dataFolder) throws IOException {
            Path address = dataFolder.resolve(StoreLocation.FILE);
            if (Files.notExists(address)) {
                OwnerOnly.createFolder(dataFolder);
                Files.writeString(address, TestingServer.fresh());
            }
        }

        @Override
        Dialect dialect(Path dataFolder) {
            return new PostgresDialect(((StoreLocation.OnServer) location(dataFolder)).server());
        }
    };

    /** The location of the store of that data folder: the same one for the same folder. */
    public StoreLocation location(Path dataFolder) {
        try {
            prepare(dataFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return StoreLocation.of(dataFolder, Map.of());
    }

    /** The database behind that store; whoever asks closes it. */
    abstract Dialect dialect(Path dataFolder);

    abstract void prepare(Path dataFolder) throws IOException;
}
