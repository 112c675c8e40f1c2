package dev.cordon.tenant;

class InMemoryBlockListTest extends BlockListContract {
    @Override
    protected BlockList on(InMemoryBlockList world) {
        return world;
    }
}
