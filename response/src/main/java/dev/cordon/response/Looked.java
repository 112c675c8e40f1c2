package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.records.UnreadableRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a review looked at.
 *
 * @param source the file as it was named, or the source of the tenant
 * @param log which log, as the documents spell it; {@code file} for a file without rows
 * @param from of a file the time of its first row, of a tenant the first moment asked for, UTC; empty without rows
 * @param through of a file the time of its last row, of a tenant until when its rows can be counted on, UTC; empty where nobody can say
 * @param rows how many rows, the unreadable ones among them
 * @param housekeeping how many of the rows are the service's own doing and no finding
 * @param unreadable those of which no record could be made, in order
 * @param notRead what else was not looked at, and why
 * @param isAsLicensed whether only a licence that the tenant does not have keeps it from being whole: every week is the same there
 */
public record Looked(
        String source,
        String log,
        Optional<Instant> from,
        Optional<Instant> through,
        long rows,
        long housekeeping,
        List<UnreadableRow> unreadable,
        Optional<String> notRead,
        boolean isAsLicensed) {
    public Looked {
        requireNonNull(source, "source is null");
        requireNonNull(log, "log is null");
        requireNonNull(from, "from is null");
        requireNonNull(through, "through is null");
        unreadable = List.copyOf(unreadable);
        requireNonNull(notRead, "notRead is null");
    }

    /** One that no licence has anything to do with. */
    public Looked(
            String source,
            String log,
            Optional<Instant> from,
            Optional<Instant> through,
            long rows,
            long housekeeping,
            List<UnreadableRow> unreadable,
            Optional<String> notRead) {
        this(source, log, from, through, rows, housekeeping, unreadable, notRead, false);
    }

    /** Whether all of it was read. */
    public boolean isWhole() {
        return unreadable.isEmpty() && notRead.isEmpty();
    }
}
