package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import java.time.Instant;

/**
 * An entry as it stands in the journal.
 *
 * @param sequence its number in the whole journal, from 1 without gaps
 * @param incident the incident it belongs to
 * @param at when it happened, tenant time, UTC
 * @param wallAt when it was recorded, by this machine's clock, UTC
 * @param actor who did it
 * @param entry what happened
 * @param previous the hash of the entry before it
 * @param hash its own hash over all its columns and {@code previous}
 */
public record Recorded(
        long sequence,
        IncidentId incident,
        Instant at,
        Instant wallAt,
        Actor actor,
        JournalEntry entry,
        Digest previous,
        Digest hash) {
    public Recorded {
        requireNonNull(incident, "incident is null");
        requireNonNull(at, "at is null");
        requireNonNull(wallAt, "wallAt is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(entry, "entry is null");
        requireNonNull(previous, "previous is null");
        requireNonNull(hash, "hash is null");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence is not positive: " + sequence);
        }
    }
}
