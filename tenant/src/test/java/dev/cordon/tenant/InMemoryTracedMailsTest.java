package dev.cordon.tenant;

class InMemoryTracedMailsTest extends TracedMailsContract {
    @Override
    protected TracedMails on(InMemoryTracedMails world) {
        return world;
    }
}
