package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.reconstruction.RowRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What shows something.
 *
 * @param exhibit the sealed evidence; empty where it is not sealed yet
 * @param record the row, item or message in it, by its id there: untrusted text
 */
public record EvidenceRef(Optional<ExhibitId> exhibit, String record) {
    private static final Comparator<EvidenceRef> ORDER = Comparator.comparingLong(
                    (EvidenceRef ref) -> ref.exhibit().map(ExhibitId::sequence).orElse(0L))
            .thenComparing(EvidenceRef::record);

    public EvidenceRef {
        requireNonNull(exhibit, "exhibit is null");
        requireNonNull(record, "record is null");
    }

    /** A record of a sealed exhibit. */
    public static EvidenceRef of(ExhibitId exhibit, String record) {
        return new EvidenceRef(Optional.of(exhibit), record);
    }

    /** A row of a log. */
    public static EvidenceRef of(RowRef row) {
        return of(row.exhibit(), "row " + row.row());
    }

    /** Each once, in the order of the exhibits. */
    static List<EvidenceRef> ordered(Stream<EvidenceRef> refs) {
        return refs.distinct().sorted(ORDER).toList();
    }
}
