package dev.cordon.evidence.bag;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * The extra fields of a zip entry: lengths over four gigabytes, and what programs write of times and owners. Anything else could name the file
 * otherwise for other programs, or hide something.
 *
 * @param bytes the fields as they stand there
 */
record ZipExtra(ByteBuffer bytes) {
    private static final int LARGE = 1;
    private static final Set<Integer> USUAL = Set.of(LARGE, 0x000A, 0x5455, 0x5855, 0x7855, 0x7875);
    private static final int LONGEST = 100;

    static ZipExtra read(ByteBuffer bytes) {
        return new ZipExtra(bytes.order(ByteOrder.LITTLE_ENDIAN));
    }

    /** Whether there is nothing but what programs usually write. */
    boolean isUsual() {
        int at = 0;
        while (at <= bytes.limit() - 4 && USUAL.contains(CentralDirectory.unsigned(bytes.getShort(at)))) {
            at += 4 + CentralDirectory.unsigned(bytes.getShort(at + 2));
        }
        return at == bytes.limit() && at <= LONGEST;
    }

    /** Each of those numbers, or, where it says so, the one that stands here in its place; they stand here in the same order. */
    long[] large(long... small) {
        long[] large = small.clone();
        int at = 0;
        while (at <= bytes.limit() - 4) {
            int end = at + 4 + CentralDirectory.unsigned(bytes.getShort(at + 2));
            if (bytes.getShort(at) == LARGE && end <= bytes.limit()) {
                int field = at + 4;
                for (int i = 0; i < large.length && field <= end - 8; i++) {
                    if (small[i] == 0xFFFFFFFFL) {
                        large[i] = bytes.getLong(field);
                        field += 8;
                    }
                }
                return large;
            }
            at = end;
        }
        return large;
    }
}
