package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.evidence.verification.Verification;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Page;
import dev.cordon.investigation.collection.Place;
import dev.cordon.investigation.collection.Places;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.JournalEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever value is changed, the verifier finds it and names it. One store is written once; each try spoils a copy of it. */
class TamperedStoreTest {
    static final int REPORT_AFTER = 6;
    static final String REPORT = "reports/INC-20260302-K7QF/report.html";

    private static Path original = Path.of("");
    private static long journalEntries;
    private static long custodyEntries;

    /** A value of a row; {@code row} counts from 1. */
    record Cell(String table, long row, String column) {}

    @BeforeContainer
    static void writeOriginal() throws IOException {
        original = Files.createTempDirectory("cordon-tampered");
        Path data = original.resolve("data");
        try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
            fill(store, data.resolve(REPORT));
            journalEntries = store.journal().head().sequence();
            custodyEntries = store.custody().head().sequence();
        }
    }

    /** Writes something of every kind, with a report in the middle. */
    static void fill(Store store, Path report) throws IOException {
        for (int i = 0; i < REPORT_AFTER; i++) {
            store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("inbox-rules", "rule " + i));
            note(store, "note " + i);
        }
        store.vault().open(ExhibitId.of(2), "anna@contoso.example", "review");
        Files.createDirectories(report.getParent());
        Files.writeString(
                report,
                "<p>" + store.journal().head().text() + "<p>"
                        + store.custody().head().text());
        append(
                store,
                new CaseEntry.ReportWritten(
                        Map.of("html", report.toString()),
                        store.journal().head(),
                        store.custody().head()));
        store.custody()
                .append(
                        Acquisitions.INCIDENT,
                        new CustodyEvent.ReportWritten(
                                report.toString(),
                                Map.of(report.toString(), Digest.sha256(Files.readAllBytes(report))),
                                store.journal().head(),
                                store.custody().head()));
        JournalEntries.everyKind().forEach(entry -> append(store, entry));
        sayTheSame(store);
        store.custody()
                .append(
                        Acquisitions.INCIDENT,
                        new CustodyEvent.Anchored(store.journal().head()));
    }

    /** What the tables beside the chains say where the journal says what it does now. */
    private static void sayTheSame(Store store) {
        store.tenants().add("contoso", Path.of("contoso.json"));
        Instant from = JournalEntries.AT;
        var late = new CollectionProgress.Ending(
                CollectionOutcome.LATE, "Rows may still arrive.", Optional.of(from.plusSeconds(5400)));
        Collected search = store.collections()
                .begin(
                        Acquisitions.INCIDENT,
                        CollectionSource.parse("audit-log-search from 203.0.113.9"),
                        progress(2, Optional.of(from.plusSeconds(30)), Places.search(), Optional.empty()));
        List<String> ids = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "k");
        store.collections()
                .keep(
                        Acquisitions.INCIDENT,
                        search,
                        new Page(List.of(), ids, 1),
                        progress(2, Optional.of(from.plusSeconds(30)), Places.search(), Optional.of(late)));
        var refused = new CollectionProgress.Ending(
                CollectionOutcome.NOT_PERMITTED, "\u202eA role is missing.", Optional.empty());
        store.collections()
                .begin(
                        Acquisitions.INCIDENT,
                        CollectionSource.parse("message-trace-sent anna.berg@contoso.example"),
                        progress(1, Optional.empty(), Places.search(), Optional.of(refused)));
    }

    private static CollectionProgress progress(
            int round, Optional<Instant> through, Place place, Optional<CollectionProgress.Ending> ending) {
        Instant from = JournalEntries.AT;
        return new CollectionProgress(from, from.plusSeconds(60), through, round, from, place, ending);
    }

    @AfterContainer
    static void removeOriginal() throws IOException {
        removeAll(original);
    }

    @Example
    void an_untouched_store_verifies_and_says_what_was_checked() throws IOException {
        try (Copy copy = new Copy()) {
            Verification verification = copy.verify();

            assertThat(verification.faults()).isEmpty();
            assertThat(verification.ok()).isTrue();
            assertThat(verification.exhibits()).isEqualTo(REPORT_AFTER);
            assertThat(verification.journalEntries()).isEqualTo(journalEntries);
            assertThat(verification.custodyEntries()).isEqualTo(custodyEntries);
        }
    }

    @Property(tries = 60)
    void any_changed_value_of_any_row_is_found_and_named(@ForAll("cells") Cell cell) throws Exception {
        try (Copy copy = new Copy()) {
            String changed = cell.column().equals("sequence") ? cell.row() + " + 1000" : change(cell.column());
            copy.execute("UPDATE " + cell.table() + " SET " + cell.column() + " = " + changed + " WHERE sequence = "
                    + cell.row());

            List<Fault> faults = copy.verify().faults();

            assertThat(faults)
                    .as("%s", cell)
                    .anyMatch(fault -> fault.entry().orElse("").equals(cell.table() + " " + cell.row()));
        }
    }

    private static String change(String column) {
        return switch (column) {
            case "previous", "hash" -> "'0123456789abcdef' || substr(" + column + ", 17)";
            default -> column + " || ' '";
        };
    }

    @Provide
    Arbitrary<Cell> cells() {
        Arbitrary<Cell> journal = cells("journal", journalEntries, Chain.JOURNAL.columns());
        Arbitrary<Cell> custody = cells("custody", custodyEntries, Chain.CUSTODY.columns());
        return Arbitraries.oneOf(journal, custody);
    }

    private static Arbitrary<Cell> cells(String table, long rows, List<String> values) {
        List<String> columns = Stream.concat(values.stream(), Stream.of("sequence", "previous", "hash"))
                .toList();
        return Combinators.combine(Arbitraries.longs().between(1, rows), Arbitraries.of(columns))
                .as((row, column) -> new Cell(table, row, column));
    }

    @Property(tries = 20)
    void any_changed_byte_of_any_exhibit_is_found_and_named(
            @ForAll("exhibits") int exhibit, @ForAll int position, @ForAll("nonZero") int mask) throws Exception {
        try (Copy copy = new Copy()) {
            Path file = copy.blob(exhibit);
            byte[] bytes = Files.readAllBytes(file);
            bytes[Math.floorMod(position, bytes.length)] ^= (byte) mask;
            Files.delete(file);
            Files.write(file, bytes);

            assertThat(copy.verify().faults())
                    .allMatch(fault -> fault.path().orElse("").equals("vault/" + file.getFileName()))
                    .anyMatch(fault -> fault.meaning().contains("inbox-rules"));
            assertThat(copy.verify().ok()).isFalse();
        }
    }

    @Provide
    Arbitrary<Integer> exhibits() {
        return Arbitraries.integers().between(0, REPORT_AFTER - 1);
    }

    @Provide
    Arbitrary<Integer> nonZero() {
        return Arbitraries.integers().between(1, 255);
    }

    @Example
    void a_missing_exhibit_is_found_and_named() throws Exception {
        try (Copy copy = new Copy()) {
            Path file = copy.blob(3);
            Files.delete(file);

            assertThat(copy.verify().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.path()).contains("vault/" + file.getFileName());
                assertThat(fault.actual()).isEqualTo("no file");
            });
        }
    }

    @Property(tries = 12)
    void a_foreign_file_in_the_vault_is_found_and_named(@ForAll("foreign") String name) throws Exception {
        try (Copy copy = new Copy()) {
            Files.writeString(copy.data.resolve("vault").resolve(name), "not what the name says");

            assertThat(copy.verify().faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.path()).contains("vault/" + name));
        }
    }

    @Provide
    Arbitrary<String> foreign() {
        Arbitrary<String> digests = Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(1)
                .map(bytes -> Digest.sha256(bytes).hex());
        return Arbitraries.oneOf(digests, Arbitraries.of("notes.txt", ".hidden", ".new-", "e3b0c442", "A".repeat(64)));
    }

    @Example
    void a_foreign_folder_or_link_in_the_vault_is_found_and_named() throws Exception {
        try (Copy copy = new Copy()) {
            Path vault = copy.data.resolve("vault");
            Files.createDirectory(vault.resolve("folder"));
            Files.createSymbolicLink(vault.resolve(Digest.sha256(new byte[0]).hex()), Path.of("/dev/null"));

            assertThat(copy.verify().faults()).hasSize(2);
        }
    }

    @Property(tries = 12)
    void an_end_cut_off_behind_the_last_anchor_is_found_and_named(@ForAll("cuts") int cut, @ForAll boolean journal)
            throws Exception {
        String table = journal ? "journal" : "custody";
        long rows = journal ? journalEntries : custodyEntries;
        try (Copy copy = new Copy()) {
            copy.execute("DELETE FROM " + table + " WHERE sequence > " + (rows - cut));

            assertThat(copy.verify().faults())
                    .anyMatch(fault -> fault.entry().orElse("").equals(table + " " + rows)
                            && fault.expected().contains("heads"));
        }
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(1, 3);
    }

    @Example
    void an_end_cut_off_stays_found_after_more_was_appended() throws Exception {
        try (Copy copy = new Copy()) {
            copy.execute("DELETE FROM journal WHERE sequence > " + (journalEntries - 2));
            try (Store store = Store.open(copy.data, OpenStores.WALL_TIME)) {
                for (int i = 0; i < 5; i++) {
                    note(store, "after");
                }
            }

            assertThat(copy.verify().faults())
                    .anyMatch(fault -> fault.entry().orElse("").equals("journal " + journalEntries));
        }
    }

    @Example
    void rows_cut_off_together_with_the_heads_are_found_by_the_report() throws Exception {
        try (Copy copy = new Copy()) {
            copy.execute("DELETE FROM journal WHERE sequence >= " + REPORT_AFTER);
            copy.writeHeads(copy.head("journal", REPORT_AFTER - 1), copy.head("custody", custodyEntries));

            assertThat(copy.verify().faults())
                    .anyMatch(fault -> fault.entry().orElse("").equals("journal " + REPORT_AFTER)
                            && fault.expected().contains("report.html"))
                    .anyMatch(fault -> fault.entry().orElse("").equals("journal " + (REPORT_AFTER + 1))
                            && fault.expected().contains("as custody"));
        }
    }

    @Example
    void rows_cut_off_both_chains_together_with_the_heads_are_found_by_a_report_that_no_entry_names_any_more()
            throws Exception {
        try (Copy copy = new Copy()) {
            copy.writeReport(copy.head("journal", journalEntries) + " " + copy.head("custody", custodyEntries));
            copy.execute("DELETE FROM journal WHERE sequence >= " + REPORT_AFTER);
            copy.execute("DELETE FROM custody WHERE sequence > " + REPORT_AFTER);
            copy.writeHeads(copy.head("journal", REPORT_AFTER - 1), copy.head("custody", REPORT_AFTER));

            assertThat(copy.verify().faults())
                    .anyMatch(fault -> fault.entry().orElse("").equals("journal " + journalEntries)
                            && fault.expected().contains("report.html"))
                    .anyMatch(fault -> fault.entry().orElse("").equals("custody " + custodyEntries)
                            && fault.expected().contains("report.html"));
        }
    }

    @Example
    void a_journal_cut_off_together_with_the_heads_is_found_by_the_custody_log() throws Exception {
        try (Copy copy = new Copy()) {
            copy.execute("DELETE FROM journal WHERE sequence > " + (journalEntries - 3));
            copy.writeHeads(copy.head("journal", journalEntries - 3), copy.head("custody", custodyEntries));

            assertThat(copy.verify().faults()).anySatisfy(fault -> {
                assertThat(fault.entry()).contains("journal " + journalEntries);
                assertThat(fault.expected()).contains("as custody " + custodyEntries);
            });
        }
    }

    @Example
    void both_ends_cut_off_together_with_the_heads_are_found_by_a_report_that_was_written_since() throws Exception {
        try (Copy copy = new Copy()) {
            copy.execute("DELETE FROM journal WHERE sequence > " + REPORT_AFTER);
            copy.execute("DELETE FROM custody WHERE sequence > " + (REPORT_AFTER + 1));
            copy.writeHeads(copy.head("journal", REPORT_AFTER), copy.head("custody", REPORT_AFTER + 1));

            assertThat(copy.verify().faults()).anySatisfy(fault -> {
                assertThat(fault.path()).contains(REPORT);
                assertThat(fault.meaning()).contains("cut off");
            });
        }
    }

    @Property(tries = 20)
    void any_changed_byte_of_a_report_is_found_and_named(@ForAll int position, @ForAll("nonZero") int mask)
            throws Exception {
        try (Copy copy = new Copy()) {
            byte[] bytes = Files.readAllBytes(copy.report());
            bytes[Math.floorMod(position, bytes.length)] ^= (byte) mask;
            Files.write(copy.report(), bytes);

            assertThat(copy.verify().faults())
                    .anyMatch(fault -> fault.path().orElse("").equals(REPORT));
        }
    }

    @Example
    void a_deleted_report_is_found_and_named() throws Exception {
        try (Copy copy = new Copy()) {
            copy.record(Files.readAllBytes(copy.report()));
            Files.delete(copy.report());

            assertThat(copy.verify().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.path().orElse("")).endsWith(REPORT);
                assertThat(fault.actual()).isEqualTo("no file");
            });
        }
    }

    @Example
    void an_older_report_in_the_place_of_the_newest_is_found_unless_its_successor_waits_beside_it() throws Exception {
        try (Copy copy = new Copy()) {
            byte[] next = "the next version".getBytes(StandardCharsets.UTF_8);
            copy.record(next);

            assertThat(copy.verify().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.path()).contains(REPORT);
                assertThat(fault.meaning()).contains("older version");
            });

            Files.write(copy.report().resolveSibling("report.html.new"), next);
            assertThat(copy.verify().faults()).isEmpty();
            assertThat(copy.verify().remarks()).anyMatch(remark -> remark.path().equals(REPORT));

            Files.write(copy.report(), next);
            assertThat(copy.verify().faults()).isEmpty();
        }
    }

    @Example
    void a_report_of_which_no_entry_knows_is_found_and_named() throws Exception {
        try (Copy copy = new Copy()) {
            Path other = copy.report().resolveSibling("report.pdf");
            Files.writeString(other, "another");

            assertThat(copy.verify().faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.path()).contains(REPORT.replace(".html", ".pdf")));
        }
    }

    @Example
    void what_a_killed_process_leaves_behind_is_named_and_no_fault() throws Exception {
        try (Copy copy = new Copy()) {
            byte[] bytes = "sealed, and then the process was killed".getBytes(StandardCharsets.UTF_8);
            Path vault = copy.data.resolve("vault");
            String orphan = Digest.sha256(bytes).hex();
            Files.write(vault.resolve(orphan), bytes);
            String temporary = ".new-0c5a2a1e-6a0f-4e3c-9d59-0d3f2f6f2a11";
            Files.writeString(vault.resolve(temporary), "half");

            Verification verification = copy.verify();

            assertThat(verification.ok()).isTrue();
            assertThat(verification.remarks())
                    .extracting(Remark::path)
                    .containsExactlyInAnyOrder("vault/" + orphan, "vault/" + temporary);
        }
    }

    @Example
    void a_report_that_lies_here_and_cannot_be_read_is_a_fault() throws Exception {
        try (Copy copy = new Copy()) {
            Files.delete(copy.report());
            Files.createDirectories(copy.report());

            assertThat(copy.verify().faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.path()).contains("reports/INC-20260302-K7QF/report.html"));
        }
    }

    @Example
    void a_report_that_lies_where_the_folder_once_was_and_cannot_be_read_there_is_no_fault() throws Exception {
        try (Copy copy = new Copy()) {
            Path elsewhere = Files.createTempDirectory("cordon-elsewhere");
            try (Store store = Store.open(copy.data, OpenStores.WALL_TIME)) {
                append(
                        store,
                        new CaseEntry.ReportWritten(
                                Map.of("html", elsewhere.toString()),
                                store.journal().head(),
                                store.custody().head()));
            }
            assertThat(copy.verify().faults()).isEmpty();
            Files.delete(elsewhere);
        }
    }

    @Example
    void a_folder_of_reports_that_cannot_be_read_is_a_fault() throws Exception {
        try (Copy copy = new Copy()) {
            removeAll(copy.data.resolve("reports"));
            Files.writeString(copy.data.resolve("reports"), "");

            assertThat(copy.verify().faults())
                    .extracting(fault -> fault.path().orElse(""))
                    .contains("reports")
                    .allMatch(path -> path.startsWith("reports"));
        }
    }

    @Example
    void rows_taken_out_of_the_middle_are_found_and_named() throws Exception {
        try (Copy copy = new Copy()) {
            copy.execute("DELETE FROM journal WHERE sequence IN (4, 5)");

            assertThat(copy.verify().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.entry()).contains("journal 4");
                assertThat(fault.expected()).isEqualTo("entries 4 to 5");
            });
        }
    }

    @Example
    void heads_that_are_gone_or_damaged_are_found_and_are_not_made_anew() throws Exception {
        try (Copy copy = new Copy()) {
            Files.delete(copy.data.resolve("heads"));
            try (Store store = Store.open(copy.data, OpenStores.WALL_TIME)) {
                note(store, "after");
            }
            assertThat(copy.verify().faults()).extracting(Fault::path).contains(Optional.of("heads"));

            Files.writeString(copy.data.resolve("heads"), "journal:1\n");
            assertThat(copy.verify().faults()).extracting(Fault::path).contains(Optional.of("heads"));
        }
    }

    @Example
    void a_database_that_was_thrown_away_is_missed() throws Exception {
        try (Copy copy = new Copy()) {
            Files.delete(copy.data.resolve("cordon.db"));

            assertThatThrownBy(copy::verify)
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            missed -> assertThat(missed.reason()).isEqualTo(StoreException.Reason.DAMAGED))
                    .hasMessageContaining("journal:" + journalEntries + ":")
                    .hasMessageContaining("custody:" + custodyEntries + ":");
            assertThat(Files.exists(copy.data.resolve("cordon.db"))).isFalse();
        }
    }

    @Example
    void an_anchor_kept_on_paper_finds_a_store_that_was_rewritten() throws Exception {
        try (Copy copy = new Copy()) {
            ChainHead paper = new ChainHead(Chain.JOURNAL, 3, Digest.sha256(new byte[] {1}));
            try (Store store = Store.open(copy.data, OpenStores.WALL_TIME)) {
                assertThat(store.verifier().verify(List.of(paper)).faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.entry()).contains("journal 3"));
            }
        }
    }

    @Example
    void a_missing_guard_is_found_and_named() throws Exception {
        try (Copy copy = new Copy()) {
            copy.raw("DROP TRIGGER journal_is_never_deleted");

            assertThat(copy.verify().faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.expected()).contains("journal_is_never_deleted"));
        }
    }

    @Example
    void a_guard_that_does_something_else_under_its_name_is_a_missing_one() throws Exception {
        try (Copy copy = new Copy()) {
            copy.raw("DROP TRIGGER custody_is_never_deleted");
            copy.raw("CREATE TRIGGER custody_is_never_deleted BEFORE DELETE ON custody BEGIN SELECT 1; END");

            assertThat(copy.verify().faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.expected()).contains("custody_is_never_deleted"));
        }
    }

    @Example
    void what_changes_rows_unseen_or_stands_in_the_place_of_a_table_is_found_and_named() throws Exception {
        try (Copy copy = new Copy()) {
            copy.raw("CREATE TRIGGER forgets AFTER INSERT ON scheduled_tasks BEGIN DELETE FROM scheduled_tasks; END");
            copy.raw("CREATE VIEW quiet AS SELECT * FROM journal WHERE kind <> 'note-added'");

            assertThat(copy.verify().faults())
                    .extracting(Fault::actual)
                    .containsExactly("the trigger forgets", "the view quiet");
        }
    }

    @Example
    void another_library_in_the_place_of_the_one_that_is_run_is_found_and_named() throws Exception {
        try (Copy copy = new Copy()) {
            copy.verify();
            Path library;
            try (Stream<Path> files = Files.walk(copy.data.resolve("native"))) {
                library = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            }
            byte[] other = Files.readAllBytes(library);
            Files.delete(library);
            other[other.length - 1] ^= 1;
            Files.write(library, other);

            assertThat(copy.verify().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.path().orElseThrow()).startsWith("native");
                assertThat(fault.meaning()).contains("Cordon runs what lies there");
            });
        }
    }

    @Example
    void a_library_that_cannot_be_read_is_not_called_the_one_that_is_brought_along() throws Exception {
        try (Copy copy = new Copy();
                Store store = Store.open(copy.data, OpenStores.WALL_TIME)) {
            Path version;
            try (Stream<Path> folders = Files.list(copy.data.resolve("native"))) {
                version = folders.filter(Files::isDirectory).findFirst().orElseThrow();
            }
            Files.move(version, copy.data.resolve("moved"));
            Files.createSymbolicLink(version, version.getFileName());

            assertThat(store.verifier().verify().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.path().orElseThrow()).startsWith("native");
                assertThat(fault.actual()).contains("cannot be read");
            });
        }
    }

    @Example
    void what_nothing_vouches_for_is_said() throws IOException {
        try (Copy copy = new Copy()) {
            assertThat(copy.verify().notVouchedFor())
                    .extracting(Remark::path)
                    .contains("tenants", "break_glass_accounts", "retention", "collections", "collected_rows");
        }
    }

    @Example
    void a_dropped_table_is_damage_of_the_database() throws Exception {
        for (String table : List.of("journal", "custody")) {
            try (Copy copy = new Copy()) {
                copy.raw("DROP TABLE " + table);

                assertThatThrownBy(copy::verify)
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                missed -> assertThat(missed.reason()).isEqualTo(StoreException.Reason.DAMAGED));
            }
        }
    }

    @Example
    void a_copied_folder_does_not_read_the_reports_of_the_one_it_was_copied_from() throws Exception {
        try (Copy copy = new Copy()) {
            removeAll(copy.data.resolve("reports"));
            assertThat(original.resolve("data").resolve(REPORT)).exists();

            assertThat(copy.verify().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.path()).contains(REPORT);
                assertThat(fault.actual()).isEqualTo("no file");
            });
        }
    }

    @Example
    void a_report_that_lies_outside_the_data_folder_is_compared_there_and_said_to_lie_there() throws Exception {
        Path outside = Files.createTempDirectory("cordon-elsewhere");
        Path elsewhere = outside.resolve("for-the-board.html");
        try (Copy copy = new Copy()) {
            Files.writeString(elsewhere, "the report");
            try (Store store = Store.open(copy.data, OpenStores.WALL_TIME)) {
                store.custody()
                        .append(
                                Acquisitions.INCIDENT,
                                new CustodyEvent.ReportWritten(
                                        elsewhere.toString(),
                                        Map.of(elsewhere.toString(), Digest.sha256(Files.readAllBytes(elsewhere))),
                                        store.journal().head(),
                                        store.custody().head()));
            }

            assertThat(copy.verify().faults()).isEmpty();
            assertThat(copy.verify().remarks())
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.path()).isEqualTo(elsewhere.toString()));

            Files.writeString(elsewhere, "another");
            assertThat(copy.verify().faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.path()).contains(elsewhere.toString()));
        } finally {
            removeAll(outside);
        }
    }

    @Example
    void the_database_itself_refuses_changes() throws Exception {
        try (Copy copy = new Copy()) {
            for (String sql : List.of(
                    "UPDATE journal SET actor = 'x'",
                    "DELETE FROM journal",
                    "UPDATE custody SET kind = 'x'",
                    "DELETE FROM custody")) {
                assertThatThrownBy(() -> copy.raw(sql))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("append-only");
            }
        }
    }

    private static void note(Store store, String text) {
        append(store, new CaseEntry.NoteAdded(text));
    }

    private static void append(Store store, JournalEntry entry) {
        store.journal().append(JournalEntries.INCIDENT, JournalEntries.AT, JournalEntries.ANNA, entry);
    }

    private static void removeAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A copy of the store that may be spoiled; nobody has it open. */
    private static final class Copy implements AutoCloseable {
        private final Path data;

        Copy() throws IOException {
            data = Files.createTempDirectory("cordon-copy");
            Path from = original.resolve("data");
            Files.createDirectory(data.resolve("vault"));
            for (String name : List.of("cordon.db", "heads")) {
                Files.copy(from.resolve(name), data.resolve(name));
            }
            Files.createDirectories(report().getParent());
            Files.copy(from.resolve(REPORT), report());
            try (Stream<Path> blobs = Files.list(from.resolve("vault"))) {
                for (Path blob : blobs.toList()) {
                    Files.copy(blob, data.resolve("vault").resolve(blob.getFileName()));
                }
            }
        }

        Path blob(int index) {
            return data.resolve("vault")
                    .resolve(Digest.sha256(Acquisitions.of("inbox-rules", "rule " + index)
                                    .bytes())
                            .hex());
        }

        /** Changes a chain behind its guards, and puts the guards back. */
        void execute(String sql) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous = OFF");
                connection.setAutoCommit(false);
                List<String> guards = new ArrayList<>();
                List<String> names = new ArrayList<>();
                try (ResultSet rows =
                        statement.executeQuery("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                        guards.add(rows.getString(2));
                    }
                }
                for (String name : names) {
                    statement.execute("DROP TRIGGER " + name);
                }
                assertThat(statement.executeUpdate(sql)).isPositive();
                for (String guard : guards) {
                    statement.execute(guard);
                }
                connection.commit();
            }
        }

        void raw(String sql) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        String head(String table, long sequence) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("SELECT hash FROM " + table + " WHERE sequence = " + sequence)) {
                return table + ":" + sequence + ":" + rows.getString(1);
            }
        }

        void writeHeads(String journal, String custody) throws IOException {
            Files.writeString(data.resolve("heads"), journal + "\n" + custody + "\n");
        }

        void record(byte[] report) {
            try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
                store.custody()
                        .append(
                                Acquisitions.INCIDENT,
                                new CustodyEvent.ReportWritten(
                                        report().toString(),
                                        Map.of(report().toString(), Digest.sha256(report)),
                                        store.journal().head(),
                                        store.custody().head()));
            }
        }

        Path report() {
            return data.resolve(REPORT);
        }

        void writeReport(String text) throws IOException {
            Files.writeString(report(), text);
        }

        private Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("cordon.db"));
        }

        Verification verify() {
            try (Store store = Store.open(data, OpenStores.WALL_TIME)) {
                return store.verifier().verify();
            }
        }

        @Override
        public void close() throws IOException {
            removeAll(data);
        }
    }
}
