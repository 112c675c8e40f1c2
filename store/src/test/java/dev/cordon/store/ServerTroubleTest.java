package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Exhibit;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that cannot be used: a reason, a remedy, and never a password. */
class ServerTroubleTest {
    private static final String PASSWORD = "hunter2-hunter2";

    @TempDir
    private Path folder;

    @Test
    void a_server_that_does_not_answer_is_unreachable() {
        assertRefused(Reason.UNREACHABLE, () -> open("postgresql://anna:" + PASSWORD + "@localhost:1/cordon"))
                .hasMessageContaining("Check that it runs");
        assertRefused(Reason.UNREACHABLE, () -> open("postgresql://anna:" + PASSWORD + "@no-such-host.invalid/cordon"));
    }

    @Test
    void a_wrong_password_a_missing_one_and_a_database_that_is_not_there_are_refused() throws IOException {
        String at = "@localhost:" + TestingServer.port() + "/postgres?currentSchema="
                + TestingServer.schema(asksForPasswords());

        assertRefused(Reason.NOT_PERMITTED, () -> open("postgresql://guarded:wrong-" + PASSWORD + at))
                .hasMessageContaining("PGPASSWORD");
        assertRefused(Reason.NOT_PERMITTED, () -> open("postgresql://guarded" + at));
        assertRefused(
                Reason.NOT_PERMITTED,
                () -> open("postgresql://postgres@localhost:" + TestingServer.port() + "/no_such_database"));

        open("postgresql://guarded:" + PASSWORD + at).close();
        Store.open(
                        StoreLocation.of(
                                folder, Map.of("CORDON_STORE", "postgresql://guarded" + at, "PGPASSWORD", PASSWORD)),
                        OpenStores.WALL_TIME)
                .close();
        Path passes = Files.writeString(folder.resolve("pgpass"), "localhost:*:*:guarded:" + PASSWORD + "\n");
        System.setProperty("org.postgresql.pgpassfile", passes.toString());
        try {
            Files.setPosixFilePermissions(passes, PosixFilePermissions.fromString("rw-------"));
            open("postgresql://guarded" + at).close();
        } finally {
            System.clearProperty("org.postgresql.pgpassfile");
        }
        assertThatNothingHoldsThePassword();
    }

    /** The address of a store that belongs to an account with a password. */
    private static String asksForPasswords() {
        String address = TestingServer.fresh();
        String rules = TestingServer.value(address, "SHOW hba_file");
        TestingServer.execute(
                address,
                "SET password_encryption = 'scram-sha-256'",
                "CREATE ROLE guarded LOGIN SUPERUSER PASSWORD '" + PASSWORD + "'",
                "COPY (SELECT 'host all guarded all scram-sha-256' UNION ALL SELECT 'host all all all trust'"
                        + " UNION ALL SELECT 'local all all trust') TO '" + rules + "'",
                "SELECT pg_reload_conf()");
        while (TestingServer.value(
                        address, "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method = 'scram-sha-256'")
                .equals("0")) {
            Thread.onSpinWait();
        }
        return address;
    }

