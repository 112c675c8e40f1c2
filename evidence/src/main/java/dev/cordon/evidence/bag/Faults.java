package dev.cordon.evidence.bag;

import dev.cordon.evidence.verification.Fault;
import java.util.ArrayList;
import java.util.List;

/** Collects faults; a bag with thousands of them is told of the first ones and that there are more. For one thread. */
final class Faults {
    private static final int MOST = 1000;

    private final List<Fault> found = new ArrayList<>();
    private long more;

    void inFile(String path, String expected, String actual, String meaning) {
        add(Fault.inFile(path, expected, actual, meaning));
    }

    void atEntry(String entry, String expected, String actual, String meaning) {
        add(Fault.atEntry(entry, expected, actual, meaning));
    }

    private void add(Fault fault) {
        if (found.size() < MOST) {
            found.add(fault);
        } else {
            more++;
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Fault> all() {
        List<Fault> all = new ArrayList<>(found);
        if (more > 0) {
            all.add(Fault.inFile(
                    "bagit.txt", "no fault", more + " more faults", "Only the first " + MOST + " are listed."));
        }
        return all;
    }
}
