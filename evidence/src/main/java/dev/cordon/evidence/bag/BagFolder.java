package dev.cordon.evidence.bag;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.chain.DigestingStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A bag while it is written: every file with its digests. The folder is its owner's alone. For one thread. */
final class BagFolder {
    private final Path folder;
    private final SortedMap<String, Written> written = new TreeMap<>();

    /** What was written under a name. */
    record Written(long size, Digest sha256, Digest sha512) {}

    private BagFolder(Path folder) {
        this.folder = folder;
    }

    static BagFolder create(Path folder) throws IOException {
        Files.createDirectory(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return new BagFolder(folder);
    }

    Path path() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a file; its digests are known, and its bytes durable, when the stream is closed. */
    OutputStream create(String name) throws IOException {
        Path file = file(name);
        Files.createDirectories(file.getParent());
        FileOutputStream disk = new FileOutputStream(file.toFile());
        DigestingStream digesting = new DigestingStream(disk);
        return new BufferedOutputStream(digesting, 1 << 16) {
            private boolean closed;

            @Override
            public void close() throws IOException {
                if (closed) {
                    return;
                }
                closed = true;
                try (disk) {
                    flush();
                    disk.getFD().sync();
                }
                written.put(name, new Written(digesting.size(), digesting.sha256(), digesting.sha512()));
            }
        };
    }

    void write(String name, String text) throws IOException {
        try (OutputStream out = create(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Takes a file away again that turned out to be none. */
    void remove(String name) throws IOException {
        written.remove(name);
        Files.deleteIfExists(file(name));
    }

    /** What was written under that name. */
    Written written(String name) {
        Written file = written.get(name);
        if (file == null) {
            throw new IllegalStateException(name + " was not written");
        }
        return file;
    }

    SortedMap<String, Written> written() {
        return written;
    }

    /** Writes {@code prefix-sha256.txt} and {@code prefix-sha512.txt} over the files of those names. */
    void writeManifests(String prefix, List<String> names) throws IOException {
        String sha256 = manifest(names, file -> file.sha256().hex());
        String sha512 = manifest(names, file -> file.sha512().hex());
        write(prefix + "-sha256.txt", sha256);
        write(prefix + "-sha512.txt", sha512);
    }

    private String manifest(List<String> names, Function<Written, String> digest) {
        StringBuilder text = new StringBuilder();
        names.forEach(name -> text.append(digest.apply(written(name)))
                .append("  ")
                .append(name)
                .append('\n'));
        return text.toString();
    }

    /** Takes everything away; what resists is left. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException _) {
            // A name that begins with a dot and ends in .part is never taken for a bag.
        }
    }
}
