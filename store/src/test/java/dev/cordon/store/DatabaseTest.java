package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger commits = new AtomicInteger();
    private final Map<String, Throwable> thrown = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    private Database database;

    /** Where the stores of these tests lie. */
    Placed placed() {
        return Placed.IN_FOLDER;
    }

    @BeforeEach
    void open() {
        Store.open(placed().location(folder), OpenStores.WALL_TIME).close();
        database = new Database(placed().dialect(folder));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void who_waits_to_append_shares_one_commit() throws InterruptedException {
        List<Thread> threads = whileOneIsWriting("a", "b", "c");

        goOn.countDown();
        join(threads);

        assertThat(thrown).isEmpty();
        assertThat(tenants()).containsExactlyInAnyOrder("first", "a", "b", "c");
        assertThat(commits).hasValue(2);
    }

    @Test
    void what_fails_for_one_is_kept_from_the_others() throws InterruptedException {
        List<Thread> threads = whileOneIsWriting("a", "refused", "c");

        goOn.countDown();
        join(threads);

        assertThat(tenants()).containsExactlyInAnyOrder("first", "a", "c");
        assertThat(thrown).containsOnlyKeys("refused");
        assertThat(thrown.get("refused")).isInstanceOf(StoreException.class);
    }

    @Test
    void nobody_is_told_of_success_when_what_follows_the_commit_fails() {
        assertThat(catchThrowable(() -> database.append("Adding", connection -> insert(connection, "a"), () -> {
                    throw new IllegalStateException("heads");
                })))
                .hasMessage("heads");
    }

    /** Holds one append half-way until {@link #goOn}, with one thread for each of {@code names} waiting behind it. */
    private List<Thread> whileOneIsWriting(String... names) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        threads.add(appending("first"));
        begun.await();
        for (String name : names) {
            Thread thread = appending(name);
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            threads.add(thread);
        }
        return threads;
    }

    private Thread appending(String name) {
        return Thread.ofPlatform().start(() -> {
            Throwable failure = catchThrowable(
                    () -> database.append("Adding", connection -> insert(connection, name), commits::incrementAndGet));
            if (failure != null) {
                thrown.put(name, failure);
            }
        });
    }

    private int insert(Connection connection, String name) throws SQLException {
        if (name.equals("first")) {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
        }
        if (name.equals("refused")) {
            throw new SQLException("refused");
        }
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO tenants VALUES (?, 'x')")) {
            statement.setString(1, name);
            return statement.executeUpdate();
        }
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private Iterable<String> tenants() {
        return new KnownTenants(database).all().keySet();
    }
}
