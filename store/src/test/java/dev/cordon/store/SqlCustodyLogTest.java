package dev.cordon.store;

import dev.cordon.evidence.CustodyLog;
import dev.cordon.evidence.CustodyLogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqlCustodyLogTest extends CustodyLogContract {
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
    protected CustodyLog emptyLog() {
        return stores.fresh().custody();
    }
}
