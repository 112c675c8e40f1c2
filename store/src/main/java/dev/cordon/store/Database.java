package dev.cordon.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The database with its one writer connection. Safe for many threads; they wait for each other, and who waits to append shares one
 * transaction with all others who do.
 */
final class Database implements AutoCloseable {
    private final Dialect dialect;
    private Connection connection;
    private boolean closed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Appending<?>> waiting = new ConcurrentLinkedQueue<>();

    Database(Dialect dialect) {
        this.dialect = dialect;
        this.connection = dialect.undisturbed(() -> opened(dialect));
    }

    private static Connection opened(Dialect dialect) {
        try {
            return dialect.dataSource().getConnection();
        } catch (SQLException e) {
            throw dialect.failure("Opening " + dialect.name(), e);
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
        return dialect.undisturbed(() -> readLocked(tried, work));
    }

    private <T> T readLocked(String tried, Work<T> work) {
        lock.lock();
        try {
            return look(work);
        } catch (SQLException e) {
            throw dialect.failure(tried, e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T look(Work<T> work) throws SQLException {
        try {
            return work.with(connection());
        } catch (SQLException e) {
            if (closed || !connection.isClosed()) {
                throw e;
            }
            return work.with(connection()); // the server was started anew; a second look hurts nobody
        }
    }

    /** Writes in a transaction of its own, alone among all processes; durable when this returns. */
    <T> T write(String tried, Work<T> work) {
        return dialect.undisturbed(() -> writeLocked(tried, work));
    }

    private <T> T writeLocked(String tried, Work<T> work) {
        lock.lock();
        try {
            return transaction(work);
        } catch (SQLException e) {
            throw dialect.failure(tried, e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Appends, in one transaction with whoever else waits to append; durable, and {@code afterwards} is done, when this returns. Nobody is
     * told before the commit, and nobody suffers from what fails for another.
     *
     * @param work may be called a second time, after a rollback
     * @param afterwards done once after each commit, while no other thread writes
     */
    <T> T append(String tried, Work<T> work, Runnable afterwards) {
        Appending<T> own = new Appending<>(tried, work);
        waiting.add(own);
        return dialect.undisturbed(() -> {
            lock.lock();
            try {
                if (!own.isDone()) {
                    appendAll(afterwards);
                }
            } finally {
                lock.unlock();
            }
            return own.result();
        });
    }

    private void appendAll(Runnable afterwards) {
        List<Appending<?>> group = new ArrayList<>();
        for (Appending<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
        }
        try {
            transaction(connection -> {
                for (Appending<?> each : group) {
                    each.perform(connection);
                }
                return true;
            });
        } catch (SQLException | RuntimeException e) {
            group.forEach(each -> each.failed(e));
        }
        if (group.size() > 1) {
            group.stream().filter(Appending::hasFailed).forEach(this::alone);
        }
        if (!group.stream().allMatch(Appending::hasFailed)) {
            told(group, afterwards);
        }
        group.forEach(Appending::done);
    }

    private void alone(Appending<?> appending) {
        try {
            transaction(connection -> {
                appending.perform(connection);
                return true;
            });
        } catch (SQLException | RuntimeException e) {
            appending.failed(e);
        }
    }

    private static void told(List<Appending<?>> group, Runnable afterwards) {
        try {
            afterwards.run();
        } catch (RuntimeException e) {
            group.forEach(each -> each.failed(e));
        }
    }

    /** Work that waits for its transaction. Only who holds the lock calls anything but {@link #result}, and that comes after. */
    private final class Appending<T> {
        private final String tried;
        private final Work<T> work;
        private @Nullable T value;
        private @Nullable Exception failure;
        private boolean done;

        Appending(String tried, Work<T> work) {
            this.tried = tried;
            this.work = work;
        }

        void perform(Connection in) throws SQLException {
            failure = null;
            value = work.with(in);
        }

        void failed(Exception e) {
            failure = e;
        }

        boolean hasFailed() {
            return failure != null;
        }

        void done() {
            done = true;
        }

        boolean isDone() {
            return done;
        }

        T result() {
            switch (failure) {
                case null -> {}
                case SQLException e -> throw dialect.failure(tried, e);
                case RuntimeException e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
            return Objects.requireNonNull(value, "work gave nothing");
        }
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        Connection writer = begin();
        boolean committed = false;
        try {
            T result = work.with(writer);
            execute("COMMIT");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack();
            }
        }
    }

    private Connection begin() throws SQLException {
        try {
            dialect.beginExclusive(connection());
        } catch (SQLException e) {
            if (closed || !connection.isClosed()) {
                rollBack(); // it had begun, and waited in vain for whoever appends
                throw e;
            }
            dialect.beginExclusive(connection()); // the server was started anew, and nothing was done yet
        }
        return connection;
    }

    /** The writer's connection; a new one where the server has ended it. */
    private Connection connection() throws SQLException {
        if (!closed && connection.isClosed()) {
            connection = dialect.dataSource().getConnection();
        }
        return connection;
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException _) {
            // After the worst errors the database has rolled back by itself; the first error is the one to tell.
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Writes much, in one transaction on a connection of its own: threads of this process go on reading meanwhile. Durable when this returns.
     */
    <T> T bulk(String tried, Work<T> work) {
        return dialect.undisturbed(() -> writeOnOwn(tried, work));
    }

    private <T> T writeOnOwn(String tried, Work<T> work) {
        try (Connection own = dialect.dataSource().getConnection()) {
            dialect.beginBulk(own);
            boolean committed = false;
            try {
                T result = work.with(own);
                own.commit();
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    own.rollback();
                }
            }
        } catch (SQLException e) {
            throw dialect.failure(tried, e);
        }
    }

    /** Reads on a connection of its own, in one transaction, so that a long look neither waits nor makes others wait. */
    <T> T readApart(String tried, Work<T> work) {
        return dialect.undisturbed(() -> readOnOwn(tried, work));
    }

    private <T> T readOnOwn(String tried, Work<T> work) {
        try (Connection own = dialect.dataSource().getConnection()) {
            dialect.beginLook(own);
            try {
                return work.with(own);
            } finally {
                own.rollback();
            }
        } catch (SQLException e) {
            throw dialect.failure(tried, e);
        }
    }

    @Override
    public void close() {
        dialect.undisturbed(() -> {
            closeLocked();
            return true;
        });
    }

    private void closeLocked() {
        lock.lock();
        closed = true;
        try {
            connection.close();
        } catch (SQLException e) {
            throw dialect.failure("Closing " + dialect.name(), e);
        } finally {
            dialect.close();
            lock.unlock();
        }
    }
}
