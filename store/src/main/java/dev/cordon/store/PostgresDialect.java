package dev.cordon.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.Word;
import dev.cordon.store.StoreException.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.Driver;

/** PostgreSQL on a server. Nothing but {@link Store} names this class, and only for a server: its driver is loaded for nobody else. */
final class PostgresDialect implements Dialect {
    /** Whoever appends holds it; the number says "Cordon" and nothing more. */
    private static final String APPENDING = "SELECT pg_advisory_xact_lock(4859245118)";

    /**
     * Waits for others as long as on SQLite. A machine that vanished while it was appending keeps the others waiting for a minute at most.
     * What is acknowledged is on disk, whatever the server was told for its other databases.
     */
    private static final String SESSION = """
            SELECT set_config('lock_timeout', '10s', false), set_config('idle_in_transaction_session_timeout', '60s', false),
                CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', false) END
            """;

    private final ServerAddress server;
    private final HikariDataSource pool;
    private final Undisturbed undisturbed = new Undisturbed();

    /** Connects once, so that a server that cannot be used is refused here. */
    PostgresDialect(ServerAddress server) {
        this.server = server;
        HikariConfig config = new HikariConfig();
        config.setPoolName("cordon");
        // The password stays in the driver's properties: the pool never sees it, and so never tells it.
        config.setDataSource(new DriverDataSource(new Driver(), server.jdbcUrl(), server.properties()));
        config.setConnectionInitSql(SESSION);
        config.setMaximumPoolSize(8);
        // What is not needed is not opened: a command ends before a second connection would be ready.
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        try {
            this.pool = undisturbed.carryOut(() -> new HikariDataSource(config));
        } catch (PoolInitializationException e) {
            throw e.getCause() instanceof SQLException cause
                    ? failure("Connecting to " + name(), cause)
                    : new StoreException(Reason.UNREACHABLE, "Connecting to " + name(), e);
        }
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public <T> T undisturbed(Supplier<T> work) {
        return undisturbed.carryOut(work);
    }

    @Override
    public int schemaVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return number(statement, "SELECT count(to_regclass('flyway_schema_history'))") == 0
                    ? 0
                    : number(
                            statement,
                            "SELECT coalesce(max(version::integer), 0) FROM flyway_schema_history WHERE success");
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /** Whether the server takes no changes: a standby, or one that was set so. */
    static boolean isReadOnly(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW transaction_read_only")) {
            return rows.next() && rows.getString(1).equals("on");
        }
    }

    /** The server's time. */
    static Instant now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT clock_timestamp()")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    @Override
    public String migrations() {
        return "classpath:migrations/postgresql";
    }

    @Override
    public void beginExclusive(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Two statements in one round trip; what comes next sees everything that was committed before the lock was
            // ours.
            statement.execute("BEGIN; " + APPENDING);
        }
    }

    @Override
    public void beginBulk(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public String keepingRows() {
        return " FOR SHARE";
    }

    @Override
    public void beginLook(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
    }

    @Override
    public List<BrokenGuard> brokenGuards(Connection connection) throws SQLException {
        return ServerGuards.broken(connection);
    }

    @Override
    public List<String> strangers(Connection connection) throws SQLException {
        return ServerGuards.strangers(connection);
    }

    @Override
    public List<ChainHead> heads(Connection connection) throws SQLException {
        List<ChainHead> heads = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT chain, sequence, hash FROM heads")) {
            while (rows.next()) {
                for (Chain chain : Chain.values()) {
                    if (Word.of(chain).equals(rows.getString(1)) && Digest.isDigest(rows.getString(3))) {
                        heads.add(new ChainHead(chain, rows.getLong(2), new Digest(rows.getString(3))));
                    }
                }
            }
        }
        return heads;
    }

    @Override
    public Instant time(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public JdbcCustomization scheduler() {
        return new PostgreSqlJdbcCustomization(false, false);
    }

    @Override
    public StoreException failure(String tried, SQLException error) {
        SQLException first = first(error);
        return new StoreException(
                reason(Optional.ofNullable(first.getSQLState()).orElse("")), tried, first);
    }

    /** What the server or the driver said: the pool puts a message of its own around it. */
    private static SQLException first(SQLException error) {
        return error.getCause() instanceof SQLException cause ? first(cause) : error;
    }

    /** By the SQLSTATE, which means the same in every language of the server. */
    private static Reason reason(String state) {
        return switch (state) {
            case "08004", "3D000", "42501" -> Reason.NOT_PERMITTED;
            case "25006" -> Reason.SERVER_READ_ONLY;
            case "53100" -> Reason.SERVER_FULL;
            case "53300", "57P01", "57P02", "57P03", "57P05", "25P03" -> Reason.UNREACHABLE;
            case "55P03", "40P01", "57014" -> Reason.SERVER_LOCKED;
            case "XX001", "XX002" -> Reason.SERVER_DAMAGED;
            default ->
                switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                    case "08" -> Reason.UNREACHABLE;
                    case "28" -> Reason.NOT_PERMITTED;
                    default -> Reason.SERVER_FAILED;
                };
        };
    }

    @Override
    public void close() {
        pool.close();
    }
}
