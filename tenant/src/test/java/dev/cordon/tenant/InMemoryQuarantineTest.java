package dev.cordon.tenant;

class InMemoryQuarantineTest extends QuarantineContract {
    @Override
    protected Quarantine on(InMemoryQuarantine world) {
        return world;
    }
}
