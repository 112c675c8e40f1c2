package dev.cordon.investigation.records;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The rows of logs that were brought into incidents, each once. An index of the exhibits they came from: it is the exhibit that proves them.
 *
 * <p>Safe for many threads and, where the store is shared, for many processes.
 */
public interface LogRecords {
    /** Begins to take in the rows of one file. */
    Batch begin();

    /** Every record of the incident in order of time, those of one moment in the order of their file; none of an unknown incident. */
    void visit(IncidentId incident, Consumer<Kept> visitor);

    /** The incident's records of one exhibit in order of time, those of one moment in the order of their file. */
    void visit(IncidentId incident, ExhibitId exhibit, Consumer<LogRecord> visitor);

    /** Which rows of which exhibits the incident has, by their numbers: none of the records is read for it. Empty for an unknown incident. */
    SortedMap<ExhibitId, BitSet> numbers(IncidentId incident);

    /** Lets every record of the incident go, as the exhibits go that they are of. Idempotent. */
    void forget(IncidentId incident);

    /** Rows on their way in, on disk and not in memory. Nobody sees them before they are kept. For one thread. */
    interface Batch extends AutoCloseable {
        /** Takes in a row. */
        void add(LogRecord row);

        /**
         * Keeps what was taken in, all of it in one transaction: a row whose log and id the incident has already, from this file or an
         * earlier one, is a duplicate, and the earlier one stands. Once.
         *
         * @param exhibit the sealed file that the rows are of
         */
        Counts keep(IncidentId incident, ExhibitId exhibit);

        /** Lets go of what was not kept. */
        @Override
        void close();
    }

    /**
     * What became of the rows of a batch.
     *
     * @param unique how many are kept
     * @param duplicates how many the incident had already
     * @param differing how many of the duplicates tell something else than the row that stands
     * @param differingRows the numbers of those in their file, the first {@link #MOST_NAMED}, in order
     */
    record Counts(long unique, long duplicates, long differing, List<Long> differingRows) {
        /** So many rows are named. */
        public static final int MOST_NAMED = 1_000;

        public Counts {
            differingRows = List.copyOf(differingRows);
            if (differing > duplicates || differingRows.size() != Math.min(differing, MOST_NAMED)) {
                throw new IllegalArgumentException("those that differ are not among the duplicates: " + differing);
            }
        }

        /** Counts where no duplicate tells something else. */
        public Counts(long unique, long duplicates) {
            this(unique, duplicates, 0, List.of());
        }

        /** The same with these duplicates that differ, all their row numbers in order. */
        public Counts differing(List<Long> rows) {
            return new Counts(unique, duplicates, rows.size(), rows.subList(0, Math.min(rows.size(), MOST_NAMED)));
        }
    }

    /**
     * A record with the exhibit that proves it.
     *
     * @param exhibit the sealed file
     * @param record the row
     */
    record Kept(ExhibitId exhibit, LogRecord record) {
        public Kept {
            requireNonNull(exhibit, "exhibit is null");
            requireNonNull(record, "record is null");
        }
    }
}
