package dev.cordon.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

class StoredVaultOnServerTest extends StoredVaultTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }

    @Override
    void damage(Path data, String sha256) {
        String address;
        try {
            address = Files.readString(data.resolve(StoreLocation.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestingServer.execute(
                address,
                "ALTER TABLE vault DROP CONSTRAINT the_name_is_the_hash",
                "ALTER TABLE vault DISABLE TRIGGER vault_is_only_mended",
                "UPDATE vault SET bytes = 'spoiled' WHERE sha256 = '" + sha256 + "'",
                "ALTER TABLE vault ENABLE TRIGGER vault_is_only_mended");
    }
}
