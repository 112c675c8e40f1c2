package dev.cordon.store;

class DatabaseOnServerTest extends DatabaseTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }
}
