package dev.cordon.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date. Flyway is loaded only when there is something to do. */
final class Migrations {
    private static final int CURRENT = 1;

    private Migrations() {}

    /** Whether the database must be migrated before it is used. */
    static boolean areNeeded(Dialect dialect) {
        try (Connection connection = dialect.dataSource().getConnection()) {
            int found = dialect.schemaVersion(connection);
            if (found > CURRENT) {
                throw new StoreException(
                        StoreException.Reason.NEWER, "Opening the database (schema " + found + ")", null);
            }
            return found < CURRENT;
        } catch (SQLException e) {
            throw new StoreException(dialect.reason(e), "Opening the database", e);
        }
    }

    /** Migrates. The caller keeps other processes away. */
    static void run(Dialect dialect) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(dialect.dataSource())
                    .locations(dialect.migrations())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException(StoreException.Reason.FAILED, "Bringing the database up to date", e);
        }
    }
}
