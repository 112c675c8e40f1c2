package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where a row stands that shows something.
 *
 * @param exhibit the sealed file
 * @param row its number there, from 1
 * @param at its time
 */
public record RowRef(ExhibitId exhibit, long row, Instant at) {
    static final Comparator<RowRef> IN_TIME =
            Comparator.comparing(RowRef::at).thenComparing(RowRef::exhibit).thenComparingLong(RowRef::row);

    public RowRef {
        requireNonNull(exhibit, "exhibit is null");
        requireNonNull(at, "at is null");
    }

    static RowRef to(EvidenceRow row) {
        return new RowRef(row.exhibit(), row.record().row(), row.record().at());
    }
}
