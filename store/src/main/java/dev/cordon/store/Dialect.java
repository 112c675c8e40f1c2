package dev.cordon.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import dev.cordon.evidence.chain.ChainHead;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What truly differs between one database and another. Stateless apart from where the database is; safe for many threads. */
interface Dialect extends AutoCloseable {
    /** Every table that our migrations make. */
    List<String> TABLES = List.of(
            "journal",
            "custody",
            "tenants",
            "break_glass_accounts",
            "scheduled_tasks",
            "log_records",
            "retention",
            "collections",
            "collected_rows");

    /** What people call this database. */
    String name();

    /** Opens connections to the database; whoever asks for one closes it, and asks in work that is {@link #undisturbed}. */
    DataSource dataSource();

    /** Carries work with the database out to its end, whatever interrupts this thread; who was interrupted still is afterwards. */
    <T> T undisturbed(Supplier<T> work);

    /** The version of the schema; 0 when there is none. Cheap: it is asked at every start. */
    int schemaVersion(Connection connection) throws SQLException;

    /** Where the migrations lie on the class path. */
    String migrations();

    /** Begins a transaction in which nobody else can append, waiting for whoever does. */
    void beginExclusive(Connection connection) throws SQLException;

    /** Begins a transaction that writes many rows, on a connection of its own that is closed afterwards. */
    void beginBulk(Connection connection) throws SQLException;

    /** What a query ends with whose rows nobody else may change until its transaction, an exclusive one, has ended. */
    String keepingRows();

    /** Begins a transaction that sees the database as it is now until it ends. */
    void beginLook(Connection connection) throws SQLException;

    /** What keeps the chains (and the vault, where it holds it) append-only, and is not there any more, is switched off, or does something else. */
    List<BrokenGuard> brokenGuards(Connection connection) throws SQLException;

    /** What acts beside the guards in the tables, or stands in the place of one, and was not made by our migrations: each with its kind and name. */
    List<String> strangers(Connection connection) throws SQLException;

    /** The heads of the chains that the database itself keeps beside them, if it does. */
    List<ChainHead> heads(Connection connection) throws SQLException;

    /** A time of db-scheduler's, to the millisecond at least. */
    Instant time(ResultSet rows, String column) throws SQLException;

    /** What db-scheduler must know of this database. */
    JdbcCustomization scheduler();

    /** What a database error means. */
    StoreException failure(String tried, SQLException error);

    /** Lets go of everything that is open. */
    @Override
    void close();
}
