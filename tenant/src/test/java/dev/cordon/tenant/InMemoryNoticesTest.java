package dev.cordon.tenant;

class InMemoryNoticesTest extends NoticesContract {
    @Override
    protected Notices on(InMemoryNotices world) {
        return world;
    }
}
