package dev.cordon.store;

import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.CollectedElsewhereException;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections;
import dev.cordon.investigation.collection.ProgressText;
import dev.cordon.investigation.collection.UnreadableProgressException;
import dev.cordon.investigation.records.LogRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** How far logs were collected, in the database: what was seen is compared in the transaction that writes. */
final class SqlLogCollections implements LogCollections {
    private static final String TRIED = "Keeping what was collected";

    private final Database database;
    private final Heads heads;
    private final SealedBytes sealed;
    private final SqlCustodyLog custody;

    SqlLogCollections(Database database, Heads heads, SealedBytes sealed, SqlCustodyLog custody) {
        this.database = database;
        this.heads = heads;
        this.sealed = sealed;
        this.custody = custody;
    }

    @Override
    public Optional<Collected> find(IncidentId incident, CollectionSource source) {
        return database.read("Reading how far logs were collected", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT source, progress, rows, different, unreadable FROM collections WHERE incident = ? AND source = ?
                    """)) {
                statement.setString(1, incident.value());
                statement.setString(2, source.toString());
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(collected(rows)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Standing all(IncidentId incident) {
        return database.read("Reading how far logs were collected", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT source, progress, rows, different, unreadable FROM collections WHERE incident = ? ORDER BY number
                    """)) {
                statement.setString(1, incident.value());
                return standing(statement);
            }
        });
    }

    @Override
    public List<Brought> brought(IncidentId incident) {
        return database.read("Reading what was collected", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT source, progress, unreadable FROM collections WHERE incident = ? ORDER BY number")) {
                statement.setString(1, incident.value());
                try (ResultSet rows = statement.executeQuery()) {
                    List<Brought> brought = new ArrayList<>();
                    while (rows.next()) {
                        String source = rows.getString("source");
                        brought.add(new Brought(
                                source, rows.getLong("unreadable"), isReadable(source, rows.getString("progress"))));
                    }
                    return brought;
                }
            }
        });
    }

    private static boolean isReadable(String source, String progress) {
        try {
            source(source);
            ProgressText.read(progress);
            return true;
        } catch (UnreadableProgressException _) {
            return false;
        }
    }

    private static Standing standing(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<Collected> readable = new ArrayList<>();
            List<String> unreadable = new ArrayList<>();
            while (rows.next()) {
                String source = rows.getString("source");
                if (isReadable(source, rows.getString("progress"))) {
                    readable.add(collected(rows));
                } else {
                    unreadable.add(source);
                }
            }
            return new Standing(readable, unreadable);
        }
    }

    private static Collected collected(ResultSet rows) throws SQLException {
        return new Collected(
                source(rows.getString("source")),
                ProgressText.read(rows.getString("progress")),
                new Counts(rows.getLong("rows"), rows.getLong("different"), rows.getLong("unreadable")));
    }

    private static CollectionSource source(String text) {
        try {
            return CollectionSource.parse(text);
        } catch (IllegalArgumentException _) {
            throw new UnreadableProgressException("it is of no log that is collected.");
        }
    }

    @Override
    public Collected begin(IncidentId incident, CollectionSource source, CollectionProgress progress) {
        return database.write(TRIED, connection -> begun(connection, incident, source, progress));
    }

    private static Collected begun(
            Connection connection, IncidentId incident, CollectionSource source, CollectionProgress progress)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO collections (incident, source, progress, rows, different, unreadable) VALUES (?, ?, ?, 0, 0, 0)
                ON CONFLICT (incident, source) DO NOTHING
                """)) {
            statement.setString(1, incident.value());
            statement.setString(2, source.toString());
            statement.setString(3, ProgressText.write(progress));
            if (statement.executeUpdate() != 1) {
                throw new CollectedElsewhereException(incident, source);
            }
            return new Collected(source, progress, Counts.NONE);
        }
    }

    @Override
    public Collected move(IncidentId incident, Collected seen, CollectionProgress progress) {
        return database.write(TRIED, connection -> {
            moved(connection, number(connection, incident, seen), progress, Counts.NONE);
            return new Collected(seen.source(), progress, seen.counts());
        });
    }

    /** The bytes first: an entry never names what is not there. */
    @Override
    public Collected keep(IncidentId incident, Collected seen, Page page, CollectionProgress progress) {
        List<CustodyEvent.Acquired> acquired = page.answers().stream()
                .map(answer -> CustodyEvent.Acquired.of(answer.acquisition()))
                .toList();
        for (int i = 0; i < acquired.size(); i++) {
            sealed.keep(
                    acquired.get(i).sha256(),
                    page.answers().get(i).acquisition().bytes());
        }
        Collected kept = database.append(
                TRIED, connection -> kept(connection, incident, seen, page, acquired, progress), heads::advance);
        for (int i = 0; i < acquired.size(); i++) {
            // The same bytes may have expired between the two. From the entry on nobody takes them away.
            if (sealed.size(acquired.get(i).sha256()).isEmpty()) {
                sealed.keep(
                        acquired.get(i).sha256(),
                        page.answers().get(i).acquisition().bytes());
            }
        }
        return kept;
    }

    private Collected kept(
            Connection connection,
            IncidentId incident,
            Collected seen,
            Page page,
            List<CustodyEvent.Acquired> acquired,
            CollectionProgress progress)
            throws SQLException {
        long number = number(connection, incident, seen);
        long contradicting = 0;
        for (int i = 0; i < acquired.size(); i++) {
            long exhibit = custody.append(connection, incident, acquired.get(i)).sequence();
            contradicting += index(
                    connection,
                    incident,
                    ExhibitId.of(exhibit),
                    page.answers().get(i).rows());
        }
        Counts more = new Counts(page.ids().size(), different(connection, number, page.ids()), page.unreadable());
        moved(connection, number, progress, more);
        Counts before = seen.counts();
        return new Collected(
                seen.source(),
                progress,
                new Counts(
                        before.rows() + more.rows(),
                        before.different() + more.different(),
                        before.unreadable() + more.unreadable(),
                        before.contradicting() + contradicting));
    }

    /** How many of them tell something else than the row that stands. */
    private static long index(Connection connection, IncidentId incident, ExhibitId exhibit, List<LogRecord> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement insert = connection.prepareStatement(SqlLogRecords.INSERT)) {
            for (LogRecord row : rows) {
                SpooledRecords.bind(insert, incident.value(), exhibit.sequence(), row);
                insert.addBatch();
            }
            int[] kept = insert.executeBatch();
            List<LogRecord> again = IntStream.range(0, kept.length)
                    .filter(i -> kept[i] == 0)
                    .mapToObj(rows::get)
                    .toList();
            return SqlLogRecords.contradicting(connection, incident, again);
        }
    }

    /** How many of them were not given before. */
    private static long different(Connection connection, long number, List<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return 0;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO collected_rows (collection, record_id) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            for (String id : ids) {
                insert.setLong(1, number);
                insert.setString(2, RowIds.known(id));
                insert.addBatch();
            }
            return Arrays.stream(insert.executeBatch()).asLongStream().sum();
        }
    }

    private static long number(Connection connection, IncidentId incident, Collected seen) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT number FROM collections WHERE incident = ? AND source = ? AND progress = ? AND rows = ?")) {
            statement.setString(1, incident.value());
            statement.setString(2, seen.source().toString());
            statement.setString(3, ProgressText.write(seen.progress()));
            statement.setLong(4, seen.counts().rows());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new CollectedElsewhereException(incident, seen.source());
                }
                return rows.getLong(1);
            }
        }
    }

    private static void moved(Connection connection, long number, CollectionProgress progress, Counts more)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE collections SET progress = ?, rows = rows + ?, different = different + ?, unreadable = unreadable + ?
                WHERE number = ?
                """)) {
            statement.setString(1, ProgressText.write(progress));
            statement.setLong(2, more.rows());
            statement.setLong(3, more.different());
            statement.setLong(4, more.unreadable());
            statement.setLong(5, number);
            statement.executeUpdate();
        }
    }

    /** Also what cannot be read, or is of no log that is known, is left. */
    @Override
    public List<Collected> replace(IncidentId incident, Set<LogRecord.Log> logs, List<Beginning> anew) {
        return database.write("Leaving the places of collections", connection -> {
            for (long number : numbers(connection, incident, logs)) {
                left(connection, number);
            }
            List<Collected> begun = new ArrayList<>();
            for (Beginning each : anew) {
                begun.add(begun(connection, incident, each.source(), each.progress()));
            }
            return begun;
        });
    }

    private static void left(Connection connection, long number) throws SQLException {
        for (String statement : List.of(
                "DELETE FROM collected_rows WHERE collection = ?", "DELETE FROM collections WHERE number = ?")) {
            try (PreparedStatement delete = connection.prepareStatement(statement)) {
                delete.setLong(1, number);
                delete.executeUpdate();
            }
        }
    }

    private static List<Long> numbers(Connection connection, IncidentId incident, Set<LogRecord.Log> logs)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT number, source FROM collections WHERE incident = ?")) {
            statement.setString(1, incident.value());
            try (ResultSet rows = statement.executeQuery()) {
                List<Long> numbers = new ArrayList<>();
                while (rows.next()) {
                    if (isOf(rows.getString("source"), logs)) {
                        numbers.add(rows.getLong("number"));
                    }
                }
                return numbers;
            }
        }
    }

    private static boolean isOf(String source, Set<LogRecord.Log> logs) {
        try {
            return logs.contains(CollectionSource.parse(source).log().log());
        } catch (IllegalArgumentException _) {
            return true;
        }
    }

    @Override
    public void forget(IncidentId incident) {
        database.write("Forgetting how far logs were collected", connection -> {
            for (String statement : List.of(
                    "DELETE FROM collected_rows WHERE collection IN (SELECT number FROM collections WHERE incident = ?)",
                    "DELETE FROM collections WHERE incident = ?")) {
                try (PreparedStatement delete = connection.prepareStatement(statement)) {
                    delete.setString(1, incident.value());
                    delete.executeUpdate();
                }
            }
            return true;
        });
    }
}
