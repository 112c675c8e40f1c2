package dev.cordon.app.harness;

/** What the attacked account is. */
enum AccountKind {
    MANAGED,
    ADMINISTRATOR,
    /** Synchronised, and passwords are not written back. */
    HASH_SYNC,
    /** Synchronised, and passwords are written back. */
    WRITE_BACK,
    GUEST,
    SHARED_MAILBOX,
    /** Two or three people at the same time. */
    SEVERAL;

    boolean hasMailbox() {
        return this != GUEST;
    }

    boolean hasMethods() {
        return this != GUEST && this != SHARED_MAILBOX;
    }
}
