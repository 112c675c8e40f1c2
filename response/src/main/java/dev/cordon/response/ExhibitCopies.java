package dev.cordon.response;

import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.ExhibitId;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exhibits that are read more than once: each copied and checked once, all into one temporary file that nobody else can open and that is gone
 * with this process, however it ends. For one thread.
 */
final class ExhibitCopies implements AutoCloseable {
    private final EvidenceVault vault;
    private final Map<ExhibitId, Part> parts = new HashMap<>();
    private @Nullable FileChannel file;

    private record Part(long from, long until) {}

    ExhibitCopies(EvidenceVault vault) {
        this.vault = vault;
    }

    /**
     * Its bytes from their beginning.
     *
     * @throws dev.cordon.evidence.EvidenceDamagedException when they are not the bytes that were sealed; nothing of them is returned
     */
    InputStream open(ExhibitId exhibit) throws IOException {
        FileChannel channel = file == null ? made() : file;
        file = channel;
        Part part = parts.get(exhibit);
        if (part == null) {
            part = copied(exhibit, channel);
            parts.put(exhibit, part);
        }
        return new Reading(channel, part);
    }

    /** Where the system can, the file loses its name at once, else when it is closed, also by the death of the process. */
    private static FileChannel made() throws IOException {
        Path path = Files.createTempFile("cordon-reading", ".tmp");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private Part copied(ExhibitId exhibit, FileChannel channel) throws IOException {
        long from = channel.size();
        channel.position(from);
        OutputStream to = Channels.newOutputStream(channel);
        vault.copy(exhibit, to);
        return new Part(from, channel.size());
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reading extends InputStream {
        private final FileChannel channel;
        private final long until;
        private long at;

        Reading(FileChannel channel, Part part) {
            this.channel = channel;
            this.at = part.from();
            this.until = part.until();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == until) {
                return -1;
            }
            int read = channel.read(ByteBuffer.wrap(bytes, from, (int) Math.min(length, until - at)), at);
            if (read < 0) {
                throw new EOFException("the copy of an exhibit is shorter than it was");
            }
            at += read;
            return read;
        }
    }
}
