package dev.cordon.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;

/** The database with its one writer connection. Safe for many threads; they wait for each other. */
final class Database implements AutoCloseable {
    private final Dialect dialect;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    Database(Dialect dialect) {
        this.dialect = dialect;
        try {
            this.connection = dialect.dataSource().getConnection();
        } catch (SQLException e) {
            throw new StoreException(dialect.reason(e), "Opening the database", e);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /** Work with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Reads; sees everything committed. */
    <T> T read(String tried, Work<T> work) {
        lock.lock();
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw new StoreException(dialect.reason(e), tried, e);
        } finally {
            lock.unlock();
        }
    }

    /** Writes in a transaction of its own, alone among all processes; durable when this returns. */
    <T> T write(String tried, Work<T> work) {
        lock.lock();
        try {
            return transaction(work);
        } catch (SQLException e) {
            throw new StoreException(dialect.reason(e), tried, e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        dialect.beginExclusive(connection);
        boolean committed = false;
        try {
            T result = work.with(connection);
            execute("COMMIT");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack();
            }
        }
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException _) {
            // SQLite has rolled back by itself after the worst errors; the first error is the one to tell.
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Reads on a connection of its own, in one transaction, so that a long look neither waits nor makes others wait. */
    <T> T readApart(String tried, Work<T> work) {
        try (Connection own = dialect.dataSource().getConnection()) {
            own.setAutoCommit(false);
            try {
                return work.with(own);
            } finally {
                own.rollback();
            }
        } catch (SQLException e) {
            throw new StoreException(dialect.reason(e), tried, e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException(dialect.reason(e), "Closing the database", e);
        } finally {
            lock.unlock();
        }
    }
}
