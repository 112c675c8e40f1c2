package dev.cordon.store;

class TamperedWorkOnServerTest extends TamperedWorkTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }
}
