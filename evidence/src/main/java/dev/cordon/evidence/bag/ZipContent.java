package dev.cordon.evidence.bag;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A bag in a zip file. Nothing is unpacked to the disk, and nothing is opened before every name and size in it has been looked at: names that
 * lead elsewhere, names that stand twice, links, what is encrypted and what would swell are each a fault, and then nothing is opened.
 */
final class ZipContent implements BagContent {
    /** What our own bags never reach: {@link BagZip} does not compress what is that large. */
    private static final long SWOLLEN = BagZip.LARGE;

    private static final long MOST_TIMES = 100;
    private static final long MOST_BYTES = 1L << 40;

    private final ZipFile zip;
    private final SortedMap<String, Long> files = new TreeMap<>();
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private ZipContent(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens it; without files where something was named that stands against reading it.
     *
     * @throws ZipException when it cannot be read as a zip file
     */
    static ZipContent read(Path path, Faults faults) throws IOException {
        List<CentralDirectory.Entry> listed = CentralDirectory.read(path);
        boolean isRefused = refuse(listed, faults);
        ZipContent content = new ZipContent(new ZipFile(path.toFile()));
        if (!isRefused) {
            content.take(top(listed), faults);
        }
        return content;
    }

    /** The folder that holds everything, with its stroke; empty text where the first entry lies in none. */
    private static String top(List<CentralDirectory.Entry> listed) {
        String first = listed.isEmpty() ? "" : listed.getFirst().name();
        return first.substring(0, first.indexOf('/') + 1);
    }

    private static boolean refuse(List<CentralDirectory.Entry> listed, Faults faults) {
        Set<String> names = new HashSet<>();
        boolean isRefused = false;
        long total = 0;
        for (CentralDirectory.Entry entry : listed) {
            String why = why(entry, names);
            total = Math.addExact(total, Math.clamp(entry.size(), 0, MOST_BYTES));
            if (!why.isEmpty()) {
                faults.inFile(entry.name(), "a file of a bag", why, "The zip was refused; nothing in it was opened.");
                isRefused = true;
            }
        }
        if (total > MOST_BYTES) {
            faults.inFile(
                    listed.getFirst().name(),
                    "at most " + MOST_BYTES + " bytes in all files",
                    total + " bytes",
                    "The zip would swell beyond every measure; it was refused and nothing in it was opened.");
        }
        return isRefused || total > MOST_BYTES;
    }

    private static String why(CentralDirectory.Entry entry, Set<String> names) {
        String name = entry.name();
        if (entry.isLink()) {
            return "a link to somewhere else";
        }
        if (name.isEmpty() || name.startsWith("/") || name.contains("\\") || name.contains(":")) {
            return "a path that leads out of the bag";
        }
        for (String part : name.replaceAll("/$", "").split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return "a path that leads out of the bag";
            }
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return "a name with control characters";
        }
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            return "a name that stands there twice";
        }
        if (entry.isEncrypted()) {
            return "an encrypted file";
        }
        boolean isSwollen =
                entry.size() < 0 || (entry.size() > SWOLLEN && entry.size() / MOST_TIMES > Math.max(1, entry.packed()));
        return isSwollen ? entry.size() + " bytes packed into " + entry.packed() : "";
    }

    private void take(String top, Faults faults) {
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            if (entry.getName().startsWith(top)) {
                String name = entry.getName().substring(top.length());
                files.put(name, entry.getSize());
                entries.put(name, entry);
            } else {
                faults.inFile(
                        entry.getName(),
                        "every file in the one folder " + top,
                        "a file beside it",
                        "The zip holds something that does not belong to the bag.");
            }
        });
    }

    @Override
    public SortedMap<String, Long> files() {
        return files;
    }

    @Override
    public InputStream open(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        InputStream stream = entry == null ? null : zip.getInputStream(entry);
        if (entry == null || stream == null) {
            throw new ZipException("it is listed and not there");
        }
        return new Bounded(stream, entry.getSize());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** What unpacks to more than it says is not read on. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long size) {
            super(in);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return read < 0 ? read : counted(1, read);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int many, int result) throws ZipException {
            left -= many;
            if (left < 0) {
                throw new ZipException("it unpacks to more than it says");
            }
            return result;
        }
    }
}
