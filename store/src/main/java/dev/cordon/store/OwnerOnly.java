package dev.cordon.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files that only their owner may read, written so that they are there whole or not at all. Nothing here stops half-way when the thread
 * is interrupted.
 */
final class OwnerOnly {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    /** Creates a folder, or shuts one that is there to all others; what its owner may not do there stays as he wanted it. */
    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            restrict(folder, "rwx------");
        } else if (POSIX) {
            shut(folder);
        }
    }

    private static void shut(Path folder) throws IOException {
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(folder);
        Set<PosixFilePermission> owners = EnumSet.copyOf(PosixFilePermissions.fromString("rwx------"));
        owners.retainAll(now);
        if (!owners.equals(now)) {
            Files.setPosixFilePermissions(folder, owners);
        }
    }

    /** Creates an empty file unless there is one. */
    static void createFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.write(file, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        restrict(file, "rw-------");
    }

    /** Writes a temporary file beside {@code file}, makes it durable and puts it in place. */
    static void replace(Path file, Path temporary, byte[] bytes, String permissions) throws IOException {
        try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
            out.write(bytes);
            out.getFD().sync();
        }
        put(temporary, file, permissions);
    }

    /** Writes everything that comes to a new file and makes it durable. */
    static void write(Path file, InputStream from) throws IOException {
        copy(file, from);
        sync(file);
    }

    /** Writes everything that comes to a new file. */
    static void copy(Path file, InputStream from) throws IOException {
        try (OutputStream _ = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            restrict(file, "rw-------");
        }
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            from.transferTo(out);
        }
    }

    /** Makes a file that was written durable. */
    static void sync(Path file) throws IOException {
        try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "rw")) {
            written.getFD().sync();
        }
    }

    /** Puts a temporary file in its place, in one moment where the system can. */
    static void put(Path temporary, Path file, String permissions) throws IOException {
        restrict(temporary, permissions);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Gives what was received a second name where nothing has it yet, so that the first is still there if the second is lost; else puts it there. */
    static void link(Path received, Path file, String permissions) throws IOException {
        restrict(received, permissions);
        try {
            Files.createLink(file, received);
        } catch (FileSystemException | UnsupportedOperationException _) {
            put(received, file, permissions);
        }
    }

    /** Makes the names in a folder durable, where the system can. */
    static void syncFolder(Path folder) throws IOException {
        boolean interrupted = false;
        while (true) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
                break;
            } catch (ClosedByInterruptException _) {
                interrupted = Thread.interrupted();
            } catch (AccessDeniedException _) {
                break; // Windows opens no folders; its file system journals the names itself.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
