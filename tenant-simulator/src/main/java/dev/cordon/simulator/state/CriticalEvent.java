package dev.cordon.simulator.state;

import java.time.Instant;

/**
 * Something that resources under continuous access evaluation learn about a little later: from {@code effectiveAt} on they
 * refuse tokens of that person that were issued before {@code at}.
 *
 * @param code as the challenge names it, such as {@code TokenIssuedBeforeRevocationTimestamp}
 */
public record CriticalEvent(String id, String userId, Instant at, Instant effectiveAt, String code) {

    /** All of them, by id. */
    public static final TableKey<CriticalEvent> TABLE = new TableKey<>("critical-events", CriticalEvent.class);
}
