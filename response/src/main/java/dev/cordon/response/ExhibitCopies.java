package dev.cordon.response;

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
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Exhibits that are read more than once: each copied and checked once, all into one temporary file that nobody else can open and that is gone
 * with this process, however it ends. It is encrypted with a key that is in memory only: what is left of it on a disk, or in what a system puts aside
 * of its folder, says nothing to anybody. For one thread.
 */
final class ExhibitCopies implements AutoCloseable {
    private static final int BLOCK = 16;

    private final Source vault;
    private final SecretKeySpec key;
    private final Map<ExhibitId, Part> parts = new HashMap<>();
    private @Nullable FileChannel file;

    /** Where exhibits are copied from, checked on the way. */
    interface Source {
        void copy(ExhibitId exhibit, OutputStream to);
    }

    private record Part(long from, long until) {}

    /** @param random cryptographically strong */
    ExhibitCopies(Source vault, RandomGenerator random) {
        this.vault = vault;
        byte[] drawn = new byte[32];
        random.nextBytes(drawn);
        this.key = new SecretKeySpec(drawn, "AES");
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
        return new Reading(channel, part, cipher(Cipher.DECRYPT_MODE, part.from()));
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
        OutputStream to = new CipherOutputStream(Channels.newOutputStream(channel), cipher(Cipher.ENCRYPT_MODE, from));
        vault.copy(exhibit, to);
        to.flush();
        return new Part(from, channel.size());
    }

    /** Counts the blocks of the file, so that no two bytes of it are ever encrypted alike: it is only ever appended to. */
    private Cipher cipher(int mode, long from) {
        byte[] counter =
                ByteBuffer.allocate(BLOCK).putLong(BLOCK / 2, from / BLOCK).array();
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(counter));
            cipher.update(new byte[(int) (from % BLOCK)]);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
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
        private final Cipher cipher;
        private long at;

        Reading(FileChannel channel, Part part, Cipher cipher) {
            this.channel = channel;
            this.cipher = cipher;
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
            decrypt(bytes, from, read);
            at += read;
            return read;
        }

        private void decrypt(byte[] bytes, int from, int length) {
            try {
                cipher.update(bytes, from, length, bytes, from);
            } catch (ShortBufferException e) {
                throw new IllegalStateException("a counter encrypts byte by byte", e);
            }
        }
    }
}
