package dev.cordon.response;

import dev.cordon.investigation.reconstruction.EvidenceRow;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Rows in a {@link HiddenFile}, written once and walked as often as wanted, in the order they came. For one thread. */
final class SpooledRows implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final HiddenFile file;
    private final DataOutputStream out;
    private final RowBytes writer = new RowBytes();
    private long count;

    /** @param random cryptographically strong */
    SpooledRows(RandomGenerator random) {
        try {
            this.file = new HiddenFile(random);
            this.out = new DataOutputStream(new BufferedOutputStream(file.append(), BUFFER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(EvidenceRow row) {
        byte[] bytes = writer.of(row);
        try {
            out.writeInt(bytes.length);
            out.write(bytes);
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count() {
        return count;
    }

    void visit(Consumer<EvidenceRow> visitor) {
        var reader = new RowBytes();
        try {
            out.flush();
            var in = new DataInputStream(new BufferedInputStream(file.read(0, file.size()), BUFFER));
            byte[] bytes = new byte[1 << 12];
            for (long row = 0; row < count; row++) {
                int length = in.readInt();
                bytes = bytes.length < length ? new byte[length] : bytes;
                in.readFully(bytes, 0, length);
                visitor.accept(reader.row(bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
