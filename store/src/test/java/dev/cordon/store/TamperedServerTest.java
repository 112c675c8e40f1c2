package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.evidence.verification.Verification;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an administrator of the database changes behind its guards, the verifier of a machine finds it and names it. */
class TamperedServerTest {
    private static final String REPLICA = "SET session_replication_role = replica";

    @TempDir
    private static Path originalFolder;

    private static String original = "";
    private static long journalEntries;
    private static long custodyEntries;

    /** The machine that wrote everything. */
    @TempDir
    private Path folder;

    /** A machine that has not seen the store before. */
    @TempDir
    private Path other;

    private String address = "";

    @BeforeAll
    static void write_original() throws IOException {
        StoreLocation location = Placed.ON_SERVER.location(originalFolder);
        original = Files.readString(originalFolder.resolve(StoreLocation.FILE));
        try (Store store = Store.open(location, OpenStores.WALL_TIME)) {
            TamperedStoreTest.fill(store, originalFolder.resolve(TamperedStoreTest.REPORT));
            journalEntries = store.journal().head().sequence();
            custodyEntries = store.custody().head().sequence();
        }
    }

    @BeforeEach
    void copy() throws IOException {
        address = TestingServer.copyOf(original);
        for (Path machine : List.of(folder, other)) {
            Files.writeString(machine.resolve(StoreLocation.FILE), address);
        }
        Files.copy(originalFolder.resolve("heads"), folder.resolve("heads"));
        Path report = folder.resolve(TamperedStoreTest.REPORT);
        Files.createDirectories(report.getParent());
        Files.copy(originalFolder.resolve(TamperedStoreTest.REPORT), report);
    }

    @Test
    void an_untouched_store_verifies_on_every_machine() {
        Verification here = verify(folder);

        assertThat(here.faults()).isEmpty();
        assertThat(here.remarks()).isEmpty();
        assertThat(here.exhibits()).isEqualTo(TamperedStoreTest.REPORT_AFTER);
        assertThat(here.journalEntries()).isEqualTo(journalEntries);
        assertThat(here.custodyEntries()).isEqualTo(custodyEntries);

        assertThat(verify(other).faults()).isEmpty();
    }

