package dev.cordon.store;

class TamperedRecordsOnServerTest extends TamperedRecordsTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }
}
