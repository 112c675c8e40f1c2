package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.LogCollections;
import dev.cordon.investigation.collection.LogCollections.Beginning;
import dev.cordon.investigation.collection.LogCollections.Brought;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Page;
import dev.cordon.investigation.collection.LogCollections.Standing;
import dev.cordon.investigation.collection.LogCollectionsContract;
import dev.cordon.investigation.collection.UnreadableProgressException;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.LogRecords;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlLogCollectionsTest extends LogCollectionsContract {
    @TempDir
    private Path folder;

    private OpenStores stores;

    /** Where the stores of these tests lie. */
    Placed placed() {
        return Placed.IN_FOLDER;
    }

    @BeforeEach
    void prepare() {
        stores = new OpenStores(folder, placed());
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private record InStore(Store store) implements Kept {
        @Override
        public LogCollections collections() {
            return store.collections();
        }

        @Override
        public LogRecords records() {
            return store.records();
        }

        @Override
        public int exhibits(IncidentId incident) {
            return store.vault().exhibits(incident).size();
        }
    }

    @Override
    protected Kept fresh() {
        return new InStore(stores.fresh());
    }

    @Test
    void a_page_that_cannot_be_kept_whole_leaves_neither_exhibit_nor_row_nor_place() {
        Store store = stores.fresh();
        Collected begun = store.collections().begin(INCIDENT, SOURCE, FIRST);
        // The second row has the number of the first: the database refuses it when the entry of the exhibit is written.
        Page broken = new Page(
                List.of(answered("two of one number", List.of(row("a", 1), row("b", 1)))), List.of("a", "b"), 0);

        assertThatThrownBy(() -> store.collections().keep(INCIDENT, begun, broken, at(FIRST, 5)))
                .isInstanceOf(StoreException.class);

        assertThat(store.collections().find(INCIDENT, SOURCE)).contains(begun);
        assertThat(store.vault().exhibits(INCIDENT)).isEmpty();
        List<String> rows = new ArrayList<>();
        store.records().visit(INCIDENT, kept -> rows.add(kept.record().id()));
        assertThat(rows).isEmpty();
        Collected kept = store.collections().keep(INCIDENT, begun, page("a", "b"), at(FIRST, 5));
        assertThat(kept.counts().different()).isEqualTo(2);
        assertThat(store.verifier().verify().faults()).isEmpty();
    }

    @Test
    void a_place_that_somebody_changed_is_refused_with_the_reason_and_keeps_no_other_from_being_read()
            throws Exception {
        Path data = stores.nextFolder();
        Store store = stores.open(data);
        store.collections()
                .keep(
                        INCIDENT,
                        store.collections().begin(INCIDENT, SOURCE, FIRST),
                        new Page(List.of(), List.of("a", "b"), 2),
                        FIRST);
        assertThat(store.collections().brought(INCIDENT)).containsExactly(new Brought(SOURCE.toString(), 2, true));
        try (Dialect dialect = placed().dialect(data);
                Connection connection = dialect.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE collections SET progress = replace(progress, '\"round\":1', '\"round\": 1')");
        }

        assertThat(store.collections().all(INCIDENT)).isEqualTo(new Standing(List.of(), List.of(SOURCE.toString())));
        assertThatThrownBy(() -> store.collections().find(INCIDENT, SOURCE))
                .isInstanceOf(UnreadableProgressException.class)
                .hasMessageContaining("something else than is written there");
        assertThat(store.collections().brought(INCIDENT)).containsExactly(new Brought(SOURCE.toString(), 2, false));

        List<Collected> anew = store.collections()
                .replace(INCIDENT, Set.of(LogRecord.Log.AUDIT_LOG), List.of(new Beginning(SOURCE, FIRST)));

        assertThat(store.collections().all(INCIDENT).readable()).isEqualTo(anew);
    }
}
