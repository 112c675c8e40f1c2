package dev.cordon.store;

class SqlCustodyLogOnServerTest extends SqlCustodyLogTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }
}
