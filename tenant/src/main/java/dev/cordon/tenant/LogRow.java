package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of one of Microsoft's logs with the few things by which a collector keeps it. Every text is untrusted. The bytes as they came stand
 * in the answers of its {@link LogPage}.
 *
 * @param id by which the same row is known again, whichever way it was read; of a row that cannot be read, something that stands for its text
 * @param at when it happened; empty when that cannot be read
 * @param user who did it or whom it is about, as the log names him; empty text when it names nobody
 * @param operation what was done; empty text when that cannot be read
 * @param address the IP address, without a port; empty text when there is none
 * @param json the row as JSON text
 */
public record LogRow(String id, Optional<Instant> at, String user, String operation, String address, String json) {
    public LogRow {
        requireNonNull(id, "id is null");
        requireNonNull(at, "at is null");
        requireNonNull(user, "user is null");
        requireNonNull(operation, "operation is null");
        requireNonNull(address, "address is null");
        requireNonNull(json, "json is null");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("A row without an id cannot be told from another");
        }
    }
}
