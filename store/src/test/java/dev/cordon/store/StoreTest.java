package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_there_when_the_folder_is_opened_again() {
        Recorded recorded;
        try (Store store = open()) {
            recorded = note(store, "kept");
        }
        try (Store store = open()) {
            assertThat(store.journal().entries(JournalEntries.INCIDENT)).containsExactly(recorded);
            assertThat(store.verifier().verify().ok()).isTrue();
        }
    }

    @Test
    void two_stores_on_the_same_folder_write_one_chain() throws Exception {
        try (Store one = open();
                Store two = open()) {
            List<Thread> threads = Stream.of(one, two)
                    .map(store -> Thread.ofPlatform()
                            .start(() -> IntStream.range(0, 20).forEach(i -> note(store, "note " + i))))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(one.journal().head().sequence()).isEqualTo(40);
            assertThat(two.verifier().verify().ok()).isTrue();
            assertThat(Files.readString(folder.resolve("heads")).lines().map(String::strip))
                    .containsExactly(
                            one.journal().head().text(),
                            ChainHead.empty(Chain.CUSTODY).text());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_the_owner_may_look_inside() throws IOException {
        try (Store store = open()) {
            note(store, "private");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            for (String name : List.of("cordon.db", "cordon.db-wal", "heads")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void remembers_which_accounts_are_break_glass_in_which_tenant() {
        try (Store store = open()) {
            store.tenants().add("contoso", folder.resolve("contoso.json"));
            store.tenants().listBreakGlass("contoso", Set.of("id-1", "id-2"));
            store.tenants().listBreakGlass("contoso", Set.of("id-2", "id-3"));
            store.tenants().add("contoso", folder.resolve("moved.json"));
        }
        try (Store store = open()) {
            assertThat(store.tenants().breakGlass("contoso")).containsExactly("id-2", "id-3");
            assertThat(store.tenants().breakGlass("fabrikam")).isEmpty();
        }
    }

    @Test
    void remembers_where_tenants_documents_lie() {
        try (Store store = open()) {
            store.tenants().add("contoso", folder.resolve("old.json"));
            store.tenants().add("contoso", folder.resolve("new.json"));

            assertThat(store.tenants().all()).isEqualTo(Map.of("contoso", folder.resolve("new.json")));
        }
    }

    @Test
    void a_folder_of_a_newer_version_is_refused_with_the_remedy() throws SQLException {
        open().close();
        execute("PRAGMA user_version = 99");

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(StoreException.Reason.NEWER))
                .hasMessageContaining("Use that newer version");
    }

    @Test
    void a_file_that_is_no_database_is_refused_with_the_remedy() throws IOException {
        open().close();
        Files.writeString(
                folder.resolve("cordon.db"), "this is not a database, but it is long enough to be read as one");

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(StoreException.Reason.DAMAGED));
    }

    @Test
    void a_full_disk_is_told_as_such_and_loses_nothing() throws SQLException {
        try (Store store = open()) {
            Recorded kept = note(store, "kept");
            Database database = new Database(new SqliteDialect(folder.resolve("cordon.db")));
            try (database) {
                assertThatThrownBy(() -> database.write("Writing", connection -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute("PRAGMA max_page_count = 1");
                                return statement.executeUpdate(
                                        "INSERT INTO tenants VALUES ('x', hex(zeroblob(1000000)))");
                            }
                        }))
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                refused -> assertThat(refused.reason()).isEqualTo(StoreException.Reason.FULL));
            }
            assertThat(store.journal().entries(JournalEntries.INCIDENT)).containsExactly(kept);
        }
    }

    @Test
    void a_path_that_is_a_file_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Store.open(file, OpenStores.WALL_TIME)).isInstanceOf(StoreException.class);
    }

    private Store open() {
        return Store.open(folder, OpenStores.WALL_TIME);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cordon.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Recorded note(Store store, String text) {
        return store.journal()
                .append(JournalEntries.INCIDENT, JournalEntries.AT, JournalEntries.ANNA, new CaseEntry.NoteAdded(text));
    }
}
