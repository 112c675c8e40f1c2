package dev.cordon.tenant;

class InMemoryMailCopiesTest extends MailCopiesContract {
    @Override
    protected MailCopies on(InMemoryMailCopies world) {
        return world;
    }
}
