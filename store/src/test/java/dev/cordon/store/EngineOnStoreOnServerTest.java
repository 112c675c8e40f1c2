package dev.cordon.store;

class EngineOnStoreOnServerTest extends EngineOnStoreTest {
    @Override
    Placed placed() {
        return Placed.ON_SERVER;
    }
}
