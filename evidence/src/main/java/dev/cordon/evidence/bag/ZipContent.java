package dev.cordon.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipException;

/**
 * A bag in a zip file. Nothing is unpacked to the disk, and nothing is opened before every name and size in it has been looked at: names that
 * lead elsewhere, names that stand twice, links, what is encrypted, what would swell and what no list names are each a fault, and then nothing is
 * opened. What is opened is read by the same list that was looked at.
 */
final class ZipContent implements BagContent {
    /** What our own bags never reach: {@link BagZip} does not compress what is that large. */
    private static final long SWOLLEN = BagZip.LARGE;

    private static final long MOST_TIMES = BagZip.MOST_TIMES;
    private static final long EMPTY = 2; // nothing, deflated
    private static final long MOST_BYTES = 1L << 40;

    private final FileChannel zip;
    private final SortedMap<String, Long> files = new TreeMap<>();
    private final Map<String, CentralDirectory.Entry> entries = new HashMap<>();

    private ZipContent(FileChannel zip) {
        this.zip = zip;
    }

    /**
     * Opens it; without files where something was named that stands against reading it.
     *
     * @throws ZipException when it cannot be read as a zip file
     */
    static ZipContent read(Path path, Faults faults) throws IOException {
        FileChannel zip = FileChannel.open(path, StandardOpenOption.READ);
        try {
            CentralDirectory directory = CentralDirectory.read(zip);
            ZipContent content = new ZipContent(zip);
            if (!refuse(directory.entries(), faults) && ZipLayout.isWhole(zip, directory, faults)) {
                content.take(directory.entries(), faults);
            }
            return content;
        } catch (IOException e) {
            zip.close();
            throw e;
        }
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
        long packed = 0;
        for (CentralDirectory.Entry entry : listed) {
            String why = why(entry, names);
            total += Math.clamp(entry.size(), 0, MOST_BYTES);
            packed += Math.clamp(entry.packed(), 0, MOST_BYTES);
            if (!why.isEmpty()) {
                faults.inFile(entry.name(), "a file of a bag", why, "The zip was refused; nothing in it was opened.");
                isRefused = true;
            }
        }
        boolean isSwollen = total > MOST_BYTES || (total > BagZip.SWOLLEN && total / MOST_TIMES > packed);
        if (isSwollen) {
            faults.inFile(
                    listed.getFirst().name(),
                    "at most " + MOST_BYTES + " bytes in all files, and at most " + MOST_TIMES
                            + " times what is packed",
                    total + " bytes packed into " + packed,
                    "The zip would swell beyond every measure; it was refused and nothing in it was opened.");
        }
        return isRefused || isSwollen;
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
        if (entry.method() != CentralDirectory.STORED && entry.method() != CentralDirectory.DEFLATED) {
            return "a file packed in a way that no bag is";
        }
        if (entry.isFolder() && (entry.size() != 0 || entry.packed() > EMPTY)) {
            return "a folder that holds bytes of its own";
        }
        boolean isSwollen =
                entry.size() < 0 || (entry.size() > SWOLLEN && entry.size() / MOST_TIMES > Math.max(1, entry.packed()));
        return isSwollen ? entry.size() + " bytes packed into " + entry.packed() : "";
    }

    private void take(List<CentralDirectory.Entry> listed, Faults faults) {
        String top = top(listed);
        Set<String> folders = new TreeSet<>();
        for (CentralDirectory.Entry entry : listed) {
            if (!entry.name().startsWith(top)) {
                faults.inFile(
                        entry.name(),
                        "every file in the one folder " + top,
                        "a file beside it",
                        "The zip holds something that does not belong to the bag.");
            } else if (entry.isFolder()) {
                folders.add(entry.name().substring(top.length()));
            } else {
                files.put(entry.name().substring(top.length()), entry.size());
                entries.put(entry.name().substring(top.length()), entry);
            }
        }
        EmptyFolders.name(folders, files.keySet(), faults);
    }

    @Override
    public SortedMap<String, Long> files() {
        return files;
    }

    @Override
    public InputStream open(String name) throws IOException {
        CentralDirectory.Entry entry = entries.get(name);
        if (entry == null) {
            throw new ZipException("it is listed and not there");
        }
        return ZipEntryStream.open(zip, entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
