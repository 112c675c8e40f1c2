package dev.cordon.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * A PostgreSQL server, one for each JVM, that keeps what it acknowledges as a real one does; and stores on it, each in a schema of its own.
 * Started when it is first asked for, and ended with the JVM. Safe for many threads.
 */
public final class TestingServer {
    private static final String EMPTY = "empty";
    private static final List<String> MIGRATIONS = List.of(
            "/migrations/postgresql/V1__journal_custody_and_work.sql",
            "/migrations/postgresql/V2__break_glass_accounts.sql",
            "/migrations/postgresql/V3__log_records.sql",
            "/migrations/postgresql/V4__retention.sql",
            "/migrations/postgresql/V5__collections.sql",
            "/migrations/postgresql/V6__exhibits_in_pieces.sql",
            "/migrations/postgresql/V7__risk_and_alerts.sql");

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable EmbeddedPostgres running;

    private TestingServer() {}

    /** The address of a store with Cordon's tables, in which nothing is. */
    public static String fresh() {
        return copyOf(address(EMPTY));
    }

    /** The address of a place in which there is nothing at all. */
    public static String bare() {
        String schema = "s" + SCHEMAS.incrementAndGet();
        execute(address("public"), "CREATE SCHEMA " + schema);
        return address(schema);
    }

    /** The address of a store in which is what is in that one. */
    static String copyOf(String original) {
        String copy = bare();
        String from = schema(original);
        execute(copy, migrations(), "CREATE TABLE flyway_schema_history AS TABLE " + from + ".flyway_schema_history");
        execute(
                copy,
                "SET session_replication_role = replica",
                "INSERT INTO journal SELECT * FROM " + from + ".journal",
                "INSERT INTO custody SELECT * FROM " + from + ".custody",
                "INSERT INTO heads SELECT * FROM " + from + ".heads",
                "INSERT INTO tenants SELECT * FROM " + from + ".tenants",
                "INSERT INTO collections OVERRIDING SYSTEM VALUE SELECT * FROM " + from + ".collections",
                "INSERT INTO collected_rows SELECT * FROM " + from + ".collected_rows",
                "INSERT INTO vault SELECT * FROM " + from + ".vault",
                "INSERT INTO vault_pieces SELECT * FROM " + from + ".vault_pieces");
        return copy;
    }

    private static String migrations() {
        return MIGRATIONS.stream().map(TestingServer::script).collect(Collectors.joining("\n"));
    }

    private static String script(String name) {
        try (InputStream script = TestingServer.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String schema(String address) {
        return address.substring(address.lastIndexOf('=') + 1);
    }

    private static String address(String schema) {
        return "postgresql://postgres@localhost:" + server().getPort() + "/postgres?currentSchema=" + schema;
    }

    static int port() {
        return server().getPort();
    }

    static Connection connect(String address) throws SQLException {
        ServerAddress server = ServerAddress.parse(address, "the test");
        return new DriverDataSource(new Driver(), server.jdbcUrl(), server.properties()).getConnection();
    }

    /** Carries out statements as the server's administrator. */
    static void execute(String address, String... statements) {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first value that the query gives. */
    static String value(String address, String query) {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized EmbeddedPostgres server() {
        if (running == null) {
            running = start();
            execute(address("public"), "CREATE SCHEMA " + EMPTY);
            try (var dialect = new PostgresDialect(ServerAddress.parse(address(EMPTY), "the test"))) {
                Migrations.OURS.run(dialect);
            }
        }
        return running;
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on");
            // The server refuses to be run by root. In a user namespace, where root may make one, it is not.
            return isRoot() && !LinuxUtils.isUnshareAvailable() ? NobodysPrograms.start(builder) : builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Files.getOwner(self).getName().equals("root");
    }
}
