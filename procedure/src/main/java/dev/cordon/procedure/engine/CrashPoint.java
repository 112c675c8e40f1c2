package dev.cordon.procedure.engine;

import dev.cordon.procedure.journal.JournalEntry;

/** A place at which a test may let the process die: before and after each journal append. Does nothing in production. */
public interface CrashPoint {
    /** No crash anywhere. */
    CrashPoint NONE = new CrashPoint() {
        @Override
        public void before(JournalEntry entry) {}

        @Override
        public void after(JournalEntry entry) {}
    };

    /** Before {@code entry} is appended. Throwing stops the run as a crash would: nothing more is recorded or done. */
    void before(JournalEntry entry);

    /** After {@code entry} became durable. */
    void after(JournalEntry entry);
}
