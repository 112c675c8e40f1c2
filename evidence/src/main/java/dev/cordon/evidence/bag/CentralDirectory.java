package dev.cordon.evidence.bag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * What a zip file says of its entries, before any of them is opened. There is one end, and it is the end: a reader that looks for another one
 * would read another list.
 *
 * @param entries the entries in the order of the list
 * @param start where the list begins; the entries lie before it
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 4.3</a>
 */
record CentralDirectory(List<Entry> entries, long start) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** How long the last record of a zip is that has no comment, as ours have none. */
    static final int END_BYTES = 22;

    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LINK = 0xA000;
    private static final int ENCRYPTED = 0x2041;
    private static final int DESCRIBED_BEHIND = 8;
    private static final int MOST_ENTRIES = 1_000_000;

    /** Bytes of the list, which is held in memory: some hundred thousand entries of a bag of ours, which have about a hundred each. */
    private static final int LARGEST_LIST = 64 << 20;

    CentralDirectory {
        entries = List.copyOf(entries);
    }

    /**
     * An entry as the directory has it.
     *
     * @param version which version of the format it needs
     * @param dated its date and time, as they are packed there
     * @param extra what it has beside the fields that every entry has
     * @param comment how many bytes of comment it has
     * @param offset where its own header begins
     */
    record Entry(
            String name,
            int version,
            int flags,
            int method,
            long dated,
            long crc,
            long packed,
            long size,
            ZipExtra extra,
            int comment,
            long offset,
            boolean isLink) {
        boolean isEncrypted() {
            return (flags & ENCRYPTED) != 0;
        }

        boolean isFolder() {
            return name.endsWith("/");
        }

        /** Whether its sizes stand once more behind its bytes. */
        boolean isDescribedBehind() {
            return (flags & DESCRIBED_BEHIND) != 0;
        }
    }

    /** How many entries, and how many bytes of them from where. */
    private record Place(long count, long size, long start) {}

    static CentralDirectory read(FileChannel zip) throws IOException {
        Place place = place(zip);
        if (place.count() < 0 || place.count() > MOST_ENTRIES) {
            throw new ZipException("it says that it has " + place.count() + " entries, and more than " + MOST_ENTRIES
                    + " are not read");
        }
        if (place.size() > LARGEST_LIST) {
            throw new ZipException("its list of entries has " + place.size() + " bytes, and more than " + LARGEST_LIST
                    + " are not read");
        }
        return new CentralDirectory(
                entries(bytes(zip, place.start(), (int) place.size()), (int) place.count()), place.start());
    }

    private static Place place(FileChannel zip) throws IOException {
        long at = zip.size() - END_BYTES;
        ByteBuffer end = at < 0 ? ByteBuffer.allocate(END_BYTES) : bytes(zip, at, END_BYTES);
        if (end.getInt(0) != END || end.getShort(20) != 0) {
            throw new ZipException("its end is missing, or something stands in it or behind it");
        }
        Place place = new Place(unsigned(end.getShort(10)), unsigned(end.getInt(12)), unsigned(end.getInt(16)));
        boolean isLarge = place.count() == 0xFFFF || place.size() == 0xFFFFFFFFL || place.start() == 0xFFFFFFFFL;
        long behind = isLarge ? at - 76 : at;
        if (end.getInt(4) != 0 || end.getShort(8) != end.getShort(10)) {
            throw new ZipException("it is only a part of a zip file");
        }
        Place found = isLarge ? large(zip, behind, place) : place;
        if (found.size() < 0 || found.size() > Integer.MAX_VALUE || found.start() != behind - found.size()) {
            throw new ZipException("its list of entries does not end where the zip does");
        }
        return found;
    }

    private static Place large(FileChannel zip, long at, Place small) throws IOException {
        if (at < 0) {
            throw new ZipException("its end is damaged");
        }
        ByteBuffer end = bytes(zip, at, 76);
        boolean isEnd = end.getInt(0) == END_64
                && end.getLong(4) == 44
                && end.getLong(16) == 0
                && end.getLong(24) == end.getLong(32)
                && end.getInt(56) == LOCATOR_64
                && end.getInt(60) == 0
                && end.getLong(64) == at;
        Place large = new Place(end.getLong(32), end.getLong(40), end.getLong(48));
        if (!isEnd
                || !agree(small.count(), 0xFFFF, large.count())
                || !agree(small.size(), 0xFFFFFFFFL, large.size())
                || !agree(small.start(), 0xFFFFFFFFL, large.start())) {
            throw new ZipException("its end is damaged");
        }
        return large;
    }

    private static boolean agree(long small, long toLarge, long large) {
        return small == toLarge || small == large;
    }

    private static List<Entry> entries(ByteBuffer list, int count) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at > list.limit() - 46 || list.getInt(at) != ENTRY) {
                throw new ZipException("its list of entries is damaged at entry " + (i + 1));
            }
            int next = at
                    + 46
                    + unsigned(list.getShort(at + 28))
                    + unsigned(list.getShort(at + 30))
                    + unsigned(list.getShort(at + 32));
            if (next > list.limit()) {
                throw new ZipException("its list of entries is damaged at entry " + (i + 1));
            }
            entries.add(entry(list, at));
            at = next;
        }
        if (at != list.limit()) {
            throw new ZipException("it has more entries than it says");
        }
        return entries;
    }

    private static Entry entry(ByteBuffer list, int at) throws IOException {
        int nameLength = unsigned(list.getShort(at + 28));
        ZipExtra extra = ZipExtra.read(list.slice(at + 46 + nameLength, unsigned(list.getShort(at + 30))));
        long[] large = extra.large(
                unsigned(list.getInt(at + 24)), unsigned(list.getInt(at + 20)), unsigned(list.getInt(at + 42)));
        return new Entry(
                name(list.slice(at + 46, nameLength)),
                unsigned(list.getShort(at + 6)),
                unsigned(list.getShort(at + 8)),
                unsigned(list.getShort(at + 10)),
                unsigned(list.getInt(at + 12)),
                unsigned(list.getInt(at + 16)),
                large[1],
                large[0],
                extra,
                unsigned(list.getShort(at + 32)),
                large[2],
                ((list.getInt(at + 38) >>> 16) & 0xF000) == LINK);
    }

    static String name(ByteBuffer bytes) throws ZipException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException _) {
            throw new ZipException("a name in it is no UTF-8");
        }
    }

    /** Reads bytes of the file; fewer where it ends before is an error. */
    static ByteBuffer bytes(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (from < 0 || file.read(bytes, from + bytes.position()) < 0) {
                throw new ZipException("it is shorter than it says");
            }
        }
        return bytes.flip();
    }

    static int unsigned(short value) {
        return value & 0xFFFF;
    }

    static long unsigned(int value) {
        return value & 0xFFFFFFFFL;
    }
}
