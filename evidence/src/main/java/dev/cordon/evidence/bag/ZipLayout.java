package dev.cordon.evidence.bag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Looks whether a zip file is its listed entries and not a byte more: each begins where the one before it ends, its own header says what the
 * list says, and the list begins where the last one ends. So nothing lies in it that no list names, and no two entries share their bytes.
 * Stateless.
 */
final class ZipLayout {
    private static final int HEADER = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int LENGTH = 30;
    private static final int FOR_LARGE = 45;

    private ZipLayout() {}

    /** Whether it is; what is otherwise is named. */
    static boolean isWhole(FileChannel zip, CentralDirectory directory, Faults faults) throws IOException {
        List<CentralDirectory.Entry> entries = directory.entries().stream()
                .sorted(Comparator.comparingLong(CentralDirectory.Entry::offset))
                .toList();
        boolean isWhole = true;
        for (int i = 0; i < entries.size(); i++) {
            CentralDirectory.Entry entry = entries.get(i);
            long next = i + 1 < entries.size() ? entries.get(i + 1).offset() : directory.start();
            String why = i == 0 && entry.offset() != 0 ? "something before it" : why(zip, entry, next);
            if (!why.isEmpty()) {
                faults.inFile(
                        entry.name(),
                        "an entry as the list of the zip says, and the next one right behind it",
                        why,
                        "The zip hides something, or means different things to different programs; nothing in it was opened.");
                isWhole = false;
            }
        }
        return isWhole;
    }

    private static String why(FileChannel zip, CentralDirectory.Entry entry, long next) throws IOException {
        if (entry.offset() > next - LENGTH) {
            return "bytes that it shares with another entry";
        }
        ByteBuffer header = CentralDirectory.bytes(zip, entry.offset(), LENGTH);
        int name = CentralDirectory.unsigned(header.getShort(26));
        long end = dataAt(entry, header) + entry.packed();
        if (header.getInt(0) != HEADER) {
            return "no header";
        }
        if (entry.packed() < 0 || end > next) {
            return "bytes that it shares with another entry";
        }
        ByteBuffer rest = CentralDirectory.bytes(
                zip, entry.offset() + LENGTH, (int) (dataAt(entry, header) - entry.offset() - LENGTH));
        ZipExtra extra = ZipExtra.read(rest.slice(name, rest.limit() - name));
        if (!isSameName(entry, rest.slice(0, name))) {
            return "a header with another name";
        }
        if (!isSame(entry, header, extra)) {
            return "a header that says something else";
        }
        if (!extra.isUsual() || !entry.extra().isUsual() || entry.comment() > 0) {
            return "a comment or an extra field";
        }
        return isBehind(zip, entry, end, next - end) ? "" : "bytes behind it that belong to no entry";
    }

    private static boolean isSameName(CentralDirectory.Entry entry, ByteBuffer name) {
        try {
            return CentralDirectory.name(name).equals(entry.name());
        } catch (ZipException _) {
            return false;
        }
    }

    private static boolean isSame(CentralDirectory.Entry entry, ByteBuffer header, ZipExtra extra) {
        long[] sizes =
                extra.large(CentralDirectory.unsigned(header.getInt(22)), CentralDirectory.unsigned(header.getInt(18)));
        boolean isLater = entry.isDescribedBehind() && header.getInt(14) == 0 && sizes[0] == 0 && sizes[1] == 0;
        return isSameVersion(CentralDirectory.unsigned(header.getShort(4)), entry.version())
                && CentralDirectory.unsigned(header.getShort(6)) == entry.flags()
                && CentralDirectory.unsigned(header.getShort(8)) == entry.method()
                && CentralDirectory.unsigned(header.getInt(10)) == entry.dated()
                && (isLater
                        || (CentralDirectory.unsigned(header.getInt(14)) == entry.crc()
                                && sizes[0] == entry.size()
                                && sizes[1] == entry.packed()));
    }

    /** Programs that learn too late that an entry is a large one say so in the list only. */
    private static boolean isSameVersion(int before, int listed) {
        return before == listed || (before < listed && listed == FOR_LARGE);
    }

    /** Behind the bytes there is nothing, or the sizes once more: with or without a mark, in four or eight bytes each. */
    private static boolean isBehind(FileChannel zip, CentralDirectory.Entry entry, long at, long length)
            throws IOException {
        if (!entry.isDescribedBehind()) {
            return length == 0;
        }
        if (length != 12 && length != 16 && length != 20 && length != 24) {
            return false;
        }
        ByteBuffer behind = CentralDirectory.bytes(zip, at, (int) length);
        boolean isMarked = length == 16 || length == 24;
        int from = isMarked ? 4 : 0;
        boolean isLarge = length >= 20;
        long packed = isLarge ? behind.getLong(from + 4) : CentralDirectory.unsigned(behind.getInt(from + 4));
        long size = isLarge ? behind.getLong(from + 12) : CentralDirectory.unsigned(behind.getInt(from + 8));
        return (!isMarked || behind.getInt(0) == DESCRIPTOR)
                && CentralDirectory.unsigned(behind.getInt(from)) == entry.crc()
                && packed == entry.packed()
                && size == entry.size();
    }

    /** Where the packed bytes of an entry begin. */
    static long dataAt(FileChannel zip, CentralDirectory.Entry entry) throws IOException {
        return dataAt(entry, CentralDirectory.bytes(zip, entry.offset(), LENGTH));
    }

    private static long dataAt(CentralDirectory.Entry entry, ByteBuffer header) {
        return entry.offset()
                + LENGTH
                + CentralDirectory.unsigned(header.getShort(26))
                + CentralDirectory.unsigned(header.getShort(28));
    }
}
