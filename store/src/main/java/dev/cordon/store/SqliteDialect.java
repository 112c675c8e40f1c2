package dev.cordon.store;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import dev.cordon.evidence.chain.ChainHead;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.sqlite.JDBC;

/** SQLite in a file of the data folder: write-ahead log, full synchronisation, and patience with other processes. */
final class SqliteDialect implements Dialect {
    private static final String PATIENCE_MS = "10000";
    private static final int BULK_CACHE_KB = 96 * 1024;
    /** The driver's flags: read only, and the address is a URI. */
    private static final Map<String, String> READ_ONLY = Map.of("open_mode", String.valueOf(0x01 | 0x40));

    private static final List<String> GUARDS = List.of(
            "journal_has_no_gaps",
            "journal_is_never_changed",
            "journal_is_never_deleted",
            "custody_has_no_gaps",
            "custody_is_never_changed",
            "custody_is_never_deleted");

    private static final String GUARDS_MADE_IN = "/migrations/sqlite/V1__journal_custody_and_work.sql";

    private final DataSource dataSource;

    SqliteDialect(Path file) {
        this(file.toString(), Map.of("journal_mode", "WAL", "synchronous", "FULL"));
    }

    private SqliteDialect(String address, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.setProperty("busy_timeout", PATIENCE_MS);
        this.dataSource = new DriverDataSource(new JDBC(), "jdbc:sqlite:" + address, properties);
    }

    /** Reads only, and takes the file for one that nobody changes: no lock, no log beside it. */
    static SqliteDialect unchanging(Path file) {
        return new SqliteDialect("file:" + file.toUri().getRawPath() + "?mode=ro&immutable=1", READ_ONLY);
    }

    @Override
    public String name() {
        return "cordon.db";
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    /** SQLite knows of no interrupts. */
    @Override
    public <T> T undisturbed(Supplier<T> work) {
        return work.get();
    }

    @Override
    public int schemaVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    @Override
    public String migrations() {
        return "classpath:migrations/sqlite";
    }

    @Override
    public void beginExclusive(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
    }

    /** With memory for the indexes, in which rows of any order are looked up: without it each is read from the file. */
    @Override
    public void beginBulk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = -" + BULK_CACHE_KB);
        }
        connection.setAutoCommit(false);
    }

    /** Nobody else writes anything. */
    @Override
    public String keepingRows() {
        return "";
    }

    @Override
    public void beginLook(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    /** They lie in a file beside the database. */
    @Override
    public List<ChainHead> heads(Connection connection) {
        return List.of();
    }

    /** Those too that have the name of a guard and do something else. */
    @Override
    public List<BrokenGuard> brokenGuards(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>(GUARDS);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")) {
            while (rows.next()) {
                if (Guards.MADE.contains(Guards.plain(String.valueOf(rows.getString("sql"))))) {
                    missing.remove(rows.getString("name"));
                }
            }
        }
        return missing.stream().map(BrokenGuard::missing).toList();
    }

    /** What makes the guards, read only where they are looked at. */
    private static final class Guards {
        private static final String MADE = plain(made());

        private static String made() {
            try (InputStream migration = Guards.class.getResourceAsStream(GUARDS_MADE_IN)) {
                return new String(requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("a resource of this program cannot be read", e);
            }
        }

        static String plain(String sql) {
            return sql.strip().replaceAll("\\s+", " ");
        }
    }

    /** Of a table there can be only one of a name, so that a view in its place stands where it was. */
    @Override
    public List<String> strangers(Connection connection) throws SQLException {
        List<String> strangers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY name")) {
            while (rows.next()) {
                if (!GUARDS.contains(rows.getString("name"))) {
                    strangers.add("the " + rows.getString("type") + " " + rows.getString("name"));
                }
            }
        }
        return strangers;
    }

    @Override
    public Instant time(ResultSet rows, String column) throws SQLException {
        return Instant.ofEpochMilli(rows.getLong(column));
    }

    @Override
    public JdbcCustomization scheduler() {
        return new SqliteJdbcCustomization();
    }

    @Override
    public StoreException failure(String tried, SQLException error) {
        return new StoreException(reason(error), tried, error);
    }

    /** By SQLite's primary result codes; the driver may give the extended ones. */
    private static StoreException.Reason reason(SQLException error) {
        return switch (error.getErrorCode() & 0xff) {
            case 1 -> isWithoutItsTables(error) ? StoreException.Reason.DAMAGED : StoreException.Reason.FAILED;
            case 5, 6 -> StoreException.Reason.LOCKED;
            case 8, 14 -> StoreException.Reason.READ_ONLY;
            case 11, 26 -> StoreException.Reason.DAMAGED;
            case 13 -> StoreException.Reason.FULL;
            default -> StoreException.Reason.FAILED;
        };
    }

    /** Our statements name only what our migrations made: somebody took it away. */
    private static boolean isWithoutItsTables(SQLException error) {
        String said = String.valueOf(error.getMessage());
        return said.contains("no such table") || said.contains("no such column");
    }

    /** Nothing is held open between one connection and the next. */
    @Override
    public void close() {}
}
