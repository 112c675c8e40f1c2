package dev.cordon.evidence.bag;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * What a zip file says of its entries, before any of them is opened. The JDK's reader shows neither links nor which name stands twice.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 4.3</a>
 */
final class CentralDirectory {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LINK = 0xA000;
    private static final int MOST_ENTRIES = 1_000_000;

    private CentralDirectory() {}

    /** An entry as the directory has it. */
    record Entry(String name, long packed, long size, boolean isLink, boolean isEncrypted) {}

    static List<Entry> read(Path zip) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            long[] place = place(file);
            long count = place[0];
            if (count > MOST_ENTRIES) {
                throw new ZipException(
                        "it says that it has " + count + " entries, and more than " + MOST_ENTRIES + " are not read");
            }
            if (place[1] < 0 || place[2] < 0 || place[2] > file.length() - place[1] || place[1] > Integer.MAX_VALUE) {
                throw new ZipException("its list of entries lies outside of it");
            }
            return entries(bytes(file, place[2], (int) place[1]), (int) count);
        }
    }

    /** How many entries, and how many bytes of them from where. */
    private static long[] place(RandomAccessFile file) throws IOException {
        int length = (int) Math.min(file.length(), 22 + 0xFFFF);
        long from = file.length() - length;
        ByteBuffer tail = bytes(file, from, length);
        for (int at = length - 22; at >= 0; at--) {
            if (tail.getInt(at) == END && at + 22 + unsigned(tail.getShort(at + 20)) == length) {
                long[] place = {
                    unsigned(tail.getShort(at + 10)), unsigned(tail.getInt(at + 12)), unsigned(tail.getInt(at + 16))
                };
                boolean isLarge = place[0] == 0xFFFF || place[1] == 0xFFFFFFFFL || place[2] == 0xFFFFFFFFL;
                return isLarge && at >= 20 && tail.getInt(at - 20) == LOCATOR_64
                        ? place64(file, tail.getLong(at - 12))
                        : place;
            }
        }
        throw new ZipException("its end is missing");
    }

    private static long[] place64(RandomAccessFile file, long at) throws IOException {
        if (at < 0 || at > file.length() - 56) {
            throw new ZipException("its list of entries lies outside of it");
        }
        ByteBuffer end = bytes(file, at, 56);
        if (end.getInt(0) != END_64) {
            throw new ZipException("its end is damaged");
        }
        return new long[] {end.getLong(32), end.getLong(40), end.getLong(48)};
    }

    private static List<Entry> entries(ByteBuffer list, int count) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at > list.limit() - 46 || list.getInt(at) != ENTRY) {
                throw new ZipException("its list of entries is damaged at entry " + (i + 1));
            }
            int name = unsigned(list.getShort(at + 28));
            int extra = unsigned(list.getShort(at + 30));
            int next = at + 46 + name + extra + unsigned(list.getShort(at + 32));
            if (next > list.limit()) {
                throw new ZipException("its list of entries is damaged at entry " + (i + 1));
            }
            entries.add(entry(list, at, name, extra));
            at = next;
        }
        if (at != list.limit()) {
            throw new ZipException("it has more entries than it says");
        }
        return entries;
    }

    private static Entry entry(ByteBuffer list, int at, int nameLength, int extraLength) throws IOException {
        long packed = unsigned(list.getInt(at + 20));
        long size = unsigned(list.getInt(at + 24));
        int extra = at + 46 + nameLength;
        int end = extra + extraLength;
        while (extra <= end - 4) {
            int length = unsigned(list.getShort(extra + 2));
            if (list.getShort(extra) == 1 && extra + 4 + length <= end) {
                int field = extra + 4;
                if (size == 0xFFFFFFFFL && field + 8 <= extra + 4 + length) {
                    size = list.getLong(field);
                    field += 8;
                }
                if (packed == 0xFFFFFFFFL && field + 8 <= extra + 4 + length) {
                    packed = list.getLong(field);
                }
            }
            extra += 4 + length;
        }
        int mode = list.getInt(at + 38) >>> 16;
        return new Entry(
                name(list, at + 46, nameLength),
                packed,
                size,
                (mode & 0xF000) == LINK,
                (list.getShort(at + 8) & 1) != 0);
    }

    private static String name(ByteBuffer list, int at, int length) throws ZipException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(list.slice(at, length))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new ZipException("a name in it is no UTF-8");
        }
    }

    private static ByteBuffer bytes(RandomAccessFile file, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int unsigned(short value) {
        return value & 0xFFFF;
    }

    private static long unsigned(int value) {
        return value & 0xFFFFFFFFL;
    }
}