    @Test
    void a_report_that_another_machine_wrote_is_remarked_on_and_a_changed_one_is_a_fault() throws IOException {
        Path report = folder.resolve(TamperedStoreTest.REPORT);
        Files.delete(report);
        Files.move(originalFolder.resolve(TamperedStoreTest.REPORT), originalFolder.resolve("aside"));
        try {
            assertThat(verify(folder).faults()).isEmpty();
            assertThat(verify(folder).remarks())
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.meaning()).contains("not on this machine"));
        } finally {
            Files.move(originalFolder.resolve("aside"), originalFolder.resolve(TamperedStoreTest.REPORT));
        }
        Files.writeString(report, "forged");
        assertThat(verify(folder).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).contains(TamperedStoreTest.REPORT));
    }

    @Test
    void a_changed_value_of_any_kind_in_either_chain_is_found_and_named() {
        try (Store store = Store.open(location(folder), OpenStores.WALL_TIME)) {
            int cell = 0;
            for (long row = 1; row <= journalEntries; row += 2) {
                assertFound(store, "journal", row, column(Chain.JOURNAL.columns(), cell++));
            }
            for (long row = 1; row <= custodyEntries; row += 2) {
                assertFound(store, "custody", row, column(Chain.CUSTODY.columns(), cell++));
            }
            assertThat(store.verifier().verify().faults()).isEmpty();
        }
    }

    private static String column(List<String> values, int cell) {
        List<String> columns = Stream.concat(values.stream(), Stream.of("sequence", "previous", "hash"))
                .toList();
        return columns.get(cell % columns.size());
    }

    private void assertFound(Store store, String table, long row, String column) {
        String before =
                TestingServer.value(address, "SELECT " + column + " FROM " + table + " WHERE sequence = " + row);
        String changed = switch (column) {
            case "sequence" -> Long.toString(row + 1000);
            case "previous", "hash" -> "'0123456789abcdef' || substr(" + column + ", 17)";
            default -> column + " || ' '";
        };
        tamper("UPDATE " + table + " SET " + column + " = " + changed + " WHERE sequence = " + row);

        assertThat(store.verifier().verify().faults())
                .as("%s %s %s", table, row, column)
                .anyMatch(fault -> fault.entry().orElse("").equals(table + " " + row));

        long now = column.equals("sequence") ? row + 1000 : row;
        tamper("UPDATE " + table + " SET " + column + " = '" + before.replace("'", "''") + "' WHERE sequence = " + now);
    }

    @Test
    void a_changed_byte_of_an_exhibit_is_found_and_named() {
        String sha256 = exhibit(3);
        tamper(
                "ALTER TABLE vault DROP CONSTRAINT the_name_is_the_hash",
                "UPDATE vault SET bytes = set_byte(bytes, 2, 0) WHERE sha256 = '" + sha256 + "'");

        assertThat(verify(other).faults())
                .anyMatch(fault -> fault.path().orElse("").equals("vault/" + sha256)
                        && fault.meaning().contains("inbox-rules"))
                .anyMatch(fault -> fault.expected().contains("the_name_is_the_hash"));
    }

    @Test
    void a_missing_exhibit_is_found_and_named() {
        tamper("DELETE FROM vault WHERE sha256 = '" + exhibit(2) + "'");

        assertThat(verify(other).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.path()).contains("vault/" + exhibit(2));
            assertThat(fault.actual()).isEqualTo("no row");
        });
    }

    @Test
    void a_foreign_exhibit_is_a_fault_and_what_a_killed_process_leaves_is_a_remark() {
        String orphan = Digest.sha256("left behind".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hex();
        TestingServer.execute(address, "INSERT INTO vault VALUES ('" + orphan + "', 'left behind')");
        assertThat(verify(other).ok()).isTrue();
        assertThat(verify(other).remarks()).extracting(Remark::path).contains("vault/" + orphan);

        tamper(
                "ALTER TABLE vault DROP CONSTRAINT the_name_is_the_hash",
                "INSERT INTO vault VALUES ('notes', 'not what the name says')",
                "ALTER TABLE vault ADD CONSTRAINT the_name_is_the_hash CHECK (sha256 = encode(sha256(bytes), 'hex')) NOT VALID");
        assertThat(verify(other).faults())
                .anyMatch(fault -> fault.path().orElse("").equals("vault/notes"));
    }

    @Test
    void an_end_cut_off_is_found_by_every_machine_and_stays_found_after_more_was_appended() {
        tamper("DELETE FROM journal WHERE sequence > " + (journalEntries - 2));

        assertCutOff(verify(other), "the table heads");
        assertCutOff(verify(folder), "heads");
        try (Store store = Store.open(location(other), OpenStores.WALL_TIME)) {
            for (int i = 0; i < 5; i++) {
                store.journal()
                        .append(
                                JournalEntries.INCIDENT,
                                JournalEntries.AT,
                                JournalEntries.ANNA,
                                new CaseEntry.NoteAdded("after"));
            }
            assertThat(store.verifier().verify().faults())
                    .anyMatch(fault -> fault.entry().orElse("").equals("journal " + journalEntries));
        }
    }

    @Test
    void an_end_cut_off_together_with_the_table_of_heads_is_found_by_the_machine_that_wrote_it() {
        cutOffWithTheTable();

        assertCutOff(verify(folder), "heads");
    }

    @Test
    void an_end_cut_off_together_with_the_table_of_heads_is_found_by_the_custody_log_elsewhere() {
        cutOffWithTheTable();

        assertCutOff(verify(other), "custody " + custodyEntries);
    }

    private void cutOffWithTheTable() {
        long last = journalEntries - 3;
        tamper(
                "DELETE FROM journal WHERE sequence > " + last,
                "UPDATE heads SET sequence = " + last + ", hash = (SELECT hash FROM journal WHERE sequence = " + last
                        + ") WHERE chain = 'journal'");
    }

    private static void assertCutOff(Verification verification, String anchor) {
        assertThat(verification.faults())
                .anyMatch(fault -> fault.entry().orElse("").equals("journal " + journalEntries)
                        && fault.expected().contains(", as " + anchor + " says"));
    }

    @Test
    void heads_that_were_taken_away_are_found() {
        tamper("DELETE FROM heads WHERE chain = 'custody'");

        assertThat(verify(other).faults()).extracting(Fault::path).contains(java.util.Optional.of("the table heads"));
    }

    @Test
    void guards_that_were_switched_off_are_found_and_named() {
        tamper(
                "ALTER TABLE journal DISABLE TRIGGER journal_is_never_deleted",
                "DROP TRIGGER vault_is_never_emptied ON vault");

        assertThat(verify(folder).faults())
                .hasSize(2)
                .anyMatch(fault -> fault.expected().contains("journal_is_never_deleted"))
                .anyMatch(fault -> fault.expected().contains("vault_is_never_emptied"));
    }

    @Test
    void pieces_that_no_exhibit_is_made_of_are_found_and_named() {
        String kept = exhibit(3);
        String nobodys =
                Digest.sha256("nobody".getBytes(StandardCharsets.UTF_8)).hex();
        tamper(
                piece(kept, 0),
                piece(nobodys, 4),
                "INSERT INTO vault (sha256) VALUES ('"
                        + Digest.sha256(new byte[0]).hex() + "')",
                piece(Digest.sha256(new byte[0]).hex(), 7));

        assertThat(verify(other).faults())
                .extracting(fault -> fault.path().orElse("") + " " + fault.actual())
                .contains(
                        "vault_pieces/" + kept + " 1 more, numbers 0 to 0",
                        "vault_pieces/" + nobodys + " 1 more, numbers 4 to 4",
                        "vault_pieces/" + Digest.sha256(new byte[0]).hex() + " 1 more, numbers 7 to 7");
    }

    private static String piece(String sha256, int number) {
        return "INSERT INTO vault_pieces (sha256, number, digest, bytes) VALUES ('" + sha256 + "', " + number
                + ", encode(sha256('more'), 'hex'), 'more')";
    }

    @Test
    void the_anchor_of_a_machine_never_moves_onto_an_entry_whose_hash_is_bad() throws IOException {
        String before = Files.readString(folder.resolve("heads"));
        tamper(
                "INSERT INTO journal SELECT sequence + 1, incident, at, wall_at, actor, kind, facts, hash, encode(sha256('forged'), 'hex') FROM journal"
                        + " WHERE sequence = " + journalEntries);

        assertThat(verify(folder).faults())
                .anyMatch(fault -> fault.entry().orElse("").equals("journal " + (journalEntries + 1)));
        assertThat(Files.readString(folder.resolve("heads"))).isEqualTo(before);
        assertThat(verify(other).faults()).isNotEmpty();
        assertThat(Heads.read(other.resolve("heads")).orElseThrow().getFirst().sequence())
                .isEqualTo(journalEntries);
    }

    @Test
    void a_look_moves_the_anchor_of_a_machine_only_when_it_found_no_fault() throws IOException {
        String before = Files.readString(folder.resolve("heads"));
        try (Store store = Store.open(location(other), OpenStores.WALL_TIME)) {
            store.journal()
                    .append(
                            JournalEntries.INCIDENT,
                            JournalEntries.AT,
                            JournalEntries.ANNA,
                            new CaseEntry.NoteAdded("elsewhere"));
        }
        tamper("ALTER TABLE journal DISABLE TRIGGER journal_is_never_deleted");
        assertThat(look(folder).faults()).isNotEmpty();
        assertThat(Files.readString(folder.resolve("heads"))).isEqualTo(before);

        tamper("ALTER TABLE journal ENABLE TRIGGER journal_is_never_deleted");
        assertThat(look(folder).faults()).isEmpty();
        assertThat(Heads.read(folder.resolve("heads")).orElseThrow().getFirst().sequence())
                .isEqualTo(journalEntries + 1);
    }

    /** As the command does. */
    private static Verification look(Path machine) {
        try (Store store = Store.openToRead(location(machine), OpenStores.WALL_TIME)) {
            return store.verifier().verify();
        }
    }

    @Test
    void a_busy_server_keeps_nobody_from_going_on_and_the_next_entry_moves_the_anchor() throws Exception {
        Path heads = folder.resolve("heads");
        List<ChainHead> before = Heads.read(heads).orElseThrow();
        try (Store store = Store.open(location(other), OpenStores.WALL_TIME);
                Database database = new Database(Placed.ON_SERVER.dialect(folder))) {
            store.journal()
                    .append(
                            JournalEntries.INCIDENT,
                            JournalEntries.AT,
                            JournalEntries.ANNA,
                            new CaseEntry.NoteAdded("elsewhere"));
            Heads lagging = new Heads(database, heads);
            try (Connection busy = TestingServer.connect(address);
                    Statement statement = busy.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(4859245118)");
                lagging.advance();
                assertThat(Heads.read(heads)).contains(before);
            }
            lagging.advance();
            assertThat(Heads.read(heads).orElseThrow().getFirst().sequence()).isEqualTo(journalEntries + 1);
        }
    }

    @Test
    void the_database_itself_refuses_changes() {
        for (String sql : List.of(
                "UPDATE journal SET actor = 'x'",
                "DELETE FROM journal",
                "TRUNCATE journal",
                "UPDATE custody SET kind = 'x'",
                "DELETE FROM custody",
                "TRUNCATE custody",
                "UPDATE vault SET bytes = 'x'",
                "DELETE FROM vault",
                "TRUNCATE vault, vault_pieces",
                "DELETE FROM heads",
                "TRUNCATE heads")) {
            assertThatThrownBy(() -> TestingServer.execute(address, sql))
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
        assertThatThrownBy(() -> TestingServer.execute(address, "UPDATE heads SET sequence = 1"))
                .rootCause()
                .hasMessageContaining("only move forward");
        assertThatThrownBy(() -> TestingServer.execute(address, "INSERT INTO vault VALUES ('name', 'other bytes')"))
                .rootCause()
                .hasMessageContaining("the_name_is_the_hash");
        assertThatThrownBy(() -> TestingServer.execute(
                        address,
                        "INSERT INTO journal SELECT 999, incident, at, wall_at, actor, kind, facts, hash, previous FROM journal"
                                + " WHERE sequence = 2"))
                .rootCause()
                .hasMessageContaining("no gaps");
    }

    @Test
    void a_database_that_was_thrown_away_is_missed() throws IOException {
        Files.writeString(folder.resolve(StoreLocation.FILE), TestingServer.bare());

        assertThatThrownBy(() -> verify(folder))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        missed -> assertThat(missed.reason()).isEqualTo(StoreException.Reason.SERVER_DAMAGED))
                .hasMessageContaining("journal:" + journalEntries + ":");
    }

    private static String exhibit(int index) {
        return Digest.sha256(Acquisitions.of("inbox-rules", "rule " + index).bytes())
                .hex();
    }

    /** As somebody who may do everything on the server. */
    private void tamper(String... statements) {
        TestingServer.execute(
                address,
                Stream.concat(Stream.of(REPLICA), Stream.of(statements)).toArray(String[]::new));
    }

    private static StoreLocation location(Path machine) {
        return Placed.ON_SERVER.location(machine);
    }

    private static Verification verify(Path machine) {
        try (Store store = Store.open(location(machine), OpenStores.WALL_TIME)) {
            return store.verifier().verify();
        }
    }
}
