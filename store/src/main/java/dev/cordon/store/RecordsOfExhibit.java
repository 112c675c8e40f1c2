package dev.cordon.store;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.incident.Word;
import dev.cordon.investigation.records.LogRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Holds the rows that are kept of one exhibit against those that are read from it, both in the order of their numbers. A row that is read and
 * not kept has to stand elsewhere in the incident, as the first of its id. For one thread.
 */
final class RecordsOfExhibit implements AutoCloseable {
    static final int AT_ONCE = 1_000;
    private static final int ASKED_AT_ONCE = 100;

    private final Connection connection;
    private final Exhibit exhibit;
    private final boolean isImport;
    private final Rule rule;
    private final RecordFaults faults;
    private final PreparedStatement statement;
    private final ResultSet kept;
    private final List<LogRecord> elsewhere = new ArrayList<>();
    private boolean isAtRow;
    private long matched;

    /** Whether a row that the exhibit holds is kept. */
    enum Kept {
        YES,
        /** Rows of the incident were let go since it was sealed, or nobody knows any more which were kept. */
        PERHAPS,
        /** It is somebody else's. */
        NO
    }

    /** Which rows of the exhibit are kept. */
    interface Rule {
        Kept of(LogRecord read);
    }

    /**
     * A comparison from the first row on.
     *
     * @param isImport whether its rows may have been kept later than those of exhibits behind it
     */
    RecordsOfExhibit(Connection connection, Exhibit exhibit, boolean isImport, Rule rule, RecordFaults faults)
            throws SQLException {
        this.connection = connection;
        this.exhibit = exhibit;
        this.isImport = isImport;
        this.rule = rule;
        this.faults = faults;
        this.statement = connection.prepareStatement("""
                SELECT row_number, incident, log, record_id, at, zone_rule, operation, actor, address, session, user_agent, outcome, result,
                    workload, object
                FROM log_records WHERE exhibit = ? ORDER BY row_number
                """);
        statement.setFetchSize(AT_ONCE);
        statement.setLong(1, exhibit.id().sequence());
        this.kept = statement.executeQuery();
        this.isAtRow = kept.next();
    }

    /** Takes the next row that was read from the exhibit. */
    void take(LogRecord read) throws SQLException {
        while (isAtRow && kept.getLong("row_number") < read.row()) {
            added();
        }
        Kept wanted = rule.of(read);
        if (isAtRow && kept.getLong("row_number") == read.row()) {
            if (wanted == Kept.NO) {
                addedOfAnother(read);
            } else {
                compare(read);
            }
            matched++;
            isAtRow = kept.next();
        } else if (wanted == Kept.YES) {
            lookElsewhere(read);
        }
    }

    private void addedOfAnother(LogRecord read) {
        faults.add(Fault.atEntry(
                row(Word.of(read.log()), read.id(), read.row()),
                "no such row",
                "a row that does not name the account and was not given to the collection",
                "The exhibit holds it, and it is somebody else's: it was added."));
    }

    /** To be called behind the last row; how many rows are kept of the exhibit. */
    long end() throws SQLException {
        while (isAtRow) {
            added();
        }
        lookElsewhere();
        return matched;
    }

    private void added() throws SQLException {
        faults.add(Fault.atEntry(
                row(kept.getString("log"), kept.getString("record_id"), kept.getLong("row_number")),
                "no such row",
                "a row of " + kept.getString("incident"),
                "The exhibit holds no row of this number: it was added, or its number was changed."));
        isAtRow = kept.next();
    }

    private void compare(LogRecord read) throws SQLException {
        for (Map.Entry<String, String> value : values(read).entrySet()) {
            String found = kept.getString(value.getKey());
            if (!value.getValue().equals(found)) {
                faults.add(Fault.atEntry(
                        row(Word.of(read.log()), read.id(), read.row()),
                        value.getKey() + " \"" + value.getValue() + "\"",
                        "\"" + found + "\"",
                        "The row is not what its exhibit says: it was changed after it was kept."));
            }
        }
    }

    private Map<String, String> values(LogRecord read) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("incident", exhibit.incident().value());
        values.put("log", Word.of(read.log()));
        values.put("record_id", read.id());
        values.put("at", Long.toString(SpooledRecords.nanoseconds(read.at())));
        values.put("zone_rule", Word.of(read.zoneRule()));
        values.put("operation", read.operation());
        values.put("actor", read.actor());
        values.put("address", read.address());
        values.put("session", read.session());
        values.put("user_agent", read.userAgent());
        values.put("outcome", Word.of(read.outcome()));
        values.put("result", read.result());
        values.put("workload", read.workload());
        values.put("object", read.object());
        return values;
    }

    private void lookElsewhere(LogRecord read) throws SQLException {
        if (!elsewhere.isEmpty()
                && (elsewhere.size() == ASKED_AT_ONCE || elsewhere.getFirst().log() != read.log())) {
            lookElsewhere();
        }
        elsewhere.add(read);
    }

    /** Where a row stands. */
    private record Standing(long exhibit, long row) {}

    private void lookElsewhere() throws SQLException {
        if (elsewhere.isEmpty()) {
            return;
        }
        Map<String, Standing> standing = standing();
        for (LogRecord read : elsewhere) {
            Standing found = standing.get(read.id());
            if (found == null || !isFirst(found, read)) {
                faults.add(Fault.atEntry(
                        row(Word.of(read.log()), read.id(), read.row()),
                        "this row, or an earlier one of its id",
                        found == null
                                ? "none of its id in the incident"
                                : "row " + found.row() + " of exhibit " + found.exhibit(),
                        "The row was taken away after it was kept."));
            }
        }
        elsewhere.clear();
    }

    private boolean isFirst(Standing found, LogRecord read) {
        long own = exhibit.id().sequence();
        return found.exhibit() == own ? found.row() < read.row() : found.exhibit() < own || isImport;
    }

    private Map<String, Standing> standing() throws SQLException {
        String marks = String.join(", ", Collections.nCopies(ASKED_AT_ONCE, "?"));
        try (PreparedStatement asked = connection.prepareStatement(
                "SELECT record_id, exhibit, row_number FROM log_records WHERE incident = ? AND log = ? AND record_id IN ("
                        + marks + ")")) {
            asked.setString(1, exhibit.incident().value());
            asked.setString(2, Word.of(elsewhere.getFirst().log()));
            for (int i = 0; i < ASKED_AT_ONCE; i++) {
                asked.setString(
                        3 + i, elsewhere.get(Math.min(i, elsewhere.size() - 1)).id());
            }
            Map<String, Standing> standing = new HashMap<>();
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    standing.put(
                            Objects.requireNonNull(rows.getString("record_id"), "the table has an empty id"),
                            new Standing(rows.getLong("exhibit"), rows.getLong("row_number")));
                }
            }
            return standing;
        }
    }

    private String row(String log, String id, long number) {
        return RecordFaults.row(
                exhibit.incident().value(), log, id, number, exhibit.id().toString());
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            kept.close();
        }
    }
}
