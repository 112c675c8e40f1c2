package dev.cordon.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What truly differs between one database and another. Stateless apart from where the database is; safe for many threads. */
interface Dialect {
    /** Opens connections to the database; whoever asks for one closes it. */
    DataSource dataSource();

    /** The version of the schema; 0 when there is none. Cheap: it is asked at every start. */
    int schemaVersion(Connection connection) throws SQLException;

    /** Where the migrations lie on the class path. */
    String migrations();

    /** Begins a transaction in which nobody else can append, waiting for whoever does. */
    void beginExclusive(Connection connection) throws SQLException;

    /** The triggers that keep the chains append-only and that are not there any more. */
    List<String> missingGuards(Connection connection) throws SQLException;

    /** What db-scheduler must know of this database. */
    JdbcCustomization scheduler();

    /** What a database error means. */
    StoreException.Reason reason(SQLException error);
}
