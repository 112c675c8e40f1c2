package dev.cordon.tenant;

class InMemoryContentSearchesTest extends ContentSearchesContract {
    @Override
    protected ContentSearches on(InMemoryContentSearches world) {
        return world;
    }
}
