package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was looked at. "Nothing found" is only ever said together with this.
 *
 * @param source the log or listing, for example {@code signIns}, {@code nonInteractive}, {@code directoryAudits}
 * @param from the start of what was asked for, tenant time
 * @param through until when the source can be taken as complete, tenant time; empty when nobody can say
 * @param rows how many rows were read
 * @param notRead what was not read or cannot stand there, and why, a sentence; empty when all of it was read
 */
public record Coverage(String source, Instant from, Optional<Instant> through, int rows, Optional<String> notRead) {
    public Coverage {
        requireNonNull(source, "source is null");
        requireNonNull(from, "from is null");
        requireNonNull(through, "through is null");
        requireNonNull(notRead, "notRead is null");
        if (rows < 0) {
            throw new IllegalArgumentException("rows is negative: " + rows);
        }
    }

    /** The coverage of a listing that was read, complete or not. */
    public static Coverage of(
            String source, Instant from, Optional<Instant> through, Reading<? extends List<?>> reading) {
        Optional<String> notRead = switch (reading.completeness()) {
            case Completeness.Complete _ -> Optional.empty();
            case Completeness.AsLicensed(String leftOut) -> Optional.of(leftOut);
            case Completeness.Incomplete incomplete -> Optional.of(incomplete.reason());
        };
        return new Coverage(source, from, through, reading.value().size(), notRead);
    }

    /** A source that could not be read at all. */
    public static Coverage notRead(String source, Instant from, String why) {
        return new Coverage(source, from, Optional.empty(), 0, Optional.of(why));
    }

    /** The same source where what it does not show may have happened all the same. */
    public Coverage doubted(String why) {
        return new Coverage(
                source,
                from,
                through,
                rows,
                Optional.of(notRead.map(said -> said + " " + why).orElse(why)));
    }

    /** Whether everything asked for was read. */
    public boolean isComplete() {
        return notRead.isEmpty();
    }
}
