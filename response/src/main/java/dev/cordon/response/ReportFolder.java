package dev.cordon.response;

import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the reports of one incident lie; the owner's alone, and never half written. */
final class ReportFolder {
    private final Path folder;

    ReportFolder(Path folder) {
        this.folder = folder;
    }

    /** Replaces the file in one move and returns its absolute path. */
    Path write(String name, byte[] content) {
        Staged staged = stage(name, content);
        staged.publish();
        return staged.path();
    }

    /** Writes the next version of the file beside it, so that its digest can be recorded before anybody can read it. */
    Staged stage(String name, byte[] content) {
        Path path = folder.resolve(name).toAbsolutePath();
        Path next = path.resolveSibling(name + ".new");
        try {
            Files.createDirectories(folder);
            ownerOnly(folder, "rwx------");
            Path part = Files.createTempFile(folder, name, ".part");
            ownerOnly(part, "rw-------");
            Files.write(part, content);
            Files.move(part, next, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Staged(path, next, Digest.sha256(content));
        } catch (IOException e) {
            throw new UncheckedIOException("The report could not be written to " + folder, e);
        }
    }

    /**
     * A version of a file that is whole and not in its place yet.
     *
     * @param path its place, absolute
     * @param next where it lies until then
     * @param sha256 the digest of its bytes
     */
    record Staged(Path path, Path next, Digest sha256) {
        /** Puts it in its place in one move. */
        void publish() {
            try {
                Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("The report could not be put in its place: " + path, e);
            }
        }
    }

    private static void ownerOnly(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
