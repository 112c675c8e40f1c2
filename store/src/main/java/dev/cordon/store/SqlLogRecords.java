package dev.cordon.store;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.LogRecords;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** The rows of logs in the database. */
final class SqlLogRecords implements LogRecords {
    private static final int AT_ONCE = 1_000;

    static final String INSERT = """
            INSERT INTO log_records (incident, exhibit, row_number, log, record_id, at, zone_rule, operation, actor, address, session,
                user_agent, outcome, result, workload, object)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (incident, log, record_id) DO NOTHING
            """;

    private static final String ALL = """
            SELECT exhibit, row_number, log, record_id, at, zone_rule, operation, actor, address, session, user_agent, outcome, result,
                workload, object
            FROM log_records WHERE incident = ? ORDER BY at, exhibit, row_number
            """;

    private static final String OF_EXHIBIT = """
            SELECT row_number, log, record_id, at, zone_rule, operation, actor, address, session, user_agent, outcome, result, workload,
                object
            FROM log_records WHERE exhibit = ? AND incident = ? ORDER BY at, row_number
            """;

    private static final String STANDING = """
            SELECT log, record_id, at, zone_rule, operation, actor, address, session, user_agent, outcome, result, workload, object,
                row_number
            FROM log_records WHERE incident = ? AND log = ? AND record_id = ?
            """;

    private final Database database;
    private final Path folder;

    /**
     * The rows.
     *
     * @param folder where rows wait for their transaction
     */
    SqlLogRecords(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @Override
    public Batch begin() {
        return new SpooledBatch(new SpooledRecords(folder.resolve(SpooledRecords.PREFIX + UUID.randomUUID())));
    }

    private final class SpooledBatch implements Batch {
        private final SpooledRecords spooled;
        private boolean isKept;

        SpooledBatch(SpooledRecords spooled) {
            this.spooled = spooled;
        }

        @Override
        public void add(LogRecord row) {
            spooled.add(row);
        }

        @Override
        public Counts keep(IncidentId incident, ExhibitId exhibit) {
            if (isKept) {
                throw new IllegalStateException("it was kept before");
            }
            isKept = true;
            long unique = spooled.count() == 0 ? 0 : insertAll(incident, exhibit);
            var counts = new Counts(unique, spooled.count() - unique);
            return counts.duplicates() == 0 ? counts : counts.differing(differing(incident));
        }

        /** Looks at those that stand, when nobody waits any more for the rows that were written. */
        private List<Long> differing(IncidentId incident) {
            return database.readApart("Comparing rows with those that were there", connection -> {
                List<Long> differing = new ArrayList<>();
                try (PreparedStatement statement = connection.prepareStatement(STANDING)) {
                    statement.setString(1, incident.value());
                    spooled.visit(row -> {
                        statement.setString(2, Word.of(row.log()));
                        statement.setString(3, row.id());
                        try (ResultSet standing = statement.executeQuery()) {
                            if (standing.next() && record(standing).contradicts(row)) {
                                differing.add(row.row());
                            }
                        }
                    });
                }
                return differing;
            });
        }

        private long insertAll(IncidentId incident, ExhibitId exhibit) {
            return database.bulk("Keeping the rows of " + exhibit, connection -> {
                try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                    spooled.each(insert, AT_ONCE, incident.value(), exhibit.sequence());
                }
                return kept(connection, exhibit);
            });
        }

        @Override
        public void close() {
            spooled.close();
        }
    }

    /** How many of them tell something else than the row of their log and id that stands. */
    static long contradicting(Connection connection, IncidentId incident, List<LogRecord> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(STANDING)) {
            statement.setString(1, incident.value());
            long contradicting = 0;
            for (LogRecord row : rows) {
                statement.setString(2, Word.of(row.log()));
                statement.setString(3, row.id());
                try (ResultSet standing = statement.executeQuery()) {
                    contradicting += standing.next() && record(standing).contradicts(row) ? 1 : 0;
                }
            }
            return contradicting;
        }
    }

    private static long kept(Connection connection, ExhibitId exhibit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM log_records WHERE exhibit = ?")) {
            statement.setLong(1, exhibit.sequence());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void visit(IncidentId incident, Consumer<Kept> visitor) {
        database.readApart("Reading the rows of logs", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ALL)) {
                statement.setString(1, incident.value());
                Map<Long, ExhibitId> exhibits = new HashMap<>();
                return each(
                        statement,
                        rows -> visitor.accept(new Kept(
                                exhibits.computeIfAbsent(rows.getLong("exhibit"), ExhibitId::of), record(rows))));
            }
        });
    }

    @Override
    public void visit(IncidentId incident, ExhibitId exhibit, Consumer<LogRecord> visitor) {
        database.readApart("Reading the rows of an exhibit", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OF_EXHIBIT)) {
                statement.setLong(1, exhibit.sequence());
                statement.setString(2, incident.value());
                return each(statement, rows -> visitor.accept(record(rows)));
            }
        });
    }

    /** From the index alone: it has the numbers behind the ids. */
    @Override
    public SortedMap<ExhibitId, BitSet> numbers(IncidentId incident) {
        return database.readApart("Counting the rows of logs", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT exhibit, row_number FROM log_records WHERE incident = ?")) {
                statement.setString(1, incident.value());
                Map<Long, BitSet> numbers = new HashMap<>();
                each(
                        statement,
                        rows -> numbers.computeIfAbsent(rows.getLong("exhibit"), none -> new BitSet())
                                .set(Math.toIntExact(rows.getLong("row_number"))));
                SortedMap<ExhibitId, BitSet> sorted = new TreeMap<>();
                numbers.forEach((exhibit, rows) -> sorted.put(ExhibitId.of(exhibit), rows));
                return sorted;
            }
        });
    }

    private interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    /** Shows each row; how many there are. */
    private static long each(PreparedStatement statement, RowTaker taker) throws SQLException {
        statement.setFetchSize(AT_ONCE);
        long count = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                taker.take(rows);
                count++;
            }
        }
        return count;
    }

    @Override
    public void forget(IncidentId incident) {
        database.write("Deleting the rows of expired logs", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM log_records WHERE incident = ?")) {
                statement.setString(1, incident.value());
                return statement.executeUpdate();
            }
        });
    }

    private static LogRecord record(ResultSet rows) throws SQLException {
        return new LogRecord(
                word(LogRecord.Log.class, rows.getString("log")),
                rows.getString("record_id"),
                SpooledRecords.instant(rows.getLong("at")),
                word(LogRecord.ZoneRule.class, rows.getString("zone_rule")),
                rows.getString("operation"),
                rows.getString("actor"),
                rows.getString("address"),
                rows.getString("session"),
                rows.getString("user_agent"),
                word(LogRecord.Outcome.class, rows.getString("outcome")),
                rows.getString("result"),
                rows.getString("workload"),
                rows.getString("object"),
                rows.getLong("row_number"));
    }

    static <E extends Enum<E>> E word(Class<E> type, String text) throws SQLException {
        return Word.find(type, text)
                .orElseThrow(() -> new SQLException("the table log_records holds a word nobody wrote there"));
    }
}
