package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Exhibit;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is only read: everything in it is seen, and nothing in it changes, not even beside the database. */
class ReadOnlyStoreTest {
    @TempDir
    private Path folder;

    private Path data = Path.of(".");

    @BeforeEach
    void names_the_folder() {
        data = folder.resolve("data ?#%41");
    }

    @Test
    void shows_and_verifies_what_was_closed_and_leaves_nothing_behind() throws IOException {
        Recorded noted;
        Exhibit sealed;
        try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
            noted = note(store, "kept");
            sealed = store.vault().seal(JournalEntries.INCIDENT, Acquisitions.of("account", "anna"));
        }
        Map<String, String> before = everything();

        try (Store store = reading()) {
            assertThat(store.isReadOnly()).isTrue();
            assertThat(store.journal().entries(JournalEntries.INCIDENT)).containsExactly(noted);
            assertThat(store.vault().exhibits(JournalEntries.INCIDENT)).containsExactly(sealed);
            assertThat(store.verifier().verify().faults()).isEmpty();
            assertThatThrownBy(() -> note(store, "more"))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(StoreException.Reason.READ_ONLY));
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void sees_what_stands_only_in_the_log_of_a_process_that_died() throws IOException {
        Path died = folder.resolve("died");
        Recorded noted;
        try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
            noted = note(store, "kept");
            copy(data, died);
        }
        data = died;
        assertThat(Files.size(died.resolve("cordon.db-wal"))).isPositive();
        assertThatItIsSeen(noted);

        Files.delete(died.resolve("cordon.db-shm"));
        assertThatItIsSeen(noted);
    }

    private void assertThatItIsSeen(Recorded noted) throws IOException {
        Map<String, String> before = everything();
        try (Store store = reading()) {
            assertThat(store.journal().entries(JournalEntries.INCIDENT)).containsExactly(noted);
            assertThat(store.verifier().verify().faults()).isEmpty();
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_folder_that_is_not_there_is_not_made() {
        assertThatThrownBy(this::reading).isInstanceOf(StoreException.class).hasMessageContaining("it is not there");
        assertThat(Files.exists(data)).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void is_chosen_where_the_folder_cannot_be_written() throws IOException {
        Store.open(data, OpenStores.WALL_TIME).close();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-x------"));
        try {
            assumeFalse(Files.isWritable(data), "whoever runs this may write everywhere");
            try (Store store = Store.openToRead(data, OpenStores.WALL_TIME)) {
                assertThat(store.isReadOnly()).isTrue();
                assertThat(store.verifier().verify().faults()).isEmpty();
            }
        } finally {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private Store reading() {
        return Store.openReadOnly(new DataFolder(data), OpenStores.WALL_TIME, Passphrases.none());
    }

    /** Every file with its size and its time. */
    private Map<String, String> everything() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                found.put(
                        data.relativize(file).toString(),
                        (Files.isDirectory(file) ? "" : Files.size(file) + " bytes ")
                                + Files.getLastModifiedTime(file));
            }
        }
        return found;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static Recorded note(Store store, String text) {
        return store.journal()
                .append(JournalEntries.INCIDENT, JournalEntries.AT, JournalEntries.ANNA, new CaseEntry.NoteAdded(text));
    }
}
