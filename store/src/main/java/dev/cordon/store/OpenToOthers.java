package dev.cordon.store;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.verification.Remark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names the files of a data folder that are not their owner's alone, where the system knows of owners. Changes nothing. Stateless. */
final class OpenToOthers {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final String NOBODY_CAN_TELL = " Whether anybody did, nobody can tell; 'chmod go=' ends it.";

    private OpenToOthers() {}

    /** What is open, the exhibits together in one. */
    static List<Remark> remarks(DataFolder folder, List<Exhibit> exhibits) {
        List<Remark> remarks = new ArrayList<>();
        Stream.of(folder.database(), folder.heads(), folder.vaultKey())
                .forEach(file -> open(file)
                        .ifPresent(permissions -> remarks.add(new Remark(
                                folder.name(file),
                                "It is not its owner's alone (" + permissions + "): others on this machine may open it."
                                        + NOBODY_CAN_TELL))));
        List<String> open = exhibits.stream()
                .map(exhibit -> exhibit.sha256().hex())
                .distinct()
                .flatMap(name ->
                        open(folder.vault().resolve(name)).map(permissions -> name + ", " + permissions).stream())
                .toList();
        if (!open.isEmpty()) {
            remarks.add(new Remark(
                    "vault",
                    open.size() + " files of exhibits are not their owner's alone (the first is " + open.getFirst()
                            + "): others on this machine may open them, if the folder lets them in."
                            + NOBODY_CAN_TELL));
        }
        return remarks;
    }

    private static Optional<String> open(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            Set<PosixFilePermission> now = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
            Set<PosixFilePermission> others = EnumSet.copyOf(OTHERS);
            others.retainAll(now);
            return others.isEmpty() ? Optional.empty() : Optional.of(PosixFilePermissions.toString(now));
        } catch (IOException _) {
            return Optional.empty(); // what cannot be looked at is named where it is read
        }
    }
}
