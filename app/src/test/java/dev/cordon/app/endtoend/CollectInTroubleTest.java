package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.Exhibit;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress.Ending;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.records.LogRecord.Log;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.response.CollectLogs;
import dev.cordon.response.CollectLogs.Whose;
import dev.cordon.response.CollectionListener;
import dev.cordon.response.Watch;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** What a collection makes of it where something that it needs is lacking: a licence, a name, a place, an answer, an exhibit. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CollectInTroubleTest {
    private static final String ACCOUNT_REFUSED =
            "{\"match\": {\"host\": \"graph\", \"path\": \"/v1.0/users/*\"}, \"do\":"
                    + " \"status:403\", \"times\": 1}";

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
                        .replace("searches: {duplicates: 500, repeats: 4, shortPages: 3, breaks: 7}", "")
                        .replace("auditQuery: {min: PT1M, max: PT2M}", "auditQuery: {min: P40D, max: P40D}"),
                folder);
        incident = field.respond().incident().id();
    }

    @AfterAll
    static void close() {
        field.close();
    }

    @Test
    @Order(1)
    void without_the_licence_directory_audits_are_asked_for_as_far_as_they_are_kept_and_no_further() throws Exception {
        field.control("POST", "/licences", "{\"set\": []}");
        for (int pass = 0; pass < 2; pass++) {
            collect(Set.of(Log.DIRECTORY_AUDIT));

            Collected audits = source(CollectedLog.DIRECTORY_AUDITS_TARGET);
            assertThat(outcome(audits)).isEqualTo(CollectionOutcome.LATE);
            assertThat(audits.progress().from())
                    .isAfter(audits.progress().until().minus(Duration.ofDays(7)));
        }

        field.control("POST", "/licences", "{\"set\": [\"E3\"]}");
        field.control(
                "POST",
                "/faults",
                "{\"match\": {\"host\": \"graph\", \"path\": \"/v1.0/subscribedSkus*\"}, \"do\": \"status:403\"}");
        collect(Set.of(Log.DIRECTORY_AUDIT));
        Ending doubtful =
                source(CollectedLog.DIRECTORY_AUDITS_TARGET).progress().ending().orElseThrow();
        assertThat(doubtful.outcome())
                .as("of a tenant whose licences are not known")
                .isEqualTo(CollectionOutcome.CUT_OFF);
        assertThat(doubtful.reason()).contains("which licences the tenant has could not be read");

        field.control("POST", "/faults", "{\"clear\": true}");
        collect(Set.of(Log.DIRECTORY_AUDIT));
        Collected audits = source(CollectedLog.DIRECTORY_AUDITS_TARGET);
        assertThat(outcome(audits)).isEqualTo(CollectionOutcome.LATE);
        assertThat(audits.progress().from()).isBefore(audits.progress().until().minus(Duration.ofDays(20)));
    }

    @Test
    @Order(2)
    void where_the_account_cannot_be_read_its_mail_and_alerts_are_not_asked_in_part_and_all_else_is() throws Exception {
        field.control("POST", "/faults", ACCOUNT_REFUSED);

        CollectLogs.Collection collection =
                collect(Set.of(Log.MESSAGE_TRACE, Log.ALERTS, Log.DIRECTORY_AUDIT, Log.SIGN_INS));

        for (CollectedLog log :
                List.of(CollectedLog.MESSAGE_TRACE_SENT, CollectedLog.MESSAGE_TRACE_RECEIVED, CollectedLog.ALERTS)) {
            Ending ending = source(log).progress().ending().orElseThrow();
            assertThat(ending.outcome()).as(log.name()).isEqualTo(CollectionOutcome.NOT_PERMITTED);
            assertThat(ending.reason()).contains("The names and mail addresses of the account could not be read");
        }
        assertThat(outcome(source(CollectedLog.DIRECTORY_AUDITS_ACTOR)).isRead())
                .isTrue();
        assertThat(outcome(source(CollectedLog.SIGN_INS_INTERACTIVE)).isRead()).isTrue();
        assertThat(collection.missing())
                .extracting(each -> each.source().log())
                .contains(CollectedLog.MESSAGE_TRACE_SENT, CollectedLog.ALERTS);

        collect(Set.of(Log.MESSAGE_TRACE));
        assertThat(outcome(source(CollectedLog.MESSAGE_TRACE_SENT)).isRead()).isTrue();
        assertThat(source(CollectedLog.MESSAGE_TRACE_SENT).counts().rows()).isPositive();
    }

    @Test
    @Order(3)
    void a_place_is_given_up_only_for_another_that_stands_in_its_stead() throws Exception {
        int before = source(CollectedLog.MESSAGE_TRACE_SENT).progress().round();
        field.control("POST", "/faults", ACCOUNT_REFUSED);

        collect(anew("the place was damaged"), CollectionListener.none());

        Collected left = source(CollectedLog.MESSAGE_TRACE_SENT);
        assertThat(left.progress().round()).isEqualTo(before + 1);
        assertThat(outcome(left)).isEqualTo(CollectionOutcome.NOT_PERMITTED);
        assertThat(left.counts().rows()).isZero();
    }

    @Test
    @Order(4)
    void what_was_begun_anew_and_killed_is_not_called_ended_and_is_gone_on_with() throws Exception {
        collect(Set.of(Log.MESSAGE_TRACE));
        assertThat(told(CollectedLog.MESSAGE_TRACE_SENT).isEnded()).isTrue();

        assertThatThrownBy(() -> collect(anew("once more"), dyingBefore(CollectedLog.MESSAGE_TRACE_SENT)))
                .isInstanceOf(Killed.class);

        assertThat(told(CollectedLog.MESSAGE_TRACE_SENT).isEnded()).isFalse();
        assertThat(told(CollectedLog.MESSAGE_TRACE_RECEIVED).isEnded()).isFalse();
        field.advance("PT65M");
        Watch.Looked looked = field.watch();
        assertThat(looked.found().values())
                .flatExtracting(found -> found.collected().stream().toList())
                .anyMatch(words -> words.startsWith("Logs asked for"));
        assertThat(told(CollectedLog.MESSAGE_TRACE_SENT).isEnded()).isTrue();
        assertThat(outcome(source(CollectedLog.MESSAGE_TRACE_SENT)).isRead()).isTrue();
        assertThat(source(CollectedLog.MESSAGE_TRACE_SENT).counts().rows()).isPositive();
    }

    @Test
    @Order(5)
    void queries_that_never_end_do_not_keep_the_search_away_for_ever() throws Exception {
        CollectLogs.Collection first = collect(Set.of(Log.AUDIT_LOG));
        assertThat(outcome(source(CollectedLog.AUDIT_LOG_QUERIES))).isEqualTo(CollectionOutcome.STILL_RUNNING);
        assertThat(first.missing()).extracting(each -> each.source().log()).contains(CollectedLog.AUDIT_LOG_QUERIES);
        assertThat(field.store().collections().find(incident, of(CollectedLog.AUDIT_LOG_SEARCH)))
                .isEmpty();

        field.advance("PT6H");
        field.watch();

        assertThat(outcome(source(CollectedLog.AUDIT_LOG_QUERIES))).isEqualTo(CollectionOutcome.STILL_RUNNING);
        assertThat(outcome(source(CollectedLog.AUDIT_LOG_SEARCH)).isRead()).isTrue();
        assertThat(String.valueOf(field.record(incident).state().openTasks().get(CollectLogs.TASK)))
                .doesNotContain("audit-log");
    }

    @Test
    @Order(6)
    void a_summary_of_the_attack_that_is_damaged_or_unknown_is_said_to_narrow_what_is_asked() throws Exception {
        Exhibit summary = field.store().vault().exhibits(incident).stream()
                .filter(exhibit -> exhibit.kind().equals("attack-summary"))
                .findFirst()
                .orElseThrow();
        Path file = field.dataFolder().resolve("vault").resolve(summary.sha256().hex());
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.writeString(file, "{}");
        List<String> notes = new ArrayList<>();

        collect(of(Set.of(Log.DIRECTORY_AUDIT), Optional.empty()), new Telling(notes, Optional.empty()));

        assertThat(notes)
                .anySatisfy(note -> assertThat(note)
                        .contains("The summary of the attack in " + summary.id() + " is not what was sealed"));
    }

    @Test
    @Order(7)
    void a_place_that_cannot_be_read_is_named_and_keeps_no_other_log_from_being_read() throws Exception {
        damage(CollectedLog.MESSAGE_TRACE_SENT);
        damage(CollectedLog.AUDIT_LOG_QUERIES);
        List<String> notes = new ArrayList<>();

        CollectLogs.Collection collection = collect(
                of(Set.of(Log.MESSAGE_TRACE, Log.DIRECTORY_AUDIT, Log.AUDIT_LOG), Optional.empty()),
                new Telling(notes, Optional.empty()));

        assertThat(collection.sources())
                .extracting(Collected::source)
                .contains(
                        of(CollectedLog.MESSAGE_TRACE_RECEIVED),
                        of(CollectedLog.DIRECTORY_AUDITS_TARGET),
                        of(CollectedLog.AUDIT_LOG_SEARCH))
                .doesNotContain(of(CollectedLog.MESSAGE_TRACE_SENT), of(CollectedLog.AUDIT_LOG_QUERIES));
        String sent = of(CollectedLog.MESSAGE_TRACE_SENT).toString();
        assertThat(collection.unread()).contains(sent);
        assertThat(collection.isWhole()).isFalse();
        assertThat(notes).anySatisfy(note -> assertThat(note).startsWith(sent).contains("cannot be read"));
        assertThat(task()).contains(sent + ": not gone on with").doesNotContain("message-trace was not asked for");

        field.advance("PT26H");
        assertThat(field.watch().found().values())
                .filteredOn(found -> found.collected().isPresent())
                .isNotEmpty()
                .allSatisfy(found -> {
                    assertThat(found.clean()).isFalse();
                    assertThat(found.collected().orElseThrow())
                            .contains("Not gone on with")
                            .contains(sent);
                });

        assertThat(collect(anew("the place was damaged"), CollectionListener.none())
                        .unread())
                .doesNotContain(sent);
        assertThat(task()).doesNotContain(sent + ": not gone on with");
    }

    private static String task() {
        return String.valueOf(field.record(incident).state().openTasks().get(CollectLogs.TASK));
    }

    private static void damage(CollectedLog log) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + field.dataFolder().resolve("cordon.db"));
                PreparedStatement statement = connection.prepareStatement(
                        "UPDATE collections SET progress = replace(progress, '\"round\":', '\"round\": ') WHERE source = ?")) {
            statement.setString(1, of(log).toString());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static CollectLogs.Collection collect(Set<Log> logs) throws InterruptedException {
        return collect(of(logs, Optional.empty()), CollectionListener.none());
    }

    private static CollectLogs.Request anew(String because) {
        return of(Set.of(Log.MESSAGE_TRACE), Optional.of(because));
    }

    private static CollectLogs.Request of(Set<Log> logs, Optional<String> anew) {
        return new CollectLogs.Request(logs, Whose.ACCOUNT, Optional.empty(), Duration.ZERO, Optional.empty(), 0, anew);
    }

    private static CollectLogs.Collection collect(CollectLogs.Request request, CollectionListener listener)
            throws InterruptedException {
        return new CollectLogs(field.workspace(UnaryOperator.identity()))
                .collect(incident.value(), request, any -> SignIn.CERTIFICATE, listener);
    }

    private static CollectionSource of(CollectedLog log) {
        return new CollectionSource(log, field.suspect());
    }

    private static Collected source(CollectedLog log) {
        return field.store().collections().find(incident, of(log)).orElseThrow();
    }

    private static CollectionOutcome outcome(Collected source) {
        return source.progress().ending().orElseThrow().outcome();
    }

    private static LogCollection told(CollectedLog log) {
        return field.record(incident).state().chronicle().collections().stream()
                .filter(each -> of(log).equals(CollectionSource.parse(each.source() + " " + each.of())))
                .findFirst()
                .orElseThrow();
    }

    private static CollectionListener dyingBefore(CollectedLog log) {
        return new Telling(new ArrayList<>(), Optional.of(log));
    }

    /** The process is killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Hears what is said, and dies before a log is read. */
    private record Telling(List<String> said, Optional<CollectedLog> dyingBefore) implements CollectionListener {
        @Override
        public void notes(String note) {
            said.add(note);
        }

        @Override
        public void reads(Collected source) {
            if (dyingBefore.filter(source.source().log()::equals).isPresent()) {
                throw new Killed();
            }
        }

        @Override
        public void keeps(Collected source) {}

        @Override
        public void ended(Collected source) {}
    }
}
