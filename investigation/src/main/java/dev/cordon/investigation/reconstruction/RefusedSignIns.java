package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.records.LogRecord.Log;
import java.time.Instant;
import java.util.List;

/**
 * Sign-ins of the attacker from one address that were refused. Texts are untrusted.
 *
 * @param log which log shows them: another may show the same ones again
 * @param address where from; empty text where the rows do not say
 * @param rows how many
 * @param accounts as whom, sorted, the first {@value Judged#MOST_ACTORS}
 * @param last the last of them
 * @param shownBy the first of them
 */
public record RefusedSignIns(Log log, String address, long rows, List<String> accounts, Instant last, RowRef shownBy) {
    public RefusedSignIns {
        requireNonNull(log, "log is null");
        requireNonNull(address, "address is null");
        accounts = List.copyOf(accounts);
        requireNonNull(last, "last is null");
        requireNonNull(shownBy, "shownBy is null");
        if (rows < 1) {
            throw new IllegalArgumentException("rows is not positive: " + rows);
        }
    }
}
