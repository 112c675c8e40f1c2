package dev.cordon.investigation.collection;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.Acquisition;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.records.LogRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far the logs of incidents were collected. Safe for many threads and, where the store is shared, for many processes: whoever writes says
 * what he has seen, and is refused when another process has gone on meanwhile.
 */
public interface LogCollections {
    /**
     * What is known of a source; empty when it was never begun.
     *
     * @throws UnreadableProgressException when its place cannot be read
     */
    Optional<Collected> find(IncidentId incident, CollectionSource source);

    /** How every source of the incident stands, in the order in which they were begun. */
    Standing all(IncidentId incident);

    /**
     * What every source of the incident brought, in the order in which they were begun, without its place: whoever reads what was collected goes on
     * where the place itself cannot be read.
     */
    List<Brought> brought(IncidentId incident);

    /** Begins a source. Durable when this returns. */
    Collected begin(IncidentId incident, CollectionSource source, CollectionProgress progress);

    /**
     * Moves a source on without rows: a round begins, or ends. Durable when this returns.
     *
     * @param seen as it was last read
     * @throws CollectedElsewhereException when it is not so any more; nothing was changed
     */
    Collected move(IncidentId incident, Collected seen, CollectionProgress progress);

    /**
     * Seals the answers of a page, keeps their rows and moves the source on, all in one transaction; durable when this returns. A death before
     * that leaves nothing but bytes that no exhibit names. A row whose log and id the incident has already is not kept again, in whatever way
     * it came; one that this source was given before counts among {@link Counts#rows} only.
     *
     * @param seen as it was last read
     * @throws CollectedElsewhereException when it is not so any more; nothing was changed
     */
    Collected keep(IncidentId incident, Collected seen, Page page, CollectionProgress progress);

    /**
     * Leaves the places of the incident's collections of these logs, also those that cannot be read any more, with what each source was given,
     * and begins others in their stead, all in one transaction; durable when this returns. What was sealed and the rows that were brought stay.
     *
     * @param anew in the order in which they are begun
     * @throws CollectedElsewhereException when one of them was begun and is of no log that is left; nothing was changed
     */
    List<Collected> replace(IncidentId incident, Set<LogRecord.Log> logs, List<Beginning> anew);

    /** Lets go of all that is known of the incident's collections. Idempotent. */
    void forget(IncidentId incident);

    /**
     * A source that is to be begun.
     *
     * @param progress at its beginning
     */
    record Beginning(CollectionSource source, CollectionProgress progress) {
        public Beginning {
            requireNonNull(source, "source is null");
            requireNonNull(progress, "progress is null");
        }
    }

    /**
     * A source and how far it was collected.
     *
     * @param counts how many rows all its rounds have brought
     */
    record Collected(CollectionSource source, CollectionProgress progress, Counts counts) {
        public Collected {
            requireNonNull(source, "source is null");
            requireNonNull(progress, "progress is null");
            requireNonNull(counts, "counts is null");
        }

        /**
         * How its last round ended, in sentences that may quote untrusted text: what is missing and why, and whether something came again that says
         * something else now, for the first row stands and nobody would look for the other. Empty where there is nothing to say.
         */
        public String reason() {
            String reason =
                    progress.ending().map(CollectionProgress.Ending::reason).orElse("");
            return counts.contradicting() == 0
                    ? reason
                    : (reason.isBlank() ? "" : reason + " ") + "At least " + counts.contradicting()
                            + " rows of this round tell something else than the row of the same id that stands; both lie in the exhibits.";
        }
    }

    /**
     * How the sources of an incident stand: a place that was changed, or that a newer version wrote, keeps no other from going on.
     *
     * @param readable those whose place can be read
     * @param unreadable what the others are of, as it is written down: untrusted text
     */
    record Standing(List<Collected> readable, List<String> unreadable) {
        public Standing {
            readable = List.copyOf(readable);
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * What a source brought.
     *
     * @param source which, as it is written down: untrusted text
     * @param unreadable of how many of its rows no record could be made, as often as they were given
     * @param placeReadable whether its collection can be gone on with
     */
    record Brought(String source, long unreadable, boolean placeReadable) {
        public Brought {
            requireNonNull(source, "source is null");
        }
    }

    /**
     * How many rows.
     *
     * @param rows as often as they were given
     * @param different each once, also those that cannot be read
     * @param unreadable rows of which no record could be made, as often as they were given; they stand in the exhibits
     * @param contradicting rows that tell something else than the row of their log and id that stands; of what was kept since this was last
     *     read from the store, which does not keep it
     */
    record Counts(long rows, long different, long unreadable, long contradicting) {
        /** Nothing was given yet. */
        public static final Counts NONE = new Counts(0, 0, 0);

        /** The same of rows that agree with those that stand. */
        public Counts(long rows, long different, long unreadable) {
            this(rows, different, unreadable, 0);
        }

        public Counts {
            if (different < 0 || different > rows || unreadable < 0 || unreadable > rows) {
                throw new IllegalArgumentException(
                        "Not possible: " + different + " different and " + unreadable + " unreadable of " + rows);
            }
        }
    }

    /**
     * A page on its way.
     *
     * @param answers every answer it came in, with the records of its rows
     * @param ids the id of each of its rows, as the client knows rows again
     * @param unreadable how many of them no record could be made of
     */
    record Page(List<Answered> answers, List<String> ids, long unreadable) {
        public Page {
            answers = List.copyOf(answers);
            ids = List.copyOf(ids);
            if (unreadable < 0 || unreadable > ids.size()) {
                throw new IllegalArgumentException(unreadable + " of " + ids.size() + " rows are unreadable");
            }
        }
    }

    /**
     * An answer as it is to be sealed.
     *
     * @param rows the records of its rows, numbered within it
     */
    record Answered(Acquisition acquisition, List<LogRecord> rows) {
        public Answered {
            requireNonNull(acquisition, "acquisition is null");
            rows = List.copyOf(rows);
        }
    }
}
