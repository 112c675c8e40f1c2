package dev.cordon.store;

import dev.cordon.evidence.Passphrase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens stores in data folders of their own under one, and closes them all. For one thread. */
final class OpenStores implements AutoCloseable {
    static final InstantSource WALL_TIME = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00.5Z"));

    private final Path folder;
    private final Placed placed;
    private final List<Store> stores = new ArrayList<>();

    OpenStores(Path folder, Placed placed) {
        this.folder = folder;
        this.placed = placed;
    }

    Store fresh() {
        return open(nextFolder());
    }

    /** The same, where the vault is or will be encrypted. */
    Store fresh(Passphrase passphrase) {
        Store store = Store.open(
                placed.location(nextFolder()),
                WALL_TIME,
                refused -> refused == 0 ? Optional.of(passphrase) : Optional.empty());
        stores.add(store);
        return store;
    }

    Path nextFolder() {
        return folder.resolve("data " + stores.size());
    }

    Store open(Path dataFolder) {
        Store store = Store.open(placed.location(dataFolder), WALL_TIME);
        stores.add(store);
        return store;
    }

    @Override
    public void close() {
        stores.forEach(Store::close);
    }
}
