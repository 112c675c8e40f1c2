package dev.cordon.store;

class SqlLogCollectionsOnServerTest extends SqlLogCollectionsTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }
}
