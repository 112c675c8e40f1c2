package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What the tenant's clock and this machine's showed for one request.
 *
 * @param tenant the answer's {@code Date}, cut to the second: the tenant's clock showed this, or up to a second more, between the other two
 * @param sent what this machine's clock showed when the request left
 * @param arrived what it showed when the whole answer was there, as measured by the time that passed
 */
public record ClockReading(Instant tenant, Instant sent, Instant arrived) {
    public ClockReading {
        requireNonNull(tenant, "tenant is null");
        requireNonNull(sent, "sent is null");
        requireNonNull(arrived, "arrived is null");
        if (arrived.isBefore(sent)) {
            throw new IllegalArgumentException("it arrived before it was sent");
        }
    }
}
