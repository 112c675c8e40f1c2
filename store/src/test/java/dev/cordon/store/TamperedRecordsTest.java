package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Provenance;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.InProgress;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.evidence.verification.Verification;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.ExhibitRows;
import dev.cordon.investigation.collection.LogCollections.Answered;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Page;
import dev.cordon.investigation.collection.Places;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever row of a log is changed, taken away or added, the verifier finds it by the exhibit it is of, and names it. */
class TamperedRecordsTest {
    private static final IncidentId INCIDENT = new IncidentId("INC-20260302-K7QF");
    private static final CollectionSource SOURCE =
            new CollectionSource(CollectedLog.AUDIT_LOG_SEARCH, CollectionSource.EVERYBODY);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CollectionProgress FIRST =
            CollectionProgress.first(Places.FROM, Places.UNTIL, NOW, Places.search());
    private static final CollectionProgress READ = new CollectionProgress(
            FIRST.from(),
            FIRST.until(),
            FIRST.through(),
            1,
            NOW,
            FIRST.place(),
            Optional.of(new CollectionProgress.Ending(CollectionOutcome.COMPLETE, "", Optional.empty())));

    @TempDir
    private Path folder;

    private OpenStores stores;
    private Path data = Path.of("");
    private Store store;

    /** Where the stores of these tests lie. */
    Placed placed() {
        return Placed.IN_FOLDER;
    }

    @BeforeEach
    void prepare() {
        stores = new OpenStores(folder, placed());
        data = stores.nextFolder();
        store = stores.open(data);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static String row(String id) {
        return "{\"CreationTime\": \"2026-03-01T12:00:00\", \"Id\": \"" + id
                + "\", \"Operation\": \"MailItemsAccessed\", \"UserId\": \"anna.berg@contoso.example\", \"ClientIP\":"
                + " \"203.0.113.9\"}";
    }

    private static String rows(String... ids) {
        return Stream.of(ids).map(TamperedRecordsTest::row).collect(Collectors.joining(",\n", "[", "]"));
    }

    private Collected collect(Collected seen, CollectionProgress progress, String... ids) {
        String answer = rows(ids);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        var acquisition = new Acquisition(
                ExhibitRows.kind(SOURCE), SOURCE.of(), "Search", Optional.empty(), NOW, "application/json", bytes);
        var answered = new Answered(acquisition, ExhibitRows.ofAnswer(SOURCE.log(), bytes));
        return store.collections().keep(INCIDENT, seen, new Page(List.of(answered), List.of(ids), 0), progress);
    }

    private Exhibit seal(String text) throws IOException {
        try (var intake = store.vault().receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            return intake.seal(
                    INCIDENT,
                    new Provenance(
                            "imported-audit-log", "a.json", "file a.json", Optional.empty(), NOW, "application/json"));
        }
    }

    private LogRecords.Counts keep(Exhibit exhibit, String text) throws IOException {
        try (var batch = store.records().begin()) {
            LogFile.read(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), batch::add);
            return batch.keep(INCIDENT, exhibit.id());
        }
    }

    private void put(Exhibit exhibit, LogRecords.Counts counts) {
        long rows = counts.unique() + counts.duplicates();
        store.journal()
                .append(
                        INCIDENT,
                        NOW,
                        Actor.CORDON,
                        new CaseEntry.EvidenceImported(
                                exhibit.id(), "audit-log", rows, counts.unique(), counts.duplicates(), 0));
    }

    private void bring(String... ids) throws IOException {
        String text = rows(ids);
        Exhibit exhibit = seal(text);
        put(exhibit, keep(exhibit, text));
    }

    /** An import of a, b, b and c as E-000001, then pages of c, d and d, e as E-000002 and E-000003. */
    private void fill() throws IOException {
        bring("a", "b", "b", "c");
        Collected begun = store.collections().begin(INCIDENT, SOURCE, FIRST);
        Collected one = collect(begun, FIRST, "c", "d");
        tell(collect(one, READ, "d", "e"));
    }

    /** Has the journal say what the collection says. */
    private void tell(Collected ended) {
        CollectionProgress progress = ended.progress();
        CollectionProgress.Ending ending = progress.ending().orElseThrow();
        store.journal()
                .append(
                        INCIDENT,
                        NOW,
                        Actor.CORDON,
                        new CaseEntry.CollectionEnded(
                                "audit-log-search",
                                ended.source().of(),
                                progress.round(),
                                progress.from(),
                                progress.until(),
                                progress.through(),
                                ended.counts().rows(),
                                ended.counts().different(),
                                ended.counts().unreadable(),
                                ending.outcome(),
                                ending.reason(),
                                ending.againAt()));
    }

