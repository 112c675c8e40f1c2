package dev.cordon.investigation.reconstruction;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rows of one kind from one place, counted; a few names of theirs are kept. Filled in any order; for one thread. */
final class Gathered {
    private final TreeSet<String> names = new TreeSet<>();
    private final int most;
    private long rows;
    private @Nullable RowRef first;
    private @Nullable Instant last;

    /** @param most how many names are kept, the first in their order */
    Gathered(int most) {
        this.most = most;
    }

    void add(EvidenceRow row, String name) {
        RowRef here = RowRef.to(row);
        rows++;
        first = first == null || RowRef.IN_TIME.compare(here, first) < 0 ? here : first;
        last = last == null || last.isBefore(here.at()) ? here.at() : last;
        if (!name.isBlank()) {
            names.add(name);
        }
        if (names.size() > most) {
            names.pollLast();
        }
    }

    long rows() {
        return rows;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    RowRef first() {
        if (first == null) {
            throw new IllegalStateException("no row was added");
        }
        return first;
    }

    Instant last() {
        return last == null ? first().at() : last;
    }
}
