package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Every fact about every incident of a store: append-only and hash-chained.
 *
 * <p>Safe for many threads and, where the store is shared, for many processes. An entry is durable when {@link #append} returns; what was
 * not acknowledged may or may not be there after a crash. Nothing is ever changed or removed.
 */
public interface RunJournal {
    /**
     * Appends {@code entry}, stamped with this machine's clock beside {@code at}. Not idempotent: every call is an entry of its own.
     *
     * @param at when it happened, tenant time
     * @param actor who did it
     * @throws RuntimeException when it could not be made durable; the caller must then not go on
     */
    Recorded append(IncidentId incident, Instant at, Actor actor, JournalEntry entry);

    /**
     * An entry with its time.
     *
     * @param at when it happened, tenant time
     * @param entry what happened
     */
    record Dated(Instant at, JournalEntry entry) {
        public Dated {
            requireNonNull(at, "at is null");
            requireNonNull(entry, "entry is null");
        }
    }

    /**
     * Appends {@code entries} in their order, all of them or none; all are durable when this returns.
     *
     * @param actor who did it
     * @throws RuntimeException when they could not be made durable; the caller must then not go on
     */
    List<Recorded> appendAll(IncidentId incident, Actor actor, List<Dated> entries);

    /**
     * Appends {@code entries} in their order, all of them or none, and only if what was recorded since a look permits it; nobody, in no
     * process, records anything between that question and the entries.
     *
     * @param actor who did it
     * @param seen the newest entry when the caller looked
     * @param permits asked about the entries since then, of every incident and in order
     * @return empty when it does not permit it; nothing was appended
     * @throws RuntimeException when it could not be made durable; the caller must then not go on
     */
    List<Recorded> appendIf(
            IncidentId incident, Actor actor, List<Dated> entries, ChainHead seen, Predicate<List<Recorded>> permits);

    /** The incident's entries in order; empty for an unknown incident. */
    List<Recorded> entries(IncidentId incident);

    /** Every incident, and every review ({@link IncidentId#isReview}), in the order they were opened. */
    List<IncidentId> incidents();

    /** The newest entry of the whole journal. */
    ChainHead head();
}
