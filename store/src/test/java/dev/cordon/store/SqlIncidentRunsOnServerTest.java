package dev.cordon.store;

class SqlIncidentRunsOnServerTest extends SqlIncidentRunsTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }
}
