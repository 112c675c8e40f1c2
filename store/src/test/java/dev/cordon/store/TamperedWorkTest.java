package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.InProgress;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.ExhibitRows;
import dev.cordon.investigation.collection.LogCollections.Answered;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Page;
import dev.cordon.investigation.collection.Places;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.LogCollection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Re-checks, collections and tenants stand in tables that no hash covers: whoever changes them there says something else than the journal. */
class TamperedWorkTest {
    private static final IncidentId INCIDENT = JournalEntries.INCIDENT;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456789Z");
    private static final CollectionSource ALERTS =
            new CollectionSource(CollectedLog.ALERTS, "anna.berg@contoso.example");
    private static final CollectionSource SEARCH =
            new CollectionSource(CollectedLog.AUDIT_LOG_SEARCH, CollectionSource.EVERYBODY);
    private static final CollectionProgress FIRST =
            CollectionProgress.first(Places.FROM, Places.UNTIL, NOW, Places.search());

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
        store.tenants().add("contoso", Path.of("contoso.json"));
        append(new CaseEntry.IncidentOpened(JournalEntries.compromisedAccount(INCIDENT)));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private void append(JournalEntry entry) {
        store.journal().append(INCIDENT, NOW, JournalEntries.ANNA, entry);
    }

    private void anchor() {
        store.custody()
                .append(INCIDENT, new CustodyEvent.Anchored(store.journal().head()));
    }

