package dev.cordon.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Optional<ServerAddress> server = Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(text -> ServerAddress.parse(text, VARIABLE))
                .or(() -> inFile(absolute.resolve(FILE)));
        if (server.isEmpty()) {
            return new InFolder(absolute);
        }
        if (Files.exists(new DataFolder(absolute).database())) {
            throw new StoreException(
                    StoreException.Reason.TWO_STORES,
                    "Opening " + absolute + ", which has a database of its own, with a store on "
                            + server.get().name(),
                    null);
        }
        return new OnServer(
                absolute,
                server.get()
                        .orPassword(Optional.ofNullable(environment.get("PGPASSWORD"))
                                .map(Password::new)));
    }

    private static Optional<ServerAddress> inFile(Path file) {
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            ServerAddress address = ServerAddress.parse(Files.readString(file), file.toString());
            if (address.hasPassword() && isOpenToOthers(file)) {
                throw new StoreException(
                        StoreException.Reason.EXPOSED,
                        "Reading the password in " + file + ", which others may read,",
                        null);
            }
            return Optional.of(address);
        } catch (IOException e) {
            throw StoreException.of("Reading", file, e);
        }
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return false; // Windows: the data folder lies in the profile of its owner
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(PosixFilePermissions.fromString("---rwxrwx"));
        others.retainAll(Files.getPosixFilePermissions(file));
        return !others.isEmpty();
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
