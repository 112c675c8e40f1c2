package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import java.time.Instant;

/**
 * An event as it stands in the custody log.
 *
 * @param sequence its number in the whole log, from 1 without gaps
 * @param incident the incident it belongs to
 * @param at when it was recorded, by this machine's clock, UTC
 * @param event what happened
 * @param previous the hash of the entry before it
 * @param hash its own hash over all its columns and {@code previous}
 */
public record CustodyEntry(
        long sequence, IncidentId incident, Instant at, CustodyEvent event, Digest previous, Digest hash) {
    public CustodyEntry {
        requireNonNull(incident, "incident is null");
        requireNonNull(at, "at is null");
        requireNonNull(event, "event is null");
        requireNonNull(previous, "previous is null");
        requireNonNull(hash, "hash is null");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence is not positive: " + sequence);
        }
    }
}
