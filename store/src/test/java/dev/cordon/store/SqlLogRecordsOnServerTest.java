package dev.cordon.store;

class SqlLogRecordsOnServerTest extends SqlLogRecordsTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }
}
