package dev.cordon.store;

class SqlRunJournalOnServerTest extends SqlRunJournalTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }
}
