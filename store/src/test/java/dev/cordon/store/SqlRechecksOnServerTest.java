package dev.cordon.store;

class SqlRechecksOnServerTest extends SqlRechecksTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }
}
