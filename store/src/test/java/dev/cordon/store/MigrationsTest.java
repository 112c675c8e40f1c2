package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.Recorded;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of an older version is brought up to date and keeps everything; one of a newer version is refused. */
class MigrationsTest {
    /** As a later version of Cordon would bring it. */
    private static final Migrations NEXT = new Migrations(8, "-next");

    @TempDir
    Path folder;

    Placed placed() {
        return Placed.IN_FOLDER;
    }

    /** A place in which there is nothing yet. */
    StoreLocation bare() {
        return placed().location(folder);
    }

    @Test
    void an_older_store_is_brought_up_to_date_and_keeps_everything() throws Exception {
        Recorded noted;
        try (Store store = Store.open(placed().location(folder), OpenStores.WALL_TIME)) {
            store.vault().seal(JournalEntries.INCIDENT, Acquisitions.inboxRules());
            noted = note(store);
        }

        try (Dialect dialect = placed().dialect(folder)) {
            assertThat(Migrations.OURS.areNeeded(dialect)).isFalse();
            assertThat(NEXT.areNeeded(dialect)).isTrue();
            NEXT.run(dialect);
            assertThat(NEXT.areNeeded(dialect)).isFalse();
            try (Connection connection = dialect.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("INSERT INTO next_versions VALUES ('kept')"))
                        .isEqualTo(1);
                statement.execute("DELETE FROM next_versions");
            }
            try (Database database = new Database(placed().dialect(folder))) {
                ChainTable journal = new ChainTable(
                        database,
                        new Heads(database, folder.resolve("heads")),
                        dev.cordon.evidence.chain.Chain.JOURNAL);
                assertThat(journal.rows(JournalEntries.INCIDENT).stream().map(SqlRunJournal::recorded))
                        .containsExactly(noted);
            }
        }
    }

    @Test
    void a_store_of_a_newer_version_is_refused_with_the_remedy_and_left_as_it_is() {
        Store.open(placed().location(folder), OpenStores.WALL_TIME).close();
        try (Dialect dialect = placed().dialect(folder)) {
            NEXT.run(dialect);
        }

        for (Callable<Store> opening : List.<Callable<Store>>of(
                () -> Store.open(placed().location(folder), OpenStores.WALL_TIME),
                () -> Store.openToRead(placed().location(folder), OpenStores.WALL_TIME))) {
            assertThatThrownBy(opening::call)
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(StoreException.Reason.NEWER))
                    .hasMessageContaining("schema 8")
                    .hasMessageContaining("Use that newer version");
        }
    }

    @Test
    void several_that_open_a_new_store_at_once_set_it_up_together() throws Exception {
        StoreLocation location = bare();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Recorded>> noted =
                    threads.invokeAll(List.of(opening(location), opening(location), opening(location)));
            for (Future<Recorded> each : noted) {
                assertThat(each.get().sequence()).isBetween(1L, 3L);
            }
        }
        try (Store store = Store.open(location, OpenStores.WALL_TIME)) {
            assertThat(store.journal().head().sequence()).isEqualTo(3);
            assertThat(store.verifier().verify().faults()).isEmpty();
        }
    }

    private static Callable<Recorded> opening(StoreLocation location) {
        return () -> {
            try (Store store = Store.open(location, OpenStores.WALL_TIME)) {
                return note(store);
            }
        };
    }

    private static Recorded note(Store store) {
        return store.journal()
                .append(
                        JournalEntries.INCIDENT,
                        JournalEntries.AT,
                        JournalEntries.ANNA,
                        new CaseEntry.NoteAdded("kept"));
    }
}
