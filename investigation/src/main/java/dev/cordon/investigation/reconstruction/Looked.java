package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.records.LogRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * What was looked at of one log. "None found" is only ever said together with this.
 *
 * @param log which
 * @param rows how many rows, each counted once
 * @param accesses how many of them are accesses of mail, by anybody
 * @param first the time of the first; empty where there are none
 * @param last of the last: what came later is not in them
 */
public record Looked(LogRecord.Log log, long rows, long accesses, Optional<Instant> first, Optional<Instant> last) {
    public Looked {
        requireNonNull(log, "log is null");
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
    }
}
