package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.procedure.journal.Recheck;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.procedure.schedule.IncidentClaimedException;
import dev.cordon.procedure.schedule.Rechecks.Done;
import dev.cordon.procedure.schedule.Rechecks.Scheduled;
import dev.cordon.response.CollectLogs;
import dev.cordon.response.CollectLogs.Whose;
import dev.cordon.response.CollectionListener;
import dev.cordon.response.ResponseRequest.Dialogue;
import dev.cordon.response.Watch;
import dev.cordon.response.Workspace;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One incident over days, whose logs are collected in parts, again, by two at once, and by processes that die. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CollectAgainTest {
    private static final String QUERIES_REFUSED = "{\"match\": {\"host\": \"graph\", \"path\":"
            + " \"/v1.0/security/auditLog/queries*\"}, \"do\": \"status:403\", \"times\": 1}";

    @TempDir
    static Path folder;

    private static Battlefield field;
    private static IncidentId incident;

    @BeforeAll
    static void respond() throws Exception {
        field = Battlefield.resource(
                "large-logs.yaml",
                text -> text.replace(
                                "auditRows: 12000, signIns: 3000, traces: 11000",
                                "auditRows: 60, signIns: 60, traces: 60")
                        .replace("searches: {duplicates: 500, repeats: 4, shortPages: 3, breaks: 7}", ""),
                folder);
        incident = field.respond().incident().id();
    }

    @AfterAll
    static void close() {
        field.close();
    }

    @Test
    @Order(1)
    void a_log_that_was_not_asked_for_and_a_time_that_was_left_out_keep_the_task_open() throws Exception {
        Instant yesterday = Instant.parse("2026-03-01T09:00:00Z");

        CollectLogs.Collection collection = collect(new CollectLogs.Request(
                Set.of(LogRecord.Log.SIGN_INS),
                Whose.ACCOUNT,
                Optional.of(yesterday),
                Duration.ZERO,
                Optional.empty()));

        assertThat(collection.missing()).isEmpty();
        assertThat(task())
                .contains("The audit-log was not asked for.")
                .contains("The message-trace was not asked for.")
                .contains("asked for from " + yesterday + " on only.");
    }

    @Test
    @Order(2)
    void a_process_that_dies_leaves_a_re_check_that_goes_on() throws Exception {
        assertThatThrownBy(() -> collect(all(), dyingAtTheEndOf("audit-log-queries")))
                .isInstanceOf(Killed.class);

        assertThat(field.store().collections().all(incident).readable().stream()
                        .filter(source -> source.source().log() == CollectedLog.MESSAGE_TRACE_SENT)
                        .toList())
                .as("begun before the first was read")
                .isNotEmpty();
        assertThat(scheduled()).isNotEmpty();
        field.advance("PT65M");
        field.watch();
        assertThat(scheduled())
                .extracting(Scheduled::name)
                .as("what was carried out is over")
                .isSubsetOf(due());
        assertThat(told())
                .allSatisfy(
                        each -> assertThat(each.isEnded()).as(each.toString()).isTrue());
    }

    @Test
    @Order(3)
    void what_a_first_call_left_out_is_asked_for_whole_and_what_a_death_kept_from_the_journal_is_told()
            throws Exception {
        assertThatThrownBy(() -> collect(all(), dyingAtTheEndOf("directory-audits-target")))
                .isInstanceOf(Killed.class);
        assertThat(told()).anyMatch(each -> !each.isEnded());
        collect(all());

        assertThat(told()).allMatch(LogCollection::isEnded);
        assertThat(field.store().collections().all(incident).readable())
                .allSatisfy(source -> assertThat(source.progress().from())
                        .as(source.source().toString())
                        .isBefore(Instant.parse("2026-03-01T09:00:00Z")));
        assertThat(field.record(incident).state().openTasks()).doesNotContainKey(CollectLogs.TASK);
    }

    @Test
    @Order(4)
    void a_source_that_is_new_keeps_no_other_from_being_asked_anew() throws Exception {
        int before = source(CollectedLog.SIGN_INS_SERVICE_PRINCIPAL, CollectionSource.EVERYBODY)
                .progress()
                .round();

        collect(new CollectLogs.Request(
                EnumSet.of(LogRecord.Log.SIGN_INS, LogRecord.Log.DIRECTORY_AUDIT),
                Whose.EVERYBODY,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty()));

        assertThat(source(CollectedLog.SIGN_INS_SERVICE_PRINCIPAL, CollectionSource.EVERYBODY)
                        .progress()
                        .round())
                .isGreaterThan(before);
    }

    @Test
    @Order(5)
    void an_older_search_does_not_stand_for_newer_queries_and_follows_them_when_they_bring_nothing() throws Exception {
        field.control("POST", "/faults", QUERIES_REFUSED);
        collect(audit(Duration.ofMinutes(1)));
        Collected search = source(CollectedLog.AUDIT_LOG_SEARCH, account());
        assertThat(search.progress().ending().orElseThrow().outcome().isRead()).isTrue();

        field.advance("PT30M");
        // A quarter of a second at the scenario's speed: however slow this machine is, the query has to be running yet
        // when it is asked for.
        field.control("POST", "/clock", "{\"speed\": 1}");
        CollectLogs.Collection second = collect(audit(Duration.ZERO));
        field.control("POST", "/clock", "{\"speed\": 240}");
        assertThat(second.missing())
                .extracting(Collected::source)
                .extracting(CollectionSource::log)
                .contains(CollectedLog.AUDIT_LOG_QUERIES);

        field.control("POST", "/faults", QUERIES_REFUSED);
        field.advance("PT20M");
        field.watch();
        assertThat(source(CollectedLog.AUDIT_LOG_QUERIES, account())
                        .progress()
                        .ending()
                        .orElseThrow()
                        .outcome())
                .isEqualTo(CollectionOutcome.NOT_PERMITTED);
        assertThat(source(CollectedLog.AUDIT_LOG_SEARCH, account()).progress().until())
                .isEqualTo(source(CollectedLog.AUDIT_LOG_QUERIES, account())
                        .progress()
                        .until())
                .isAfter(search.progress().until());
        assertThat(field.record(incident).state().openTasks()).doesNotContainKey(CollectLogs.TASK);
    }

    @Test
    @Order(6)
    void two_do_not_collect_at_once_and_a_watch_puts_it_off() throws Exception {
        field.advance("PT26H");
        field.store().runs().claimAndCollect(incident, () -> {
            assertThatThrownBy(() -> collect(all()))
                    .isInstanceOf(IncidentClaimedException.class)
                    .hasMessageContaining("The logs of " + incident + " are being collected by");
            Watch.Looked looked = field.watch();
            assertThat(looked.done()).noneMatch(Done.Failed.class::isInstance);
            assertThat(looked.found().keySet())
                    .as("nothing is known of what was not looked at")
                    .noneMatch(Watch::looksAtLogs);
            assertThat(looked.notLooked().values()).anySatisfy(putOff -> {
                assertThat(putOff.staysDue()).isTrue();
                assertThat(putOff.because()).contains("are being collected by");
            });
            return true;
        });

        assertThat(scheduled()).isNotEmpty();
        assertThat(due()).containsAll(scheduled().stream().map(Scheduled::name).toList());
    }

    @Test
    @Order(7)
    void a_look_at_the_account_never_waits_for_a_collection() throws Exception {
        field.advance("PT3H");
        Instant early = Instant.parse("2026-03-02T08:00:01Z");
        for (String name : List.of("collect-logs-101", "looked-at-101")) {
            field.store().journal().append(incident, early, Actor.CORDON, new CaseEntry.RecheckScheduled(name, early));
            field.store().rechecks().schedule(incident, name, early.plusSeconds(name.startsWith("l") ? 9 : 0));
        }

        assertThat(field.watch().done())
                .extracting(done -> done.scheduled().name())
                .containsSubsequence("looked-at-101", "collect-logs-101");
    }

    @Test
    @Order(8)
    void a_look_that_falls_due_while_logs_are_read_is_done_before_the_next_source() throws Exception {
        collect(all());
        Instant early = Instant.parse("2026-03-02T08:00:01Z");
        field.store().rechecks().schedule(incident, "collect-logs-102", early);
        field.advance("PT3H");
        var isScheduled = new AtomicBoolean();

        Watch.Looked looked = new Watch(field.workspace(before(entry -> {
                    if (entry instanceof CaseEntry.CollectionBegan && !isScheduled.getAndSet(true)) {
                        field.store().rechecks().schedule(incident, "looked-at-102", early);
                    }
                })))
                .once(document -> SignIn.CERTIFICATE, Dialogue.recommended(Battlefield.quiet()));

        assertThat(looked.done())
                .extracting(done -> done.scheduled().name())
                .containsSubsequence("looked-at-102", "collect-logs-102");
    }

    /** A re-check that is due at another tenant, of an incident that is over already: whoever looks does nothing there. */
    private static void recheckAt(String tenant, IncidentId id) {
        Instant early = Instant.parse("2026-03-02T08:00:01Z");
        var opened = new Incident(
                id,
                IncidentType.COMPROMISED_ACCOUNT,
                tenant,
                Account.notLookedUp("bo.lund@contoso.example"),
                Severity.HIGH,
                DetectionSource.OTHER,
                early,
                early,
                AttackActivity.UNKNOWN,
                false);
        RunJournal journal = field.store().journal();
        journal.append(id, early, Actor.CORDON, new CaseEntry.IncidentOpened(opened));
        journal.append(
                id,
                early,
                Actor.CORDON,
                new CaseEntry.StateChanged(IncidentState.OPEN, IncidentState.FALSE_POSITIVE, "a test"));
        field.store().rechecks().schedule(id, "looked-at-" + tenant, early);
    }

    /** A workspace whose clock goes a minute on whenever somebody looks at it. */
    private static Workspace inAHurry(Workspace of) {
        var looks = new AtomicInteger();
        return new Workspace(
                of.journal(),
                of.vault(),
                of.custody(),
                of.retention(),
                of.records(),
                of.collections(),
                of.runs(),
                of.rechecks(),
                of.verifier(),
                of.chains(),
                of.tenants(),
                of.connector(),
                of.reports(),
                () -> Instant.EPOCH.plus(Duration.ofMinutes(looks.getAndIncrement())),
                of.random(),
                of.process());
    }

    @Test
    @Order(9)
    void
            a_tenant_that_answers_only_now_and_one_whose_incident_was_opened_meanwhile_are_looked_at_before_the_next_source()
                    throws Exception {
        collect(all());
        field.store().rechecks().schedule(incident, "collect-logs-103", Instant.parse("2026-03-02T08:00:02Z"));
        field.advance("PT3H");
        Path connection = folder.resolve("connection.json");
        Path away = folder.resolve("away.json");
        recheckAt("away", new IncidentId("INC-20260302-AWAY"));
        var isBegun = new AtomicBoolean();
        Workspace workspace = inAHurry(field.workspace(before(entry -> {
            if (entry instanceof CaseEntry.CollectionBegan && !isBegun.getAndSet(true)) {
                try {
                    Files.copy(connection, away);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                recheckAt("late", new IncidentId("INC-20260302-LATE"));
            }
        })));
        workspace.tenants().put("away", away);
        workspace.tenants().put("late", connection);

        Watch.Looked looked =
                new Watch(workspace).once(document -> SignIn.CERTIFICATE, Dialogue.recommended(Battlefield.quiet()));

        assertThat(looked.done())
                .extracting(done -> done.scheduled().name())
                .containsSubsequence("looked-at-away", "collect-logs-103")
                .containsSubsequence("looked-at-late", "collect-logs-103");
        assertThat(looked.unreachable()).isEmpty();
        assertThat(looked.tenantTimes()).containsKeys("away", "late");
    }

    @Test
    @Order(10)
    void a_re_check_that_only_the_journal_knows_of_is_scheduled_again() throws Exception {
        field.store().rechecks().cancel(incident);

        collect(audit(Duration.ZERO));

        assertThat(scheduled()).extracting(Scheduled::name).containsExactlyInAnyOrderElementsOf(due());
    }

    @Test
    @Order(11)
    void a_look_that_lacks_a_log_is_not_clean() throws Exception {
        field.control("POST", "/licences", "{\"set\": []}");
        collect(all());
        field.advance("PT2H");

        assertThat(field.watch().found().values())
                .filteredOn(found -> found.collected().isPresent())
                .isNotEmpty()
                .allMatch(found -> !found.clean());
        Collected audits = source(CollectedLog.DIRECTORY_AUDITS_ACTOR, account());
        assertThat(audits.progress().ending().orElseThrow().outcome().isRead()).isTrue();
    }

    @Test
    @Order(12)
    void where_the_organisation_s_domains_cannot_be_read_the_call_the_journal_and_the_report_say_so() throws Exception {
        field.control(
                "POST",
                "/faults",
                "{\"match\": {\"host\": \"graph\", \"path\": \"/v1.0/organization*\"}, \"do\": \"status:403\"}");
        List<String> notes = new ArrayList<>();

        new CollectLogs(field.workspace(UnaryOperator.identity()))
                .collect(incident.value(), traces(), any -> SignIn.CERTIFICATE, telling(notes));

        assertThat(notes).anySatisfy(note -> assertThat(note).contains("only contoso.example is taken for inside"));
        assertThat(field.record(incident).entries())
                .anyMatch(recorded ->
                        recorded.entry() instanceof CaseEntry.CollectionNoted noted && notes.contains(noted.text()));
        assertThat(Files.readString(folder.resolve("data")
                        .resolve("reports")
                        .resolve(incident.value())
                        .resolve("report.md")))
                .contains("What was not asked of the logs as it was wanted")
                .contains("is taken for inside");
    }

    private static CollectLogs.Request traces() {
        return new CollectLogs.Request(
                Set.of(LogRecord.Log.MESSAGE_TRACE), Whose.ACCOUNT, Optional.empty(), Duration.ZERO, Optional.empty());
    }

    private static CollectionListener telling(List<String> notes) {
        return new CollectionListener() {
            @Override
            public void notes(String note) {
                notes.add(note);
            }

            @Override
            public void reads(Collected source) {}

            @Override
            public void keeps(Collected source) {}

            @Override
            public void ended(Collected source) {}
        };
    }

    @Test
    @Order(13)
    void where_the_addresses_of_an_account_cannot_be_read_its_mail_is_not_traced_in_part() throws Exception {
        field.control(
                "POST",
                "/faults",
                "{\"match\": {\"host\": \"graph\", \"path\": \"/v1.0/users/*\"}, \"do\": \"status:403\"}");

        CollectLogs.Collection collection = collect(all());

        assertThat(collection.sources())
                .filteredOn(each -> each.source().log() == CollectedLog.MESSAGE_TRACE_SENT)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(
                                each.progress().ending().orElseThrow().outcome())
                        .isEqualTo(CollectionOutcome.NOT_PERMITTED));
        assertThat(collection.sources())
                .filteredOn(each -> each.source().log() == CollectedLog.DIRECTORY_AUDITS_ACTOR)
                .allSatisfy(each -> assertThat(
                                each.progress().ending().orElseThrow().outcome().isRead())
                        .isTrue());
        assertThat(collect(audit(Duration.ZERO)).sources()).isNotEmpty();
    }

    private static CollectLogs.Request all() {
        return CollectLogs.Request.ofAccount(Duration.ofMinutes(2));
    }

    private static CollectLogs.Request audit(Duration patience) {
        return new CollectLogs.Request(
                Set.of(LogRecord.Log.AUDIT_LOG), Whose.ACCOUNT, Optional.empty(), patience, Optional.empty());
    }

    private static CollectLogs.Collection collect(CollectLogs.Request request) throws InterruptedException {
        return collect(request, UnaryOperator.identity());
    }

    private static CollectLogs.Collection collect(CollectLogs.Request request, UnaryOperator<RunJournal> journal)
            throws InterruptedException {
        return new CollectLogs(field.workspace(journal))
                .collect(incident.value(), request, any -> SignIn.CERTIFICATE, CollectionListener.none());
    }

    private static String account() {
        return field.suspect();
    }

    private static Collected source(CollectedLog log, String of) {
        return field.store()
                .collections()
                .find(incident, new CollectionSource(log, of))
                .orElseThrow();
    }

    private static List<LogCollection> told() {
        return field.record(incident).state().chronicle().collections();
    }

    private static String task() {
        return String.valueOf(field.record(incident).state().openTasks().get(CollectLogs.TASK));
    }

    /** The names of the re-checks of logs that the journal knows to be due. */
    private static List<String> due() {
        return field.record(incident).state().rechecksDue().stream()
                .map(Recheck::name)
                .filter(name -> name.startsWith("collect-logs-"))
                .toList();
    }

    private static List<Scheduled> scheduled() {
        return field.store().rechecks().scheduled().stream()
                .filter(each -> each.name().startsWith("collect-logs-"))
                .toList();
    }

    private static UnaryOperator<RunJournal> dyingAtTheEndOf(String source) {
        return before(entry -> {
            if (entry instanceof CaseEntry.CollectionEnded ended
                    && ended.source().equals(source)) {
                throw new Killed();
            }
        });
    }

    private static UnaryOperator<RunJournal> before(Consumer<JournalEntry> doing) {
        return journal -> new Watched(journal, doing);
    }

    /** The process is killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Has something happen before an entry. */
    private record Watched(RunJournal journal, Consumer<JournalEntry> before) implements RunJournal {
        @Override
        public Recorded append(IncidentId of, Instant at, Actor actor, JournalEntry entry) {
            before.accept(entry);
            return journal.append(of, at, actor, entry);
        }

        @Override
        public List<Recorded> appendAll(IncidentId of, Actor actor, List<Dated> entries) {
            return journal.appendAll(of, actor, entries);
        }

        @Override
        public List<Recorded> appendIf(
                IncidentId of, Actor actor, List<Dated> entries, ChainHead seen, Predicate<List<Recorded>> permits) {
            return journal.appendIf(of, actor, entries, seen, permits);
        }

        @Override
        public List<Recorded> entries(IncidentId of) {
            return journal.entries(of);
        }

        @Override
        public List<IncidentId> incidents() {
            return journal.incidents();
        }

        @Override
        public ChainHead head() {
            return journal.head();
        }
    }
}
