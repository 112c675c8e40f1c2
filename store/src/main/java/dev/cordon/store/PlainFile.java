package dev.cordon.store;

import dev.cordon.store.encryption.ChangedBytesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Opens a file and nothing else. A link is not followed, since what it leads to was never kept here; a pipe or a device is not opened, since
 * nobody knows when it would answer or end. Stateless.
 */
final class PlainFile {
    private PlainFile() {}

    /** Whether something else than a file has that name; not where nothing has. */
    static boolean isSomethingElse(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** What has that name instead of a file, in words. */
    static String kind(Path file) {
        if (Files.isSymbolicLink(file)) {
            return "a link to somewhere else, which was not followed";
        }
        return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                ? "a folder"
                : "something that is no file (a pipe or a device), which was not opened";
    }

    /**
     * Opens it.
     *
     * @throws ChangedBytesException when something else than a file has that name
     */
    static InputStream open(Path file) throws IOException {
        if (isSomethingElse(file)) {
            throw new ChangedBytesException(kind(file));
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }
}