    private void assertThatNothingHoldsThePassword() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("pgpass"))
                    .toList()) {
                assertThat(Files.readString(file)).doesNotContain(PASSWORD);
            }
        }
    }

    @Test
    void a_full_disk_is_told_as_such_and_loses_nothing() {
        String address = TestingServer.fresh();
        try (Store store = open(address)) {
            Recorded kept = note(store, "kept");
            TestingServer.execute(
                    address,
                    """
                    CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                        RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
                    END $$
                    """,
                    "CREATE TRIGGER full_disk BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION full_disk()");

            assertRefused(Reason.SERVER_FULL, () -> note(store, "lost")).hasMessageContaining("Free some space");
            assertThat(store.journal().entries(JournalEntries.INCIDENT)).containsExactly(kept);
        }
    }

    @Test
    void a_server_that_takes_no_changes_is_read_and_not_written() {
        String address = TestingServer.fresh();
        Recorded kept;
        try (Store store = open(address)) {
            kept = note(store, "kept");
        }
        TestingServer.execute(
                address,
                "CREATE ROLE standing_by LOGIN SUPERUSER",
                "ALTER ROLE standing_by SET default_transaction_read_only = on");
        String standby = address.replace("postgres@", "standing_by@");

        try (Store store = open(standby)) {
            assertRefused(Reason.SERVER_READ_ONLY, () -> note(store, "lost")).hasMessageContaining("primary");
        }
        try (Store store = Store.openToRead(location(standby), OpenStores.WALL_TIME)) {
            assertThat(store.isReadOnly()).isTrue();
            assertThat(store.journal().entries(JournalEntries.INCIDENT)).containsExactly(kept);
            assertThat(store.verifier().verify().faults()).isEmpty();
        }
    }

    @Test
    void an_account_that_may_only_look_is_told_so() {
        String address = TestingServer.fresh();
        String schema = TestingServer.schema(address);
        TestingServer.execute(
                address,
                "CREATE ROLE onlooker LOGIN",
                "GRANT USAGE ON SCHEMA " + schema + " TO onlooker",
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO onlooker");

        try (Store store = open(address.replace("postgres@", "onlooker@"))) {
            assertThat(store.verifier().verify().faults()).isEmpty();
            assertRefused(Reason.NOT_PERMITTED, () -> note(store, "lost"));
        }
    }

    @Test
    void a_server_that_was_started_anew_is_used_again() {
        String address = TestingServer.fresh();
        try (Store store = open(address)) {
            Recorded first = note(store, "before");
            endSessions(address);
            Recorded second = note(store, "after");
            endSessions(address);

            assertThat(store.journal().entries(JournalEntries.INCIDENT)).containsExactly(first, second);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoever_is_interrupted_still_writes_and_reads_and_is_interrupted_afterwards(boolean virtual) throws Exception {
        try (Store store = open(TestingServer.fresh())) {
            on(virtual, () -> {
                Thread.currentThread().interrupt();
                Recorded recorded = note(store, "while interrupted");
                Exhibit exhibit = store.vault().seal(JournalEntries.INCIDENT, Acquisitions.of("inbox-rules", "a rule"));

                assertThat(store.journal().entries(JournalEntries.INCIDENT)).containsExactly(recorded);
                assertThat(store.vault().exhibits(JournalEntries.INCIDENT)).containsExactly(exhibit);
                assertThat(store.verifier().verify().faults()).isEmpty();
                assertThat(store.runs().claimAndRun(JournalEntries.INCIDENT, () -> "ran"))
                        .isEqualTo("ran");
                assertThat(store.rechecks().scheduled()).isEmpty();
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return true;
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_interrupt_at_any_moment_loses_nothing(boolean virtual) throws Exception {
        try (Store store = open(TestingServer.fresh())) {
            on(virtual, () -> {
                Thread writer = Thread.currentThread();
                AtomicBoolean over = new AtomicBoolean();
                Thread interrupting = Thread.ofPlatform().start(() -> {
                    while (!over.get()) {
                        writer.interrupt();
                    }
                });
                for (int i = 0; i < 50; i++) {
                    note(store, "note " + i);
                    store.vault().seal(JournalEntries.INCIDENT, Acquisitions.of("inbox-rules", "rule " + i));
                }
                over.set(true);
                return interrupting;
            });
            assertThat(store.journal().entries(JournalEntries.INCIDENT)).hasSize(50);
            assertThat(store.vault().exhibits(JournalEntries.INCIDENT)).hasSize(50);
        }
    }

    /** Where a step runs, or where a command does. */
    private static void on(boolean virtual, Callable<?> work) throws Exception {
        FutureTask<?> task = new FutureTask<>(work);
        (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(task);
        task.get();
    }

    private static void endSessions(String address) {
        TestingServer.execute(
                address,
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'cordon'"
                        + " AND pid <> pg_backend_pid()");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Reason reason, ThrowingCallable work) {
        return assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason))
                .hasMessageNotContaining(PASSWORD);
    }

    private Store open(String address) {
        return Store.open(location(address), OpenStores.WALL_TIME);
    }

    private StoreLocation location(String address) {
        return StoreLocation.of(folder.resolve(TestingServer.schema(address)), Map.of("CORDON_STORE", address));
    }

    private static Recorded note(Store store, String text) {
        return store.journal()
                .append(JournalEntries.INCIDENT, JournalEntries.AT, JournalEntries.ANNA, new CaseEntry.NoteAdded(text));
    }
}
