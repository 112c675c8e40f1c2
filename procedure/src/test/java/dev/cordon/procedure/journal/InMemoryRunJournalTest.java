package dev.cordon.procedure.journal;

import java.time.InstantSource;

class InMemoryRunJournalTest extends RunJournalContract {
    @Override
    protected RunJournal emptyJournal() {
        return new InMemoryRunJournal(InstantSource.fixed(JournalEntries.AT));
    }
}
