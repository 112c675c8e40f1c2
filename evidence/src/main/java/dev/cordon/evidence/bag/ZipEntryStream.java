package dev.cordon.evidence.bag;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The bytes of a zip entry, unpacked; not one more or fewer than it says, and all of its packed bytes used up by them. For one thread. */
final class ZipEntryStream extends FilterInputStream {
    private final CentralDirectory.Entry entry;
    private final Packed packed;
    private final CRC32 crc = new CRC32();
    private long left;

    private ZipEntryStream(InputStream plain, Packed packed, CentralDirectory.Entry entry) {
        super(plain);
        this.packed = packed;
        this.entry = entry;
        this.left = entry.size();
    }

    static InputStream open(FileChannel zip, CentralDirectory.Entry entry) throws IOException {
        Packed packed = new Packed(zip, ZipLayout.dataAt(zip, entry), entry.packed());
        InputStream plain = entry.method() == CentralDirectory.STORED ? packed : new Inflating(packed);
        return new ZipEntryStream(plain, packed, entry);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read < 0) {
            requireWhole();
            return read;
        }
        left -= read;
        if (left < 0) {
            throw new ZipException("it unpacks to more than it says");
        }
        crc.update(bytes, offset, read);
        return read;
    }

    private void requireWhole() throws ZipException {
        boolean isUsedUp = packed.left == 0 && (!(in instanceof Inflating inflating) || inflating.isUsedUp());
        if (left != 0 || !isUsedUp || crc.getValue() != entry.crc()) {
            throw new ZipException("it unpacks to something else than it says");
        }
    }

    /** The bytes in the file; a buffer of its own is in front of it. */
    private static final class Packed extends InputStream {
        private final FileChannel zip;
        private long at;
        private long left;

        Packed(FileChannel zip, long at, long left) {
            this.zip = zip;
            this.at = at;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = zip.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)), at);
            if (read < 0) {
                throw new EOFException("the zip was cut off while it was read");
            }
            at += read;
            left -= read;
            return read;
        }
    }

    private static final class Inflating extends InflaterInputStream {
        private boolean isPadded;

        Inflating(InputStream packed) {
            super(packed, new Inflater(true), 1 << 14);
        }

        /** An inflater without a header may want one byte behind the end. */
        @Override
        protected void fill() throws IOException {
            if (isPadded) {
                throw new EOFException("its packed bytes end too early");
            }
            len = in.read(buf, 0, buf.length);
            if (len < 0) {
                isPadded = true;
                buf[0] = 0;
                len = 1;
            }
            inf.setInput(buf, 0, len);
        }

        boolean isUsedUp() {
            return inf.finished() && inf.getRemaining() <= (isPadded ? 1 : 0);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }
}
