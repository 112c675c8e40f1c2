package dev.cordon.store;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a store lies: in the data folder, or on a PostgreSQL server that several machines share. Each has a data folder on this machine, for
 * reports, the log, and the heads that this machine has seen.
 */
public sealed interface StoreLocation {
    /** Names the server: in the environment, or (in lower case, {@link #FILE}) in the data folder. */
    String VARIABLE = "CORDON_STORE";

    /** The file of the data folder that holds the server's address. */
    String FILE = "store";

    /** The data folder, absolute. */
    Path folder();

    /** Where the bytes of evidence lie, for people and documents. */
    String evidence();

    /** SQLite and files in the data folder. */
    static StoreLocation inFolder(Path folder) {
        return new InFolder(folder.toAbsolutePath().normalize());
    }

    /**
     * Where the store of that data folder lies: what {@code CORDON_STORE} says, or else the folder's file {@code store}, or else the folder
     * itself.
     *
     * @param environment the environment's variables; {@code PGPASSWORD} is used where the address holds no password
     * @throws StoreException when the address is malformed, others may read the password in it, or the folder has a database of its own
     */
    static StoreLocation of(Path folder, Map<String, String> environment) {
        Path absolute = folder.toAbsolutePath().normalize();
        String named = environment.getOrDefault(VARIABLE, "");
        // Nothing that knows servers is loaded where there is none.
        return named.isBlank() && Files.notExists(absolute.resolve(FILE))
                ? new InFolder(absolute)
                : ServerChoice.of(absolute, named, environment);
    }

    /** Whether a store lies there, whole or not, or on a server that is named for it; an empty folder is none. */
    static boolean isBegun(Path folder, Map<String, String> environment) {
        DataFolder data = new DataFolder(folder.toAbsolutePath().normalize());
        return !environment.getOrDefault(VARIABLE, "").isBlank()
                || Stream.of(
                                data.database(),
                                data.vault(),
                                data.heads(),
                                data.path().resolve(FILE))
                        .anyMatch(Files::exists);
    }

    /** In the data folder. */
    record InFolder(Path folder) implements StoreLocation {
        public InFolder {
            requireNonNull(folder, "folder is null");
        }

        @Override
        public String evidence() {
            return new DataFolder(folder).vault().toString();
        }
    }

    /** On a server. What it says of itself never holds a password. */
    final class OnServer implements StoreLocation {
        private final Path folder;
        private final ServerAddress server;

        OnServer(Path folder, ServerAddress server) {
            this.folder = folder;
            this.server = server;
        }

        @Override
        public Path folder() {
            return folder;
        }

        ServerAddress server() {
            return server;
        }

        @Override
        public String evidence() {
            return server.name("vault");
        }

        @Override
        public String toString() {
            return server.name();
        }
    }
}