    /** A run that ends so, with two re-checks that are scheduled where it says so. */
    private void run(IncidentState end, boolean schedules) {
        append(new EngineEntry.RunStarted("1@test", "compromised-account", "1.0", Optional.empty()));
        append(new CaseEntry.RecheckScheduled("+15m", NOW.plusSeconds(900)));
        append(new CaseEntry.RecheckScheduled("+1h", NOW.plusSeconds(3600)));
        append(new CaseEntry.StateChanged(IncidentState.OPEN, end, "the run"));
        append(new EngineEntry.RunEnded(false));
        if (schedules) {
            store.rechecks().schedule(INCIDENT, "+15m", NOW.plusSeconds(900));
            store.rechecks().schedule(INCIDENT, "+1h", NOW.plusSeconds(3600));
        }
        anchor();
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

    private List<InProgress> inProgress() {
        return store.verifier().verify().inProgress();
    }

    @Test
    void a_re_check_that_was_taken_away_is_named_with_the_command_that_schedules_it_again() throws Exception {
        run(IncidentState.VERIFIED, true);
        assertThat(faults()).isEmpty();

        execute("DELETE FROM scheduled_tasks");

        assertThat(faults()).hasSize(2).allSatisfy(fault -> {
            assertThat(fault.path()).contains("scheduled_tasks");
            assertThat(fault.expected()).contains("re-check " + INCIDENT + "/+1");
            assertThat(fault.meaning()).contains("'cordon incident resume " + INCIDENT + "'");
        });
    }

    @Test
    void a_re_check_at_another_time_and_one_that_nobody_scheduled_are_named() throws Exception {
        run(IncidentState.CONTAINED, true);
        execute("UPDATE scheduled_tasks SET task_instance = task_instance || 'x' WHERE task_instance LIKE '%+15m'");
        store.rechecks().schedule(INCIDENT, "+1h", NOW.plusSeconds(360_000));

        assertThat(faults())
                .extracting(Fault::actual)
                .satisfiesExactlyInAnyOrder(
                        added -> assertThat(added).endsWith("/+15mx"),
                        later -> assertThat(later).startsWith("at 2026-03-06"),
                        missing -> assertThat(missing).isEqualTo("no such re-check"));
        execute(
                "UPDATE scheduled_tasks SET task_name = 'another', task_instance = 'x' WHERE task_instance LIKE '%+15mx'");
        assertThat(faults()).extracting(Fault::actual).contains("another x");
        execute("UPDATE scheduled_tasks SET task_name = 'recheck', task_instance = 'x' WHERE task_instance = 'x'");
        assertThat(faults()).extracting(Fault::actual).contains("the re-check x");
    }

    @Test
    void what_a_run_has_not_scheduled_yet_or_need_not_is_not_missed() {
        run(IncidentState.NEEDS_OPERATOR, false);
        assertThat(faults()).isEmpty();
        append(new EngineEntry.RunStarted("2@test", "compromised-account", "1.0", Optional.empty()));
        append(new CaseEntry.StateChanged(IncidentState.NEEDS_OPERATOR, IncidentState.CONTAINED, "the run"));
        anchor(); // by a note that somebody added meanwhile
        assertThat(faults()).isEmpty();
    }

    @Test
    void what_was_done_or_belongs_to_a_closed_incident_is_not_missed() throws Exception {
        run(IncidentState.VERIFIED, true);
        append(new CaseEntry.RecheckDone("+15m", true, "clean"));
        execute("DELETE FROM scheduled_tasks WHERE task_instance LIKE '%+15m'");
        assertThat(faults()).isEmpty();

        append(new CaseEntry.StateChanged(IncidentState.VERIFIED, IncidentState.CLOSED, "done"));
        store.rechecks().cancel(INCIDENT);
        anchor();
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_re_check_that_a_later_run_puts_off_may_stand_at_either_time_until_that_run_has_ended() {
        run(IncidentState.VERIFIED, true);
        append(new CaseEntry.RecheckScheduled("+15m", NOW.plusSeconds(9_000)));
        assertThat(faults()).isEmpty();
        store.rechecks().schedule(INCIDENT, "+15m", NOW.plusSeconds(9_000));
        assertThat(faults()).isEmpty();
        anchor();
        assertThat(faults()).isEmpty();
        store.rechecks().schedule(INCIDENT, "+15m", NOW.plusSeconds(900));
        assertThat(faults()).hasSize(1);
    }

    @Test
    void while_a_run_holds_the_incident_what_is_missing_is_in_progress() throws Exception {
        run(IncidentState.VERIFIED, true);
        store.runs().claimAndRun(INCIDENT, () -> {
            execute("DELETE FROM scheduled_tasks WHERE task_name = 'recheck'");
            assertThat(faults()).isEmpty();
            assertThat(inProgress()).hasSize(2);
            return true;
        });
        assertThat(faults()).hasSize(2);
    }

    @Test
    void a_tenant_that_was_taken_away_is_named_with_its_incident() throws Exception {
        execute("DELETE FROM tenants");

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.path()).contains("tenants");
            assertThat(fault.expected()).contains("contoso").contains(INCIDENT.value());
            assertThat(fault.meaning()).contains("cordon tenant add contoso");
        });
    }

    private static CollectionProgress ended(CollectionOutcome outcome, String reason) {
        return new CollectionProgress(
                FIRST.from(),
                FIRST.until(),
                FIRST.through(),
                1,
                NOW,
                FIRST.place(),
                Optional.of(new CollectionProgress.Ending(outcome, reason, Optional.empty())));
    }

    private void began(CollectionSource source) {
        append(new CaseEntry.CollectionBegan(Word.of(source.log()), source.of(), 1, FIRST.from(), FIRST.until()));
    }

    private void tell(Collected last) {
        CollectionProgress.Ending ending = last.progress().ending().orElseThrow();
        append(new CaseEntry.CollectionEnded(
                Word.of(last.source().log()),
                last.source().of(),
                last.progress().round(),
                last.progress().from(),
                last.progress().until(),
                last.progress().through(),
                last.counts().rows(),
                last.counts().different(),
                last.counts().unreadable(),
                ending.outcome(),
                (ending.reason() + " At least 2 rows of this round tell something else.").strip(),
                ending.againAt()));
    }

    /** A collection of three rows that was cut off. */
    private void collected() {
        Collected begun = store.collections().begin(INCIDENT, SEARCH, FIRST);
        began(SEARCH);
        Collected kept =
                store.collections().keep(INCIDENT, begun, new Page(List.of(), List.of("a", "b", "b"), 1), FIRST);
        tell(store.collections().move(INCIDENT, kept, ended(CollectionOutcome.CUT_OFF, "It broke off.")));
    }

    @Test
    void a_collection_that_is_called_complete_or_otherwise_than_the_journal_does_is_named() throws Exception {
        collected();
        assertThat(faults()).isEmpty();
        assertThat(inProgress()).isEmpty();
        for (String change : List.of(
                "progress = replace(progress, 'cut-off', 'complete')",
                "progress = replace(progress, 'It broke off.', '')",
                "progress = replace(progress, '\"round\":1', '\"round\":2')",
                "progress = replace(progress, '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z')",
                "rows = rows + 1",
                "different = different - 1",
                "unreadable = unreadable - 1")) {
            execute("CREATE TABLE kept AS SELECT * FROM collections", "UPDATE collections SET " + change);

            assertThat(faults()).as(change).anySatisfy(fault -> {
                assertThat(fault.path()).contains("collections");
                assertThat(fault.expected()).contains(SEARCH + " in " + INCIDENT + ", as journal ");
            });

            execute(
                    "UPDATE collections SET progress = (SELECT progress FROM kept), rows = (SELECT rows FROM kept),"
                            + " different = (SELECT different FROM kept), unreadable = (SELECT unreadable FROM kept)",
                    "DROP TABLE kept");
            assertThat(faults()).isEmpty();
        }
    }

    @Test
    void a_collection_that_was_taken_away_is_named_unless_its_place_was_left_or_its_evidence_deleted()
            throws Exception {
        collected();
        execute("DELETE FROM collections");

        assertThat(faults())
                .extracting(fault -> fault.path().orElse("") + ": " + fault.actual())
                .containsExactly("collections: no such collection", "collected_rows: 2 of none of them");

        execute("DELETE FROM collected_rows");
        append(new CaseEntry.Deviation(
                LogCollection.leaving(List.of("sign-ins", "audit-log")), "anna", "they were changed"));
        assertThat(faults()).isEmpty();
        store.collections().begin(INCIDENT, SEARCH, FIRST);
        assertThat(faults()).isEmpty();
        began(SEARCH);
        assertThat(faults()).isEmpty();
        assertThat(inProgress()).hasSize(1);

        store.vault().seal(INCIDENT, acquisition("inbox-rules", "{}"));
        store.vault().expire(INCIDENT, "a rule", "anna");
        store.collections().forget(INCIDENT);
        assertThat(faults()).isEmpty();
    }

    @Test
    void an_end_of_which_the_journal_does_not_say_anything_yet_is_in_progress_only_while_somebody_collects()
            throws Exception {
        Collected begun = store.collections().begin(INCIDENT, SEARCH, FIRST);
        began(SEARCH);
        store.runs().claimAndCollect(INCIDENT, () -> {
            store.collections().move(INCIDENT, begun, ended(CollectionOutcome.COMPLETE, ""));
            assertThat(faults()).isEmpty();
            assertThat(inProgress()).hasSize(1);
            return true;
        });
        assertThat(faults()).hasSize(1);
        assertThat(faults().getFirst().meaning()).contains("--anew");
    }

    @Test
    void ids_that_were_taken_away_or_added_are_counted() throws Exception {
        collected();
        execute("DELETE FROM collected_rows WHERE record_id = 'a'");
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.path()).contains("collected_rows");
            assertThat(fault.expected()).startsWith("2 ids");
            assertThat(fault.actual()).isEqualTo("1 ids");
        });
    }

    private static String alert(String id, String... about) {
        return "{\"id\": \"" + id
                + "\", \"createdDateTime\": \"2026-03-01T12:00:00Z\", \"title\": \"Rule\", \"severity\":"
                + " \"high\", \"serviceSource\": \"microsoftDefenderForOffice365\", \"evidence\": ["
                + Stream.of(about)
                        .map(name -> "{\"userAccount\": {\"userPrincipalName\": \"" + name + "\"}}")
                        .collect(Collectors.joining(", "))
                + "]}";
    }

    private static Acquisition acquisition(String kind, String text) {
        return new Acquisition(
                kind,
                ALERTS.of(),
                "GET",
                Optional.empty(),
                NOW,
                "application/json",
                text.getBytes(StandardCharsets.UTF_8));
    }

    private Collected keep(Collected seen, CollectionProgress progress, Set<String> wanted, String... alerts) {
        String answer = "{\"value\": [" + String.join(", ", alerts) + "]}";
        List<LogRecord> rows =
                ExhibitRows.ofAnswer(CollectedLog.ALERTS, answer.getBytes(StandardCharsets.UTF_8)).stream()
                        .filter(row -> wanted.contains(row.id()))
                        .toList();
        return store.collections()
                .keep(
                        INCIDENT,
                        seen,
                        new Page(
                                List.of(new Answered(acquisition(ExhibitRows.kind(ALERTS), answer), rows)),
                                List.copyOf(wanted),
                                0),
                        progress);
    }

    /** Everybody's alerts in two answers: one of Anna, one that names her later only, one of her by another name, and two of Bo. */
    private void alerts() {
        Collected begun = store.collections().begin(INCIDENT, ALERTS, FIRST);
        began(ALERTS);
        Collected one = keep(
                begun,
                FIRST,
                Set.of("a1"),
                alert("A1", "Anna.Berg@contoso.example"),
                alert("b1", "bo@x.example"),
                alert("a2"));
        tell(keep(
                one,
                ended(CollectionOutcome.COMPLETE, ""),
                Set.of("a2", "a3"),
                alert("a2", "anna.berg@contoso.example"),
                alert("b2", "bo@x.example"),
                alert("a3", "anna@contoso.example")));
    }

    @Test
    void an_alert_of_the_account_that_was_taken_away_is_named_and_those_of_others_are_not_missed() throws Exception {
        alerts();
        assertThat(faults()).isEmpty();
        for (String id : List.of("a1", "a2", "a3")) {
            execute(
                    "CREATE TABLE kept AS SELECT * FROM log_records",
                    "DELETE FROM log_records WHERE record_id = '" + id + "'");

            assertThat(faults())
                    .as(id)
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.entry().orElseThrow()).startsWith(INCIDENT + " alerts " + id));

            execute("DELETE FROM log_records", "INSERT INTO log_records SELECT * FROM kept", "DROP TABLE kept");
        }
        assertThat(faults()).isEmpty();
    }

    @Test
    void an_alert_of_the_account_whose_id_went_with_it_is_named_by_what_the_exhibit_says() throws Exception {
        alerts();
        execute(
                "DELETE FROM log_records WHERE record_id = 'a1'",
                "UPDATE collected_rows SET record_id = 'b1' WHERE record_id = 'a1'");
        assertThat(faults())
                .anySatisfy(fault -> assertThat(fault.entry().orElse("")).startsWith(INCIDENT + " alerts a1"))
                .anySatisfy(fault -> assertThat(fault.entry().orElse("")).startsWith(INCIDENT + " alerts b1"));

        execute("UPDATE collected_rows SET record_id = 'nowhere' WHERE record_id = 'b1'");
        assertThat(faults()).anySatisfy(fault -> assertThat(fault.actual()).contains("nowhere"));
    }

    @Test
    void an_alert_of_somebody_else_that_was_added_is_named() throws Exception {
        alerts();
        execute(
                "UPDATE log_records SET record_id = 'b1', row_number = 2, actor = 'bo@x.example' WHERE record_id = 'a1'");

        assertThat(faults())
                .anySatisfy(fault -> assertThat(fault.entry().orElse("")).startsWith(INCIDENT + " alerts b1 (row 2"))
                .anySatisfy(fault -> assertThat(fault.entry().orElse("")).startsWith(INCIDENT + " alerts a1 (row 1"));
    }
}
