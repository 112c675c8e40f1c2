package dev.cordon.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Files that a process of ours was writing when it was killed: nothing refers to them, and they may hold evidence. */
final class Leftovers {
    /** Nobody writes to a file that long without changing it. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private Leftovers() {}

    /**
     * Takes away what nobody has written to for a day.
     *
     * @param file one that was just made beside them; its time is now
     * @param prefix how their names begin, before a UUID
     */
    static void takeAwayAbandoned(Path file, String prefix) {
        try {
            Instant before = Files.getLastModifiedTime(file).toInstant().minus(ABANDONED);
            takeAway(file.resolveSibling(""), prefix, before);
        } catch (IOException stays) {
            log(prefix, stays);
        }
    }

    /** Takes away all of them, whoever uses one still: for files that are not found by their names again. */
    static void takeAwayAll(Path folder, String prefix) {
        takeAway(folder, prefix, Instant.MAX);
    }

    private static void takeAway(Path folder, String prefix, Instant before) {
        Pattern name = Pattern.compile(Pattern.quote(prefix) + UUID);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, prefix + "*")) {
            for (Path file : files) {
                if (name.matcher(file.getFileName().toString()).matches()) {
                    takeAway(file, before);
                }
            }
        } catch (IOException | DirectoryIteratorException stays) {
            log(prefix, stays);
        }
    }

    private static void takeAway(Path file, Instant before) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            // Whoever made it was faster.
        } catch (IOException stays) {
            log(file.getFileName().toString(), stays);
        }
    }

    private static void log(String name, Exception stays) {
        System.getLogger(Leftovers.class.getName())
                .log(System.Logger.Level.DEBUG, "leftover files stay name=" + name, stays);
    }
}
