package dev.cordon.store;

import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.procedure.journal.RunJournalContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqlRunJournalTest extends RunJournalContract {
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
    protected RunJournal emptyJournal() {
        return stores.fresh().journal();
    }
}
