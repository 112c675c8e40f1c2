package dev.cordon.store;

class KilledProcessOnServerTest extends KilledProcessTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }
}
