package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.investigation.records.LogRecordsContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlLogRecordsTest extends LogRecordsContract {
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

    @Override
    protected LogRecords fresh() {
        return stores.fresh().records();
    }

    @Test
    void records_are_there_when_the_store_is_opened_again_and_nothing_else_is() throws IOException {
        Path data = stores.nextFolder();
        Store store = stores.open(data);
        try (var batch = store.records().begin()) {
            for (int i = 1; i <= 2_500; i++) {
                batch.add(row("id " + i, Instant.parse("2026-03-01T12:00:00Z").plusSeconds(i), i));
            }
            assertThat(batch.keep(INCIDENT, ExhibitId.of(1)).unique()).isEqualTo(2_500);
        }
        store.close();

        List<LogRecords.Kept> kept = kept(stores.open(data).records(), INCIDENT);

        assertThat(kept).hasSize(2_500);
        assertThat(kept.getLast().record().id()).isEqualTo("id 2500");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith(".rows-"));
        }
    }
}
