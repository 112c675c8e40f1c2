package dev.cordon.store;

import java.util.Map;

class MigrationsOnServerTest extends MigrationsTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }

    @Override
    StoreLocation bare() {
        return StoreLocation.of(folder, Map.of(StoreLocation.VARIABLE, TestingServer.bare()));
    }
}
