package dev.cordon.tenant;

class InMemorySubmissionsTest extends SubmissionsContract {
    @Override
    protected Submissions on(InMemorySubmissions world) {
        return world;
    }
}
