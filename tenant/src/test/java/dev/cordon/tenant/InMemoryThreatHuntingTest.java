package dev.cordon.tenant;

class InMemoryThreatHuntingTest extends ThreatHuntingContract {
    @Override
    protected ThreatHunting on(InMemoryThreatHunting world) {
        return world;
    }
}
