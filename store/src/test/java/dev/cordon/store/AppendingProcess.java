package dev.cordon.store;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Exhibit;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.Recorded;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A process of its own that writes to a store until it is killed, and tells on its output what was acknowledged. */
final class AppendingProcess {
    private AppendingProcess() {}

    /** Arguments: the data folder, and {@code append} or {@code claim}. */
    public static void main(String[] arguments) throws Exception {
        try (Store store = Store.open(StoreLocation.of(Path.of(arguments[0]), Map.of()), InstantSource.system())) {
            PrintStream out = System.out;
            if (arguments[1].equals("append")) {
                append(store, out);
            } else {
                store.runs().claimAndRun(JournalEntries.INCIDENT, () -> {
                    out.println("claimed");
                    new CountDownLatch(1).await();
                    return "";
                });
            }
        }
    }

    private static void append(Store store, PrintStream out) {
        for (int i = 0; ; i++) {
            Recorded recorded = store.journal()
                    .append(
                            JournalEntries.INCIDENT,
                            JournalEntries.AT,
                            JournalEntries.ANNA,
                            new CaseEntry.NoteAdded("note " + i));
            out.println("journal " + recorded.sequence() + " " + recorded.hash());
            Exhibit exhibit = store.vault().seal(JournalEntries.INCIDENT, Acquisitions.of("inbox-rules", "rule " + i));
            out.println("exhibit " + exhibit.id());
        }
    }
}
