package dev.cordon.evidence.bag;

import dev.cordon.evidence.chain.DigestingStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a bag while it is written, under names that nobody takes for a bag. A file beside them, locked as long as its writer lives, says
 * whose they are; by it the next export in the same folder takes away what a killed one left, and nothing else. For one thread.
 */
final class BagParts implements AutoCloseable {
    private static final Pattern LOCK = Pattern.compile("\\.(.+)\\.([0-9a-z]{1,32})\\.lock");
    private static final int LONGEST_MARK = 100;

    /** Locks of this very process: opening and closing one of them again would let it go. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final String word;
    private final @Nullable FileChannel lock;

    private BagParts(Path target, String word, @Nullable FileChannel lock) {
        this.target = target;
        this.word = word;
        this.lock = lock;
    }

    /** Begins to write what is to be at {@code target}, in a folder that is there. */
    static BagParts begin(Path target, String word) {
        clearDead(target.toAbsolutePath().resolveSibling(""));
        return new BagParts(target, word, locked(beside(target, word, "lock"), word));
    }

    /** Marked only once it is locked: a file without its mark is nobody's. */
    private static @Nullable FileChannel locked(Path file, String word) {
        FileChannel channel = null;
        OURS.add(file.toAbsolutePath());
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                channel.write(ByteBuffer.wrap(mark(word).getBytes(StandardCharsets.UTF_8)));
                return channel;
            }
            channel.close();
        } catch (IOException _) {
            // Where nothing can be locked, what a kill leaves has to be taken away by hand.
            end(channel, file);
        }
        return null;
    }

    private static String mark(String word) {
        return "cordon-export/1 " + word + "\n";
    }

    private static Path beside(Path target, String word, String ending) {
        return target.resolveSibling("." + target.getFileName() + "." + word + "." + ending);
    }

    Path folder() {
        return beside(target, word, "part");
    }

    Path packed() {
        return beside(target, word, "zip.part");
    }

    @Override
    public void close() {
        takeAway(target, word);
        if (lock != null) {
            end(lock, beside(target, word, "lock"));
        }
    }

    private static void takeAway(Path target, String word) {
        BagFolder.delete(beside(target, word, "part"));
        BagFolder.delete(beside(target, word, "zip.part"));
    }

    private static void end(@Nullable FileChannel lock, Path file) {
        if (lock == null) {
            return;
        }
        OURS.remove(file.toAbsolutePath());
        try (lock) {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // Without its parts beside it, it says nothing.
        }
    }

    private static void clearDead(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> locks = files.filter(
                            file -> LOCK.matcher(file.getFileName().toString()).matches())
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
            locks.forEach(BagParts::clear);
        } catch (IOException | UncheckedIOException _) {
            // What cannot be looked through is left as it is.
        }
    }

    /** Whoever holds the lock of a dead writer is alone with what it left. */
    private static void clear(Path file) {
        Matcher name = LOCK.matcher(file.getFileName().toString());
        if (!name.matches() || OURS.contains(file.toAbsolutePath())) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock dead = channel.tryLock()) {
            ByteBuffer bytes = ByteBuffer.allocate(LONGEST_MARK);
            if (dead == null || channel.read(bytes) <= 0) {
                return;
            }
            String mark = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
            if (mark.equals(mark(name.group(2)))) {
                Path target = file.resolveSibling(name.group(1));
                clearDigest(target, beside(target, name.group(2), "zip.part"));
                takeAway(target, name.group(2));
                Files.deleteIfExists(file);
            }
        } catch (IOException | OverlappingFileLockException _) {
            // Somebody writes it now, perhaps this very process.
        }
    }

    /** The digest beside a zip is written first. Without its zip it is a leftover, if it is the digest of what was to become the zip. */
    private static void clearDigest(Path target, Path packed) throws IOException {
        Path digest = target.resolveSibling(target.getFileName() + ".sha256");
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(digest, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(packed, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        DigestingStream digesting = new DigestingStream(OutputStream.nullOutputStream());
        Files.copy(packed, digesting);
        String ours = BagZip.digestLine(digesting.sha256(), target.getFileName().toString());
        if (Files.size(digest) == ours.length() && Files.readString(digest).equals(ours)) {
            Files.delete(digest);
        }
    }
}
