package dev.cordon.store;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Exhibit;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Procedures;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.schedule.IncidentClaimedException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A process of its own that writes to a store until it is killed, and tells on its output what was acknowledged. */
final class AppendingProcess {
    private AppendingProcess() {}

    /** How often a process of these tests shows that it lives. */
    static final ClaimPace QUICK = new ClaimPace(Duration.ofMillis(200), Duration.ofSeconds(2));

    static final Procedure LINE = Procedures.line("step0", "step1", "step2", "step3");

    /** Arguments: the data folder, and {@code append}, {@code claim} or {@code run}. */
    public static void main(String[] arguments) throws Exception {
        try (Store store =
                Store.open(StoreLocation.of(Path.of(arguments[0]), Map.of()), InstantSource.system(), QUICK)) {
            PrintStream out = System.out;
            switch (arguments[1]) {
                case "append" -> append(store, out);
                case "claim" -> claim(store, out);
                case "run" ->
                    store.runs()
                            .claimAndRun(
                                    JournalEntries.INCIDENT,
                                    () -> EngineOnStoreTest.run(store, LINE, step -> haltAt(step, out)));
                default -> throw new IllegalArgumentException(arguments[1]);
            }
        }
    }

    private static void claim(Store store, PrintStream out) throws Exception {
        try {
            store.runs().claimAndRun(JournalEntries.INCIDENT, () -> {
                out.println("claimed");
                new CountDownLatch(1).await();
                return "";
            });
        } catch (IncidentClaimedException _) {
            out.println("refused");
        }
    }

    /** Carries out two steps and stays in the third for ever. */
    private static void haltAt(String step, PrintStream out) {
        out.println(step);
        if (step.equals("step2")) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
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
