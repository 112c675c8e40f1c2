package dev.cordon.evidence.bag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed export leaves is taken away by the next one in the same folder, and nothing else is. */
class BagPartsTest {
    @TempDir
    private Path folder;

    private void dead(String name, String word) throws IOException {
        Path part = Files.createDirectories(folder.resolve("." + name + "." + word + ".part/data"));
        Files.writeString(part.resolve("x.json"), "[]");
        Files.writeString(folder.resolve("." + name + "." + word + ".lock"), "cordon-export/1 " + word + "\n");
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void next() {
        BagParts.begin(folder.resolve("next"), "1f").close();
    }

    @Test
    void an_export_leaves_nothing_but_what_it_made() throws IOException {
        try (BagParts parts = BagParts.begin(folder.resolve("bag"), "2a")) {
            BagFolder.create(parts.folder()).write("bagit.txt", "x");
            assertThat(left()).containsExactly(".bag.2a.lock", ".bag.2a.part");
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void what_a_dead_one_left_is_taken_away() throws IOException {
        dead("bag", "2a");
        dead("a.b", "3b");

        next();

        assertThat(left()).isEmpty();
    }

    @Test
    void what_is_not_provably_ours_stays() throws IOException {
        Files.createDirectories(folder.resolve(".bag.2a.part"));
        Files.createDirectories(folder.resolve(".other.3b.part"));
        Files.writeString(folder.resolve(".other.3b.lock"), "something else\n");
        Files.writeString(folder.resolve(".empty.4c.lock"), "");
        Files.createDirectories(folder.resolve(".moved.5d.part"));
        Files.writeString(folder.resolve(".moved.5d.lock"), "cordon-export/1 2a\n");
        List<String> before = left();

        next();

        assertThat(left()).isEqualTo(before);
    }

    @Test
    void what_is_being_written_stays() throws IOException {
        try (BagParts parts = BagParts.begin(folder.resolve("bag"), "2a")) {
            BagFolder.create(parts.folder()).write("bagit.txt", "x");

            next();
            next();

            assertThat(parts.folder()).isDirectory();
        }
    }

    /** Another process that is alive holds its lock; this one only sees that it cannot have it. */
    @Test
    void what_another_process_is_writing_stays() throws Exception {
        dead("bag", "2a");
        Path lock = folder.resolve(".bag.2a.lock");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingProcess.class.getName(),
                        lock.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('l');
            next();
            assertThat(left()).contains(".bag.2a.part");
        } finally {
            other.destroyForcibly().waitFor();
        }
        next();
        assertThat(left()).isEmpty();
    }

    @Test
    void the_digest_of_a_zip_that_never_came_is_taken_away_if_it_is_its() throws IOException {
        dead("bag.zip", "2a");
        Path packed = Files.writeString(folder.resolve(".bag.zip.2a.zip.part"), "zipped");
        Path digest = folder.resolve("bag.zip.sha256");
        Files.writeString(digest, Digest.sha256(Files.readAllBytes(packed)) + "  bag.zip\n");
        next();
        assertThat(left()).isEmpty();

        dead("bag.zip", "2a");
        Files.writeString(folder.resolve(".bag.zip.2a.zip.part"), "zipped");
        Files.writeString(digest, "somebody's\n");
        next();
        assertThat(left()).containsExactly("bag.zip.sha256");
    }

    @Test
    void a_link_is_taken_away_and_not_followed() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(mine.resolve("precious.txt"), "x");
        Files.createSymbolicLink(folder.resolve(".bag.2a.part"), mine);
        Files.writeString(folder.resolve(".bag.2a.lock"), "cordon-export/1 2a\n");

        next();

        assertThat(mine.resolve("precious.txt")).exists();
    }
}
