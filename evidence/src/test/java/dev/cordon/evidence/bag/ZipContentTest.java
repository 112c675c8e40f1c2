package dev.cordon.evidence.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.verification.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A zip of ours is read as it was packed; one that holds a byte that no list names is opened nowhere. */
class ZipContentTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_was_packed_is_read_as_it_was() throws IOException {
        BagFolder bag = BagFolder.create(folder.resolve("bag"));
        bag.write("bagit.txt", BagInfo.DECLARATION);
        bag.write("data/empty.txt", "");
        bag.write("data/exhibits/a.json", "x".repeat(200_000));
        BagZip.pack(bag, "top ü", folder.resolve("bag.zip"));

        assertThat(read(Files.readAllBytes(folder.resolve("bag.zip"))))
                .containsExactly(
                        Map.entry("bagit.txt", BagInfo.DECLARATION),
                        Map.entry("data/empty.txt", ""),
                        Map.entry("data/exhibits/a.json", "x".repeat(200_000)));
    }

    /** As programs do that pack an unpacked bag again. */
    @Test
    void folders_and_files_that_are_not_compressed_may_have_entries_of_their_own() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bag/data/"));
            zip.closeEntry();
            ZipEntry stored = new ZipEntry("bag/data/a.txt");
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(1);
            CRC32 crc = new CRC32();
            crc.update('a');
            stored.setCrc(crc.getValue());
            zip.putNextEntry(stored);
            zip.write('a');
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("bag/data/readable/"));
            zip.closeEntry();
        }

        assertThat(read(bytes.toByteArray())).containsExactly(Map.entry("data/a.txt", "a"));
    }

    @Test
    void more_than_65535_files_are_read_by_the_large_end() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (int i = 0; i < 0x10001; i++) {
                zip.putNextEntry(new ZipEntry("b/" + i));
                zip.closeEntry();
            }
        }
        Path zip = Files.write(folder.resolve("large.zip"), bytes.toByteArray());
        Faults faults = new Faults();
        try (BagContent content = ZipContent.read(zip, faults)) {
            assertThat(faults.all()).isEmpty();
            assertThat(content.files()).hasSize(0x10001);
        }
        byte[] other = bytes.toByteArray();
        other[other.length - 22 - 20 - 56 + 40] ^= 1;
        assertThat(faults(other)).isNotEmpty();
    }

    /** Mostly a hole: the file is as long as it says, and its list is read nowhere. */
    @Test
    void a_list_that_would_fill_the_memory_is_refused_before_it_is_read() throws IOException {
        int list = Integer.MAX_VALUE - 22;
        Path zip = folder.resolve("all-list.zip");
        try (FileChannel file = FileChannel.open(
                zip, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
            end.putInt(0, 0x06054b50)
                    .putShort(8, (short) 1)
                    .putShort(10, (short) 1)
                    .putInt(12, list);
            file.write(end, list);
        }

        assertThatThrownBy(() -> ZipContent.read(zip, new Faults()))
                .isInstanceOf(ZipException.class)
                .hasMessageContaining("its list of entries has " + list + " bytes");
    }

    @Test
    void a_second_end_and_whatever_stands_in_or_behind_the_end_are_refused() throws IOException {
        byte[] good = zip("bag/bagit.txt", "good");
        byte[] evil = zip("bag/bagit.txt", "evil");

        assertThat(faults(commented(good, "hidden".getBytes(StandardCharsets.UTF_8))))
                .isNotEmpty();
        assertThat(faults(commented(good, joined(evil, new byte[] {'J'})))).isNotEmpty();
        assertThat(faults(joined(good, evil))).isNotEmpty();
        assertThat(faults(joined(evil, good))).isNotEmpty();
        assertThat(faults(joined(good, new byte[] {0}))).isNotEmpty();
        assertThat(faults(joined(new byte[] {'P', 'K'}, good))).isNotEmpty();
    }

    @Test
    void any_end_that_is_cut_off_is_refused() throws IOException {
        byte[] good = zip("bag/bagit.txt", "good");
        for (int length = 0; length < good.length; length++) {
            assertThat(faults(Arrays.copyOf(good, length)))
                    .as("%s bytes", length)
                    .isNotEmpty();
        }
    }

    @Test
    void what_the_list_does_not_name_is_refused_with_the_entry_at_which_it_lies() throws IOException {
        byte[] good = zip("bag/a.txt", "good", "bag/b.txt", "more");
        int second = indexOf(good, "PK\3\4", 4);
        int list = indexOf(good, "PK\1\2", 0);
        byte[] hidden = zip("bag/c.txt", "evil");
        byte[] entry = Arrays.copyOf(hidden, indexOf(hidden, "PK\1\2", 0));

        byte[] between = joined(Arrays.copyOf(good, list), entry, Arrays.copyOfRange(good, list, good.length));
        number(between).putInt(between.length - 6, list + entry.length);
        assertThat(faults(between)).anyMatch(fault -> fault.path().orElse("").equals("bag/b.txt"));

        byte[] renamed = good.clone();
        renamed[second + 30 + 4] = 'c';
        assertThat(faults(renamed)).anyMatch(fault -> fault.actual().contains("another name"));

        byte[] folder = zip("bag/a.txt", "good", "bag/bX", "more");
        byte[] payload = new String(folder, StandardCharsets.ISO_8859_1)
                .replace("bag/bX", "bag/b/")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(faults(payload)).anyMatch(fault -> fault.actual().contains("folder that holds bytes"));

        byte[] shared = good.clone();
        int secondListed = indexOf(good, "PK\1\2", list + 1);
        number(shared).putInt(secondListed + 42, 0);
        assertThat(faults(shared)).anyMatch(fault -> fault.actual().contains("shares"));
    }

    @Test
    void what_swells_in_all_is_refused_before_anything_is_opened() throws IOException {
        byte[] bomb = zip("bag/a", "x", "bag/b", "x", "bag/c", "x", "bag/d", "x", "bag/e", "x", "bag/f", "x");
        for (int at = indexOf(bomb, "PK\1\2", 0); at >= 0; at = indexOf(bomb, "PK\1\2", at + 1)) {
            number(bomb).putInt(at + 24, 100 * 1024 * 1024);
        }

        assertThat(faults(bomb)).anyMatch(fault -> fault.meaning().contains("swell"));
    }

    @Test
    void an_empty_folder_in_a_zip_is_named() throws IOException {
        Path zip = Files.write(folder.resolve("empty.zip"), zip("bag/a.txt", "good", "bag/hidden/", ""));
        Faults faults = new Faults();
        ZipContent.read(zip, faults).close();

        assertThat(faults.all()).extracting(fault -> fault.path().orElse("")).containsExactly("hidden/");
    }

    @Test
    void empty_folders_of_a_bag_are_named_but_for_those_that_its_writer_leaves() throws IOException {
        Files.createDirectories(folder.resolve("bag/data/secret/deeper"));
        Files.createDirectories(folder.resolve("bag/data/readable"));
        Files.writeString(folder.resolve("bag/data/README.txt"), "read");
        Faults faults = new Faults();
        FolderContent.read(folder.resolve("bag"), faults).close();

        assertThat(faults.all())
                .extracting(fault -> fault.path().orElse(""))
                .containsExactly("data/secret/", "data/secret/deeper/");
    }

    private static int indexOf(byte[] bytes, String mark, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(mark, from);
    }

    private static byte[] commented(byte[] zip, byte[] comment) {
        byte[] whole = joined(zip, comment);
        number(whole).putShort(zip.length - 2, (short) comment.length);
        return whole;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static ByteBuffer number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** What stands against reading it; nothing of it can be read then. */
    private List<Fault> faults(byte[] bytes) throws IOException {
        Path zip = Files.write(folder.resolve("hostile.zip"), bytes);
        Faults faults = new Faults();
        try (BagContent content = ZipContent.read(zip, faults)) {
            if (!faults.isEmpty()) {
                assertThat(content.files()).isEmpty();
            }
        } catch (ZipException e) {
            faults.inFile("hostile.zip", "a zip file", String.valueOf(e.getMessage()), "It is damaged.");
        }
        return faults.all();
    }

    private Map<String, String> read(byte[] bytes) throws IOException {
        Path zip = Files.write(folder.resolve("read.zip"), bytes);
        Faults faults = new Faults();
        Map<String, String> read = new TreeMap<>();
        try (BagContent content = ZipContent.read(zip, faults)) {
            for (String name : content.files().keySet()) {
                try (InputStream in = content.open(name)) {
                    read.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(faults.all()).isEmpty();
        return read;
    }
}
