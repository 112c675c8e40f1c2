package dev.cordon.store;

import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.chain.HashChain;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An append-only, hash-chained table: journal or custody. Safe for many threads and many processes. */
final class ChainTable {
    /** How many entries are held at once while they are compared. */
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final Heads heads;
    private final Chain chain;
    private final String columns;
    private final int width;

    ChainTable(Database database, Heads heads, Chain chain) {
        this.database = database;
        this.heads = heads;
        this.chain = chain;
        this.columns = columns(chain);
        this.width = values(chain).size();
    }

    static List<String> values(Chain chain) {
        return chain.columns();
    }

    static String columns(Chain chain) {
        return "sequence, " + String.join(", ", values(chain)) + ", previous, hash";
    }

    /** Whether to append, asked in the transaction that would; it may also refuse with an exception. */
    @FunctionalInterface
    interface Guard {
        boolean permits(Connection connection) throws SQLException;
    }

    /** Appends {@code values}; durable, and the heads are written, when this returns. */
    ChainRow append(List<String> values) {
        return appendAll(List.of(values), _ -> true).getFirst();
    }

    /**
     * Appends every one of {@code rows} in their order, all of them or none; durable, and the heads are written, when this returns.
     *
     * @return what was appended; nothing where {@code guard} did not permit it
     */
    List<ChainRow> appendAll(List<List<String>> rows, Guard guard) {
        return database.append(
                "Writing the " + Word.of(chain),
                connection -> {
                    if (!guard.permits(connection)) {
                        return List.of();
                    }
                    List<ChainRow> appended = new ArrayList<>();
                    for (List<String> values : rows) {
                        appended.add(insert(connection, values));
                    }
                    return List.copyOf(appended);
                },
                heads::advance);
    }

    /**
     * Appends what is decided from the incident's rows as they stand in the same transaction; durable, and the heads are written, when this
     * returns.
     *
     * @param decide may be asked twice; what it throws ends the transaction, and nothing was appended
     */
    List<ChainRow> appendDecided(IncidentId incident, Function<List<ChainRow>, List<List<String>>> decide) {
        return database.append(
                "Writing the " + Word.of(chain),
                connection -> {
                    List<ChainRow> appended = new ArrayList<>();
                    for (List<String> values : decide.apply(rows(connection, incident))) {
                        appended.add(insert(connection, values));
                    }
                    return List.copyOf(appended);
                },
                heads::advance);
    }

