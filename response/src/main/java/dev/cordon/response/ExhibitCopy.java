package dev.cordon.response;

import dev.cordon.evidence.ExhibitId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** An exhibit that is read more than once: copied and checked once, in memory where it is small and else in a {@link HiddenFile}. For one thread. */
final class ExhibitCopy implements AutoCloseable {
    /** Most pages of a log are smaller; a file that a person exported may have gigabytes. */
    static final int SMALL = 1 << 23;

    private final Source vault;
    private final ExhibitId exhibit;
    private final RandomGenerator random;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private byte @Nullable [] whole;
    private @Nullable HiddenFile file;

    /** Where exhibits are copied from, checked on the way. */
    interface Source {
        void copy(ExhibitId exhibit, OutputStream to);
    }

    /** @param random cryptographically strong */
    ExhibitCopy(Source vault, ExhibitId exhibit, RandomGenerator random) {
        this.vault = vault;
        this.exhibit = exhibit;
        this.random = random;
    }

    /**
     * Its bytes from their beginning.
     *
     * @throws dev.cordon.evidence.EvidenceDamagedException when they are not the bytes that were sealed; nothing of them is returned
     */
    InputStream open() throws IOException {
        byte[] small = whole == null ? copied() : whole;
        whole = small;
        return file == null ? new ByteArrayInputStream(small) : file.read(0, file.size());
    }

    /** What is in memory of it: nothing where it is in the file. */
    private byte[] copied() throws IOException {
        var to = new Copying();
        vault.copy(exhibit, to);
        to.flush();
        return memory.toByteArray();
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }

    /** Into memory, and from there into the file as soon as it is too much. */
    private final class Copying extends OutputStream {
        private OutputStream to = memory;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (file == null && memory.size() + length > SMALL) {
                file = new HiddenFile(random);
                to = file.append();
                memory.writeTo(to);
                memory.reset();
            }
            to.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }
    }
}
