package dev.cordon.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema up to date. Flyway is loaded only when there is something to do.
 *
 * @param current the version that this program needs
 * @param more what the name of a folder beside each dialect's own ends with, from which more are taken; empty for none
 */
record Migrations(int current, String more) {
    /** Those of this version. */
    static final Migrations OURS = new Migrations(7, "");

    /** Whether the database must be migrated before it is used. */
    boolean areNeeded(Dialect dialect) {
        return dialect.undisturbed(() -> isOlder(dialect));
    }

    private boolean isOlder(Dialect dialect) {
        try (Connection connection = dialect.dataSource().getConnection()) {
            int found = dialect.schemaVersion(connection);
            if (found > current) {
                throw new StoreException(
                        StoreException.Reason.NEWER, "Opening " + dialect.name() + " (schema " + found + ")", null);
            }
            return found < current;
        } catch (SQLException e) {
            throw dialect.failure("Opening " + dialect.name(), e);
        }
    }

    /** Migrates. Other processes are kept away: on SQLite by the caller, on a server by Flyway's own lock there. */
    void run(Dialect dialect) {
        try {
            dialect.undisturbed(() -> Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(dialect.dataSource())
                    .locations(locations(dialect))
                    .load()
                    .migrate());
        } catch (FlywayException e) {
            throw failure(dialect, e);
        }
    }

    private String[] locations(Dialect dialect) {
        return more.isEmpty()
                ? new String[] {dialect.migrations()}
                : new String[] {dialect.migrations(), dialect.migrations() + more};
    }

    private static StoreException failure(Dialect dialect, FlywayException failed) {
        String tried = "Bringing " + dialect.name() + " up to date";
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return dialect.failure(tried, refused);
            }
        }
        return dialect.failure(tried, new SQLException(failed.getMessage(), failed));
    }
}