    /** Appends within a transaction that {@link Database#append} carries out, which then advances the heads. */
    ChainRow insert(Connection connection, List<String> values) throws SQLException {
        ChainHead head = head(connection, chain);
        long sequence = head.sequence() + 1;
        List<String> hashed = new ArrayList<>();
        hashed.add(Long.toString(sequence));
        hashed.addAll(values);
        Digest hash = HashChain.link(chain, head.hash(), hashed);
        String marks = String.join(", ", Collections.nCopies(width + 3, "?"));
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO " + Word.of(chain) + " (" + columns + ") VALUES (" + marks + ")")) {
            statement.setLong(1, sequence);
            for (int i = 0; i < width; i++) {
                statement.setString(i + 2, values.get(i));
            }
            statement.setString(width + 2, head.hash().hex());
            statement.setString(width + 3, hash.hex());
            statement.executeUpdate();
        }
        return new ChainRow(sequence, values, head.hash().hex(), hash.hex());
    }

    /** The incident's rows in order. */
    List<ChainRow> rows(IncidentId incident) {
        return database.read("Reading the " + Word.of(chain), connection -> rows(connection, incident));
    }

    private List<ChainRow> rows(Connection connection, IncidentId incident) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + columns + " FROM " + Word.of(chain) + " WHERE incident = ? ORDER BY sequence")) {
            statement.setString(1, incident.value());
            return ChainRow.readAll(statement, width);
        }
    }

    /** The incident's rows of that kind in order. */
    List<ChainRow> rows(IncidentId incident, String kind) {
        return database.read("Reading the " + Word.of(chain), connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT " + columns + " FROM "
                    + Word.of(chain) + " WHERE incident = ? AND kind = ? ORDER BY sequence")) {
                statement.setString(1, incident.value());
                statement.setString(2, kind);
                return ChainRow.readAll(statement, width);
            }
        });
    }

    /** The rows of every incident that are of one of two kinds, in order. */
    List<ChainRow> rows(Connection connection, String kind, String other) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + columns + " FROM " + Word.of(chain) + " WHERE kind IN (?, ?) ORDER BY sequence")) {
            statement.setString(1, kind);
            statement.setString(2, other);
            return ChainRow.readAll(statement, width);
        }
    }

    /** What stands after that number, of every incident. */
    List<ChainRow> after(Connection connection, long sequence) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + columns + " FROM " + Word.of(chain) + " WHERE sequence > ? ORDER BY sequence")) {
            statement.setLong(1, sequence);
            return ChainRow.readAll(statement, width);
        }
    }

    Optional<ChainRow> find(long sequence) {
        return database.read("Reading the " + Word.of(chain), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT " + columns + " FROM " + Word.of(chain) + " WHERE sequence = ?")) {
                statement.setLong(1, sequence);
                return ChainRow.readAll(statement, width).stream().findFirst();
            }
        });
    }

    /** Incidents in the order in which they first appear. */
    List<IncidentId> incidents() {
        return database.read("Reading the " + Word.of(chain), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                            "SELECT incident FROM " + Word.of(chain) + " GROUP BY incident ORDER BY min(sequence)");
                    ResultSet rows = statement.executeQuery()) {
                List<IncidentId> incidents = new ArrayList<>();
                while (rows.next()) {
                    incidents.add(new IncidentId(rows.getString(1)));
                }
                return incidents;
            }
        });
    }

    ChainHead head() {
        return database.read("Reading the " + Word.of(chain), connection -> head(connection, chain));
    }

    static ChainHead head(Connection connection, Chain chain) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT sequence, hash FROM " + Word.of(chain) + " ORDER BY sequence DESC LIMIT 1");
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return ChainHead.empty(chain);
            }
            if (!Digest.isDigest(rows.getString(2))) {
                throw new StoreException(StoreException.Reason.DAMAGED, "Reading the newest entry", null);
            }
            return new ChainHead(chain, rows.getLong(1), new Digest(rows.getString(2)));
        }
    }

    /**
     * The newest entry that follows that head without a gap and whose hash, like that of every one between them, is what its values make: an
     * entry that was forged stops it, whatever stands behind.
     */
    static ChainHead soundAfter(Connection connection, ChainHead head) throws SQLException {
        Chain chain = head.chain();
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + columns(chain) + " FROM "
                + Word.of(chain) + " WHERE sequence > ? ORDER BY sequence LIMIT " + AT_ONCE)) {
            ChainHead sound = head;
            while (true) {
                statement.setLong(1, sound.sequence());
                List<ChainRow> next = ChainRow.readAll(statement, values(chain).size());
                for (ChainRow row : next) {
                    if (!follows(row, sound)) {
                        return sound;
                    }
                    sound = new ChainHead(chain, row.sequence(), new Digest(row.hash()));
                }
                if (next.size() < AT_ONCE) {
                    return sound;
                }
            }
        }
    }

    private static boolean follows(ChainRow row, ChainHead head) {
        return row.sequence() == head.sequence() + 1
                && row.previous().equals(head.hash().hex())
                && row.hash()
                        .equals(HashChain.link(head.chain(), head.hash(), row.hashed())
                                .hex());
    }

    /** Whether the chain still has this head, or is still behind it at its beginning. */
    static boolean contains(Connection connection, ChainHead head) throws SQLException {
        if (head.sequence() == 0) {
            return head.equals(ChainHead.empty(head.chain()));
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 FROM " + Word.of(head.chain()) + " WHERE sequence = ? AND hash = ?")) {
            statement.setLong(1, head.sequence());
            statement.setString(2, head.hash().hex());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
