package dev.cordon.store;

import dev.cordon.evidence.verification.Fault;
import java.util.List;

/** What is wrong with rows of logs: the first are named, the others counted, or a table of a million rows would not fit. For one thread. */
final class RecordFaults {
    private static final int MOST_NAMED = 1_000;

    private final List<Fault> faults;
    private int found;

    RecordFaults(List<Fault> faults) {
        this.faults = faults;
    }

    void add(Fault fault) {
        found++;
        if (found <= MOST_NAMED) {
            faults.add(fault);
        }
    }

    int found() {
        return found;
    }

    /** Counts those that were not named. */
    void end() {
        if (found > MOST_NAMED) {
            faults.add(Fault.inFile(
                    RecordsCheck.TABLE,
                    "the rows that the exhibits hold",
                    (found - MOST_NAMED) + " more that are not",
                    "Only the first " + MOST_NAMED + " rows are named."));
        }
    }

    /** How people find a row; the id is untrusted text. */
    static String row(String incident, String log, String id, long number, String exhibit) {
        return incident + " " + log + " " + id + " (row " + number + " of " + exhibit + ")";
    }
}
