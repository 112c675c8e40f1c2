package dev.cordon.response;

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
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A temporary file that nobody else can open and that is gone with this process, however it ends. It is encrypted with a key that is in memory
 * only: what is left of it on a disk, or in what a system puts aside of its folder, says nothing to anybody. It is only ever appended to. For one
 * thread.
 */
final class HiddenFile implements AutoCloseable {
    private static final int BLOCK = 16;

    private final SecretKeySpec key;
    private final FileChannel channel;

    /** @param random cryptographically strong */
    HiddenFile(RandomGenerator random) throws IOException {
        byte[] drawn = new byte[32];
        random.nextBytes(drawn);
        this.key = new SecretKeySpec(drawn, "AES");
        // Where the system can, the file loses its name at once, else when it is closed, also by the death of the
        // process.
        Path path = Files.createTempFile("cordon-reading", ".tmp");
        this.channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Takes what follows the last byte; until it is flushed nobody begins another. Closing it closes nothing else. */
    OutputStream append() throws IOException {
        long from = channel.size();
        channel.position(from);
        return new CipherOutputStream(Channels.newOutputStream(channel), cipher(Cipher.ENCRYPT_MODE, from)) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** The bytes from the first place on, up to the second. */
    InputStream read(long from, long until) {
        return new Reading(channel, from, until, cipher(Cipher.DECRYPT_MODE, from));
    }

    /** Counts the blocks of the file, so that no two bytes of it are ever encrypted alike. */
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
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reading extends InputStream {
        private final FileChannel channel;
        private final long until;
        private final Cipher cipher;
        private long at;

        Reading(FileChannel channel, long from, long until, Cipher cipher) {
            this.channel = channel;
            this.cipher = cipher;
            this.at = from;
            this.until = until;
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
                throw new EOFException("the hidden file is shorter than it was");
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
