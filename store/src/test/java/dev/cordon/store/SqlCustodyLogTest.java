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

    @BeforeEach
    void prepare() {
        stores = new OpenStores(folder);
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