    private void execute(String... statements) throws SQLException {
        try (Dialect dialect = placed().dialect(data);
                Connection connection = dialect.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private List<Fault> faults() {
        return store.verifier().verify().faults();
    }

    @Test
    void rows_that_are_as_their_exhibits_say_are_counted_and_no_fault() throws IOException {
        fill();

        Verification verification = store.verifier().verify();

        assertThat(verification.faults()).isEmpty();
        assertThat(verification.remarks()).isEmpty();
        assertThat(verification.inProgress()).isEmpty();
        assertThat(verification.records()).isEqualTo(5);
        assertThat(verification.ok()).isTrue();
    }

    @Test
    void any_changed_value_of_a_row_is_named_with_incident_log_and_record() throws Exception {
        fill();
        List<String> texts = List.of(
                "record_id",
                "zone_rule",
                "operation",
                "actor",
                "address",
                "session",
                "user_agent",
                "outcome",
                "result",
                "workload",
                "object");
        for (String column : texts) {
            for (String id : List.of("b", "e")) {
                execute("UPDATE log_records SET " + column + " = " + column + " || 'x' WHERE record_id = '" + id + "'");

                assertThat(faults()).as(column).anySatisfy(fault -> {
                    assertThat(fault.entry().orElseThrow()).startsWith(INCIDENT + " audit-log " + id + " (row ");
                    assertThat(fault.expected()).startsWith(column + " \"");
                    assertThat(fault.actual()).endsWith("x\"");
                });

                execute("UPDATE log_records SET " + column + " = substr(" + column + ", 1, length(" + column
                        + ") - 1) WHERE record_id IN ('" + id + "', '" + id + "x')");
                assertThat(faults()).isEmpty();
            }
        }
    }

    @Test
    void a_row_with_another_time_log_incident_number_or_exhibit_is_named() throws Exception {
        fill();
        for (String change : List.of(
                "at = at + 1",
                "log = 'sign-ins'",
                "incident = 'INC-20260302-ABCD'",
                "row_number = row_number + 1000",
                "exhibit = exhibit + 1000",
                "exhibit = 3, row_number = 7")) {
            execute("UPDATE log_records SET " + change + " WHERE record_id = 'b'");

            assertThat(faults())
                    .as(change)
                    .anyMatch(fault -> fault.entry().orElse("").contains("audit-log b (row"));

            execute("DELETE FROM log_records WHERE record_id = 'b'");
            store.records().forget(new IncidentId("INC-20260302-ABCD"));
            restore("b", 1, 2);
            assertThat(faults()).isEmpty();
        }
    }

    /** Puts a row back as it was kept. */
    private void restore(String id, long exhibit, long row) throws SQLException {
        execute(
                "INSERT INTO log_records (incident, exhibit, row_number, log, record_id, at, zone_rule, operation, actor, address,"
                        + " session, user_agent, outcome, result, workload, object) SELECT incident, " + exhibit + ", "
                        + row
                        + ", log, '" + id
                        + "', at, zone_rule, operation, actor, address, session, user_agent, outcome, result,"
                        + " workload, object FROM log_records WHERE record_id = 'a'");
    }

    @Test
    void a_row_that_was_taken_away_is_named_of_an_import_and_of_a_page() throws Exception {
        fill();
        for (String id : List.of("a", "e")) {
            execute("DELETE FROM log_records WHERE record_id = '" + id + "'");
        }

        Verification verification = store.verifier().verify();

        assertThat(verification.faults())
                .extracting(fault -> fault.entry().orElseThrow())
                .containsExactly(
                        INCIDENT + " audit-log a (row 1 of E-000001)", INCIDENT + " audit-log e (row 2 of E-000003)");
        assertThat(verification.remarks())
                .singleElement()
                .extracting(Remark::meaning)
                .asString()
                .contains("An earlier version that kept them may have read some otherwise")
                .contains("take everything else for tampering");
        assertThat(verification.ok()).isFalse();
    }

    @Test
    void a_row_that_was_added_is_named_of_an_exhibit_of_rows_of_another_and_of_none() throws Exception {
        fill();
        store.vault()
                .seal(
                        INCIDENT,
                        new Acquisition(
                                "inbox-rules", "anna", "GET", Optional.empty(), NOW, "application/json", new byte[] {1
                                }));
        restore("f", 1, 77);
        restore("g", 4, 1);
        restore("h", 99, 1);

        assertThat(faults())
                .extracting(fault -> fault.entry().orElseThrow())
                .satisfiesExactly(
                        f -> assertThat(f).isEqualTo(INCIDENT + " audit-log f (row 77 of E-000001)"),
                        g -> assertThat(g).isEqualTo(INCIDENT + " audit-log g (row 1 of exhibit 4)"),
                        h -> assertThat(h).isEqualTo(INCIDENT + " audit-log h (row 1 of exhibit 99)"));
    }

    @Test
    void a_row_that_gave_its_place_to_a_later_one_of_its_id_is_found() throws Exception {
        fill();
        execute("UPDATE log_records SET exhibit = 3, row_number = 1 WHERE record_id = 'd'");

        assertThat(faults())
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.entry().orElseThrow()).contains("audit-log d (row 2 of E-000002)"));

        execute(
                "UPDATE log_records SET exhibit = 2, row_number = 2 WHERE record_id = 'd'",
                "UPDATE log_records SET exhibit = 2, row_number = 1 WHERE record_id = 'c'");

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.entry()).contains("journal 1");
            assertThat(fault.expected()).contains("3 rows of E-000001");
        });
    }

    @Test
    void a_table_that_was_emptied_names_the_first_thousand_and_counts_the_rest() throws Exception {
        bring(IntStream.range(0, 1_500).mapToObj(i -> "id " + i).toArray(String[]::new));
        assertThat(faults()).isEmpty();

        execute("DELETE FROM log_records");

        assertThat(faults()).hasSize(1_001);
        assertThat(faults().getLast().actual()).isEqualTo("500 more that are not");
    }

    @Test
    void an_import_on_its_way_is_in_progress_and_no_fault_and_its_rows_are_looked_at_when_they_are_there()
            throws Exception {
        String text = rows("a", "b");
        Exhibit exhibit = seal(text);

        Verification sealed = store.verifier().verify();
        assertThat(sealed.faults()).isEmpty();
        assertThat(sealed.records()).isZero();
        assertThat(sealed.inProgress())
                .singleElement()
                .satisfies(work -> assertThat(work.text())
                        .startsWith("In progress since " + exhibit.recordedAt() + ": the import of E-000001")
                        .contains("0 rows"));

        LogRecords.Counts counts = keep(exhibit, text);
        assertThat(store.verifier().verify().inProgress()).hasSize(1);
        assertThat(store.verifier().verify().records()).isEqualTo(2);
        execute("UPDATE log_records SET actor = 'somebody' WHERE record_id = 'a'");
        assertThat(faults()).hasSize(1);
        execute("UPDATE log_records SET actor = 'anna.berg@contoso.example' WHERE record_id = 'a'");

        put(exhibit, counts);
        assertThat(store.verifier().verify().inProgress()).isEmpty();
        execute("DELETE FROM log_records");
        assertThat(faults()).hasSize(2);
    }

    @Test
    void a_page_that_came_while_a_file_was_being_imported_may_hold_the_row_that_stands() throws IOException {
        String text = rows("a", "b");
        Exhibit exhibit = seal(text);
        tell(collect(store.collections().begin(INCIDENT, SOURCE, FIRST), READ, "b"));

        put(exhibit, keep(exhibit, text));

        assertThat(faults()).isEmpty();
    }

    @Test
    void a_collection_on_its_way_is_in_progress_and_what_it_kept_is_verified() throws Exception {
        Collected begun = store.collections().begin(INCIDENT, SOURCE, FIRST);
        Collected one = collect(begun, FIRST, "a");

        assertThat(faults()).isEmpty();
        assertThat(store.verifier().verify().inProgress())
                .extracting(InProgress::text)
                .singleElement()
                .asString()
                .startsWith(
                        "In progress since " + NOW + ": the collection of audit-log-search everybody in " + INCIDENT);
        execute("UPDATE log_records SET actor = 'somebody'");
        assertThat(faults()).hasSize(1);
        execute("UPDATE log_records SET actor = 'anna.berg@contoso.example'");

        tell(store.collections().move(INCIDENT, one, READ));
        assertThat(store.verifier().verify().inProgress()).isEmpty();
    }

    @Test
    void a_place_that_cannot_be_read_is_named_with_the_command_that_leaves_it() throws Exception {
        fill();
        execute("UPDATE collections SET progress = '{}'");

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.path()).contains("collections");
            assertThat(fault.meaning()).contains("'cordon incident collect " + INCIDENT + " --anew TEXT'");
        });
    }

    @Test
    void rows_of_an_expired_exhibit_are_not_vouched_for_and_later_ones_are_looked_at() throws Exception {
        fill();
        store.vault().expire(INCIDENT, "a rule", "anna");

        Verification cutOff = store.verifier().verify();
        assertThat(cutOff.faults()).isEmpty();
        assertThat(cutOff.records()).isZero();
        assertThat(cutOff.remarks())
                .extracting(Remark::meaning)
                .anyMatch(meaning -> meaning.startsWith("3 rows of E-000001 (" + INCIDENT + ") are not vouched for"));

        store.records().forget(INCIDENT);
        bring("a", "z");
        assertThat(faults()).isEmpty();
        execute("DELETE FROM log_records WHERE record_id = 'a'");
        assertThat(faults()).hasSize(1);
    }
}
