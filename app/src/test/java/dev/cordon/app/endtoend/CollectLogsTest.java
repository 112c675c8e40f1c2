package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Standing;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.schedule.Rechecks;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.CollectLogs;
import dev.cordon.response.CollectLogs.Whose;
import dev.cordon.response.CollectionListener;
import dev.cordon.response.RequestRefusedException;
import dev.cordon.response.Workspace;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A tenant with large logs whose searches go wrong: what a collection keeps of it, killed at pages' edges, against what the tenant truly holds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CollectLogsTest {
    /** After so many pages a process dies: before it has kept the last one, or right behind that. */
    private static final int PAGES = 8;

    @TempDir
    static Path folder;

    private static Battlefield field;
    private static IncidentId incident;

    @BeforeAll
    static void respond() throws Exception {
        field = Battlefield.resource("large-logs.yaml", folder);
        CaseRecord record = field.respond();
        incident = record.incident().id();
        assertThat(record.state().state()).isIn(IncidentState.CONTAINED, IncidentState.VERIFIED);
        assertThat(record.state().openTasks()).containsKey(CollectLogs.TASK);
        field.advance("PT3H");
    }

    @AfterAll
    static void close() {
        field.close();
    }

    private static CollectLogs.Request everybody() {
        return new CollectLogs.Request(
                EnumSet.complementOf(EnumSet.of(LogRecord.Log.RISK_DETECTIONS, LogRecord.Log.ALERTS)),
                Whose.EVERYBODY,
                Optional.empty(),
                Duration.ofMinutes(2),
                Optional.empty());
    }

    private static CollectLogs.Collection collect(CollectLogs.Request request, LogCollections collections)
            throws InterruptedException {
        return new CollectLogs(with(collections))
                .collect(incident.value(), request, any -> SignIn.CERTIFICATE, CollectionListener.none());
    }

    private static Workspace with(LogCollections collections) {
        Workspace all = field.workspace(UnaryOperator.identity());
        return new Workspace(
                all.journal(),
                all.vault(),
                all.custody(),
                all.retention(),
                all.records(),
                collections,
                all.runs(),
                all.rechecks(),
                all.verifier(),
                all.chains(),
                all.tenants(),
                all.connector(),
                all.reports(),
                all.wallTime(),
                all.random(),
                all.process());
    }

    @Test
    @Order(1)
    void killed_at_the_edges_of_pages_it_goes_on_and_no_row_is_lost_or_kept_twice() throws Exception {
        int deaths = 0;
        Optional<CollectLogs.Collection> collection = Optional.empty();
        while (collection.isEmpty()) {
            try {
                collection =
                        Optional.of(collect(everybody(), new Dying(field.store().collections(), deaths % 2 == 0)));
            } catch (Killed killed) {
                deaths++;
            }
        }

        assertThat(deaths).isGreaterThan(2);
        assertThat(collection.get().missing()).isEmpty();
        assertThat(different(CollectedLog.AUDIT_LOG_QUERIES)).isEqualTo(readable("unifiedAudit"));
        assertThat(different(CollectedLog.SIGN_INS_INTERACTIVE)).isEqualTo(readable("signIns"));
        assertThat(different(CollectedLog.SIGN_INS_NON_INTERACTIVE)).isEqualTo(readable("nonInteractive"));
        assertThat(different(CollectedLog.MESSAGE_TRACE_ALL)).isEqualTo(readable("messageTrace"));
        assertThat(kept().get(LogRecord.Log.AUDIT_LOG)).isEqualTo(readable("unifiedAudit"));
        assertThat(kept().get(LogRecord.Log.MESSAGE_TRACE)).isEqualTo(readable("messageTrace"));
        assertThat(kept().get(LogRecord.Log.SIGN_INS))
                .isEqualTo(readable("signIns") + readable("nonInteractive") + readable("servicePrincipal"));
        assertThat(field.store().verifier().verify().faults()).isEmpty();
    }

    @Test
    @Order(2)
    void what_is_late_is_called_so_everywhere_and_complete_only_when_no_row_can_be_missing() throws Exception {
        CaseRecord record = field.record(incident);
        assertThat(record.state().chronicle().collections())
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(each.ended().orElseThrow().outcome()).isEqualTo(CollectionOutcome.LATE));
        assertThat(record.state().openTasks()).doesNotContainKey(CollectLogs.TASK);
        assertThat(report()).contains("Logs that were collected whole").contains("Rows of the time since");
        assertThat(record.state().rechecksDue())
                .anyMatch(recheck -> recheck.name().startsWith("collect-logs-"));

        for (String pause : List.of("PT100M", "PT5M", "PT20H", "PT4H", "PT5M", "PT5M", "PT5M")) {
            field.advance(pause);
            assertThat(field.watch().done()).noneMatch(Rechecks.Done.Failed.class::isInstance);
        }

        assertThat(field.record(incident).state().chronicle().collections()).allSatisfy(each -> {
            CaseEntry.CollectionEnded ended = each.ended().orElseThrow();
            assertThat(ended.outcome()).as(each.source()).isEqualTo(CollectionOutcome.COMPLETE);
            assertThat(ended.through()).contains(ended.until());
        });
        assertThat(field.store().verifier().verify().faults()).isEmpty();
    }

    @Test
    @Order(3)
    void collected_anew_it_begins_at_the_first_page_keeps_no_row_again_and_says_in_the_journal_why() throws Exception {
        var request = new CollectLogs.Request(
                Set.of(LogRecord.Log.MESSAGE_TRACE),
                Whose.EVERYBODY,
                Optional.empty(),
                Duration.ofMinutes(2),
                Optional.empty(),
                0,
                Optional.of("the place was damaged"));

        int before = source(CollectedLog.MESSAGE_TRACE_ALL).progress().round();
        long rows = counts(CollectedLog.MESSAGE_TRACE_ALL).rows();

        CollectLogs.Collection collection = collect(request, field.store().collections());

        assertThat(collection.missing()).isEmpty();
        assertThat(source(CollectedLog.MESSAGE_TRACE_ALL).progress().round())
                .as("rounds are counted on")
                .isEqualTo(before + 1);
        assertThat(counts(CollectedLog.MESSAGE_TRACE_ALL).rows()).isLessThanOrEqualTo(rows);
        assertThat(different(CollectedLog.MESSAGE_TRACE_ALL)).isEqualTo(readable("messageTrace"));
        assertThat(kept().get(LogRecord.Log.MESSAGE_TRACE)).isEqualTo(readable("messageTrace"));
        assertThat(field.record(incident).entries())
                .anyMatch(recorded -> recorded.entry() instanceof CaseEntry.Deviation deviation
                        && deviation.what().endsWith("collected anew: message-trace")
                        && deviation.because().equals("the place was damaged"));
        assertThat(field.store().verifier().verify().faults()).isEmpty();
    }

    @Test
    @Order(4)
    void where_queries_are_refused_the_search_brings_the_same_rows_its_duplicates_counted_and_none_kept_again()
            throws Exception {
        for (String version : List.of("v1.0", "beta")) {
            field.control(
                    "POST",
                    "/faults",
                    "{\"match\": {\"host\": \"graph\", \"path\": \"/" + version
                            + "/security/auditLog/queries*\"}, \"do\": \"status:403\"}");
        }

        CollectLogs.Collection collection = collect(
                of(LogRecord.Log.AUDIT_LOG, Whose.EVERYBODY), field.store().collections());

        assertThat(collection.missing()).isEmpty();
        assertThat(outcome(CollectedLog.AUDIT_LOG_QUERIES)).isEqualTo(CollectionOutcome.NOT_PERMITTED);
        assertThat(outcome(CollectedLog.AUDIT_LOG_SEARCH)).isEqualTo(CollectionOutcome.LATE);
        LogCollections.Counts searched = counts(CollectedLog.AUDIT_LOG_SEARCH);
        assertThat(searched.different()).isEqualTo(readable("unifiedAudit"));
        assertThat(searched.rows()).isGreaterThan(searched.different());
        assertThat(kept().get(LogRecord.Log.AUDIT_LOG)).isEqualTo(readable("unifiedAudit"));
    }

    @Test
    @Order(5)
    void what_is_not_licensed_is_named_in_the_task_and_the_report() throws Exception {
        field.control("POST", "/licences", "{\"set\": []}");

        CollectLogs.Collection collection =
                collect(of(LogRecord.Log.SIGN_INS, Whose.ACCOUNT), field.store().collections());

        assertThat(collection.sources())
                .isNotEmpty()
                .anyMatch(
                        source -> source.progress().ending().orElseThrow().outcome() == CollectionOutcome.NOT_LICENSED);
        assertThat(String.valueOf(field.record(incident).state().openTasks().get(CollectLogs.TASK)))
                .contains("Not all logs were collected: sign-ins-")
                .contains("not-licensed");
        assertThat(report()).contains("not licensed");
    }

    @Test
    @Order(6)
    void before_it_is_contained_an_incident_is_refused_unless_somebody_says_why() throws Exception {
        Incident contained = field.record(incident).incident();
        var open = new Incident(
                new IncidentId("INC-20260302-QQQQ"),
                contained.type(),
                contained.tenant(),
                contained.account(),
                contained.severity(),
                contained.detectedBy(),
                contained.detectedAt(),
                contained.openedAt(),
                contained.attack(),
                contained.drill());
        field.store().journal().append(open.id(), open.openedAt(), Actor.CORDON, new CaseEntry.IncidentOpened(open));
        var collect = new CollectLogs(field.workspace(UnaryOperator.identity()));
        CollectLogs.Request audits = of(LogRecord.Log.DIRECTORY_AUDIT, Whose.ACCOUNT);

        assertThatThrownBy(() -> collect.collect(
                        open.id().value(), audits, any -> SignIn.CERTIFICATE, CollectionListener.none()))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("first the attacker is thrown out");
        assertThat(field.store().collections().all(open.id()).readable()).isEmpty();

        CollectLogs.Collection all = collect.collect(
                open.id().value(),
                new CollectLogs.Request(
                        audits.logs(),
                        Whose.ACCOUNT,
                        Optional.empty(),
                        Duration.ZERO,
                        Optional.of("The court wants it.")),
                any -> SignIn.CERTIFICATE,
                CollectionListener.none());

        assertThat(all.sources()).hasSize(2);
        assertThat(field.record(open.id()).state().chronicle().deviations())
                .extracting(CaseEntry.Deviation::because)
                .containsExactly("The court wants it.");
    }

    private static CollectLogs.Request of(LogRecord.Log log, Whose whose) {
        return new CollectLogs.Request(Set.of(log), whose, Optional.empty(), Duration.ofMinutes(2), Optional.empty());
    }

    private static CollectionOutcome outcome(CollectedLog log) {
        return source(log).progress().ending().orElseThrow().outcome();
    }

    private static LogCollections.Counts counts(CollectedLog log) {
        return source(log).counts();
    }

    private static Collected source(CollectedLog log) {
        return field.store()
                .collections()
                .find(incident, new CollectionSource(log, CollectionSource.EVERYBODY))
                .orElseThrow();
    }

    private static String report() throws IOException {
        return Files.readString(folder.resolve("data")
                .resolve("reports")
                .resolve(incident.value())
                .resolve("report.md"));
    }

    private static long different(CollectedLog log) {
        return counts(log).different();
    }

    private static Map<LogRecord.Log, Long> kept() {
        Map<LogRecord.Log, Long> kept = new EnumMap<>(LogRecord.Log.class);
        field.store().records().visit(incident, row -> kept.merge(row.record().log(), 1L, Long::sum));
        return kept;
    }

    private static long readable(String source) {
        JsonObject rows =
                JsonParser.parseString(field.control("GET", "/truth/rows", "")).getAsJsonObject();
        return rows.getAsJsonObject(source).get("readable").getAsLong();
    }

    /** The process is killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Dies after some pages. */
    private static final class Dying implements LogCollections {
        private final LogCollections kept;
        private final boolean before;
        private int pages;

        Dying(LogCollections kept, boolean before) {
            this.kept = kept;
            this.before = before;
        }

        @Override
        public Collected keep(IncidentId of, Collected seen, Page page, CollectionProgress progress) {
            boolean dies = ++pages == PAGES;
            if (dies && before) {
                throw new Killed();
            }
            Collected after = kept.keep(of, seen, page, progress);
            if (dies) {
                throw new Killed();
            }
            return after;
        }

        @Override
        public Optional<Collected> find(IncidentId of, CollectionSource source) {
            return kept.find(of, source);
        }

        @Override
        public Standing all(IncidentId of) {
            return kept.all(of);
        }

        @Override
        public List<Brought> brought(IncidentId of) {
            return kept.brought(of);
        }

        @Override
        public Collected begin(IncidentId of, CollectionSource source, CollectionProgress progress) {
            return kept.begin(of, source, progress);
        }

        @Override
        public Collected move(IncidentId of, Collected seen, CollectionProgress progress) {
            return kept.move(of, seen, progress);
        }

        @Override
        public List<Collected> replace(IncidentId of, Set<LogRecord.Log> logs, List<Beginning> anew) {
            return kept.replace(of, logs, anew);
        }

        @Override
        public void forget(IncidentId of) {
            kept.forget(of);
        }
    }
}
