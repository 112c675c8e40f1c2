package dev.cordon.store;

import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.LogCollection;

/** Which entries of the journal say what a table beside the chains says too, so that the one can be held against the other. Stateless. */
final class SaidTwice {
    private SaidTwice() {}

    static boolean isSo(JournalEntry entry) {
        return entry instanceof CaseEntry.IncidentOpened
                || entry instanceof CaseEntry.StateChanged
                || entry instanceof EngineEntry.RunStarted
                || entry instanceof EngineEntry.RunEnded
                || entry instanceof CaseEntry.RecheckScheduled
                || entry instanceof CaseEntry.RecheckDone
                || entry instanceof CaseEntry.CollectionBegan
                || entry instanceof CaseEntry.CollectionEnded
                || (entry instanceof CaseEntry.Deviation deviation
                        && !LogCollection.left(deviation).isEmpty());
    }
}
