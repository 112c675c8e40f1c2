package dev.cordon.evidence.bag;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.chain.DigestingStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a bag into a zip file with one folder at its top. */
final class BagZip {
    /** From this size on a file is not compressed, so that no bag of ours looks like a bomb (see {@link ZipContent}). */
    static final long LARGE = 100L * 1024 * 1024;

    /** From this many bytes in all on, a bag that is more than {@link #MOST_TIMES} times as long as its zip is none of ours. */
    static final long SWOLLEN = 512L * 1024 * 1024;

    static final long MOST_TIMES = 100;

    private BagZip() {}

    /** What the file beside a zip says, as {@code sha256sum -c} reads it. */
    static String digestLine(Digest sha256, String name) {
        return sha256 + "  " + name + "\n";
    }

    /** Packs it and says the zip's SHA-256. The same bag gives the same bytes. */
    static Digest pack(BagFolder bag, String top, Path zip) throws IOException {
        try (FileOutputStream file = new FileOutputStream(zip.toFile())) {
            if (zip.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(zip, PosixFilePermissions.fromString("rw-------"));
            }
            DigestingStream digesting = new DigestingStream(file);
            ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(digesting, 1 << 16));
            long total = 0;
            for (String name : bag.written().keySet()) {
                Path from = bag.file(name);
                long size = Files.size(from);
                total += size;
                // Half of what is refused: what is not compressed from there on makes up for what was.
                boolean wouldSwell = total > SWOLLEN / 2 && total / MOST_TIMES > digesting.size();
                out.setLevel(size >= LARGE || wouldSwell ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
                ZipEntry entry = new ZipEntry(top + "/" + name);
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                out.putNextEntry(entry);
                Files.copy(from, out);
                out.closeEntry();
            }
            out.finish();
            out.flush();
            file.getFD().sync();
            return digesting.sha256();
        }
    }
}
