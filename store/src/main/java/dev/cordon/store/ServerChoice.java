package dev.cordon.store;

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

/** Which server was named, and with which password. */
final class ServerChoice {
    private ServerChoice() {}

    /**
     * The server of a data folder.
     *
     * @param named what the environment says; blank where only the folder's file says something
     */
    static StoreLocation of(Path folder, String named, Map<String, String> environment) {
        ServerAddress server = named.isBlank()
                ? inFile(folder.resolve(StoreLocation.FILE))
                : ServerAddress.parse(named, StoreLocation.VARIABLE);
        if (Files.exists(new DataFolder(folder).database())) {
            throw new StoreException(
                    StoreException.Reason.TWO_STORES,
                    "Opening " + folder + ", which has a database of its own, with a store on " + server.name(),
                    null);
        }
        return new StoreLocation.OnServer(
                folder,
                server.orPassword(
                        Optional.ofNullable(environment.get("PGPASSWORD")).map(Password::new)));
    }

    private static ServerAddress inFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException(
                    StoreException.Reason.ADDRESS,
                    "Reading " + file + ", which is " + PlainFile.kind(file) + ",",
                    null);
        }
        try {
            ServerAddress address = ServerAddress.parse(Files.readString(file), file.toString());
            if (address.hasPassword() && isOpenToOthers(file)) {
                throw new StoreException(
                        StoreException.Reason.EXPOSED,
                        "Reading the password in " + file + ", which others may read,",
                        null);
            }
            return address;
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
}
