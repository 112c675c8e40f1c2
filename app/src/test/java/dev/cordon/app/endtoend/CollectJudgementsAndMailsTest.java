package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.Exhibit;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.LogRecord.Log;
import dev.cordon.procedure.journal.CaseEntry.CollectionEnded;
import dev.cordon.response.CollectLogs;
import dev.cordon.response.CollectLogs.Whose;
import dev.cordon.response.CollectionListener;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Microsoft judged, and the mails that the attacker sent, collected over the wire. */
class CollectJudgementsAndMailsTest {
    private static final String MAIL =
            "    - {at: PT%dS, do: send-mail, session: stolen, to: [victim%d@partner.example],"
                    + " subject: Change of our bank details %d, body: Please pay there.}\n";

    @TempDir
    Path folder;

    @Test
    void detections_and_alerts_become_exhibits_and_rows_and_say_how_far_they_reach() throws Exception {
        try (Battlefield field = Battlefield.resource("everything.yaml", folder)) {
            IncidentId incident = contained(field);

            CollectLogs.Collection collection = collect(field, incident, Set.of(Log.RISK_DETECTIONS, Log.ALERTS), 0);

            Collected detections = source(collection, CollectedLog.RISK_DETECTIONS);
            assertThat(outcome(detections)).isEqualTo(CollectionOutcome.LATE);
            assertThat(outcome(source(collection, CollectedLog.ALERTS))).isEqualTo(CollectionOutcome.LATE);
            assertThat(detections.counts().different()).isPositive();
            assertThat(rows(field, incident, Log.RISK_DETECTIONS))
                    .hasSize(Math.toIntExact(detections.counts().different()))
                    .allSatisfy(row -> assertThat(row.actor()).isEqualTo("anna.berg@contoso.example"));
            assertThat(kinds(field, incident)).contains("collected-risk-detections", "collected-alerts-of-everybody");
            assertThat(collection.missing()).isEmpty();
        }
    }

    @Test
    void without_the_licence_both_are_not_licensed_and_no_task_asks_for_it() throws Exception {
        try (Battlefield field = Battlefield.resource(
                "everything.yaml", yaml -> yaml.replace("licences: [E5]", "licences: [E3]"), folder)) {
            IncidentId incident = contained(field);

            CollectLogs.Collection collection = collect(field, incident, Set.of(Log.RISK_DETECTIONS, Log.ALERTS), 0);

            assertThat(collection.sources()).hasSize(2).allSatisfy(source -> {
                assertThat(outcome(source)).isEqualTo(CollectionOutcome.NOT_LICENSED);
                assertThat(source.progress().ending().orElseThrow().reason()).contains("does not mean that");
            });
            assertThat(collection.missing()).isEmpty();
        }
    }

    @Test
    void mails_that_the_rows_name_are_sealed_once_each_and_the_bound_is_said() throws Exception {
        try (Battlefield field = Battlefield.resource(
                "everything.yaml", yaml -> sending(yaml).replace("Mail.ReadBasic.All", "Mail.Read"), folder)) {
            IncidentId incident = contained(field);

            CollectionEnded one = collect(field, incident, Set.of(Log.AUDIT_LOG, Log.MESSAGE_TRACE), 1)
                    .mails()
                    .getFirst();
            assertThat(one.outcome()).isEqualTo(CollectionOutcome.CUT_OFF);
            assertThat(one.reason()).contains("of which the first 1 were asked for");
            assertThat(one.bounded()).isTrue();
            assertThat(mails(field, incident)).hasSize(1);

            CollectionEnded all = collect(field, incident, Set.of(Log.AUDIT_LOG, Log.MESSAGE_TRACE), 50)
                    .mails()
                    .getFirst();
            assertThat(all.outcome()).as(all.reason()).isEqualTo(CollectionOutcome.LATE);
            assertThat(all.reason()).contains("audit-log-search", "(late)");
            assertThat(all.againAt()).isPresent();
            assertThat(all.round()).isEqualTo(2);
            List<Exhibit> sealed = mails(field, incident);
            assertThat(sealed)
                    .hasSizeGreaterThan(1)
                    .extracting(Exhibit::subject)
                    .doesNotHaveDuplicates();
            assertThat(all.different()).isEqualTo(sealed.size());
            assertThat(new String(
                            field.store().vault().open(sealed.getFirst().id(), "test", "looks"),
                            StandardCharsets.UTF_8))
                    .contains("Message-ID:", "Change of our bank details");

            collect(field, incident, Set.of(Log.AUDIT_LOG), 50);
            assertThat(mails(field, incident)).hasSameSizeAs(sealed);

            look(field, "PT100M", "PT5M", "PT20H", "PT4H", "PT5M", "PT5M", "PT5M");
            assertThat(sampled(field, incident).outcome())
                    .as(sampled(field, incident).reason())
                    .isEqualTo(CollectionOutcome.COMPLETE);
        }
    }

    @Test
    void mails_that_only_late_rows_name_are_sealed_by_the_watch() throws Exception {
        try (Battlefield field = Battlefield.resource(
                "everything.yaml",
                yaml -> sending(yaml).replace("Mail.ReadBasic.All", "Mail.Read").replace("speed: 240", "speed: 60"),
                folder)) {
            IncidentId incident = field.respond().incident().id();

            CollectionEnded early =
                    collect(field, incident, Set.of(Log.AUDIT_LOG), 50).mails().getFirst();
            assertThat(early.outcome()).as(early.reason()).isEqualTo(CollectionOutcome.LATE);
            assertThat(early.reason()).contains("audit-log-search", "message-trace (not asked for)");
            assertThat(mails(field, incident)).isEmpty();

            look(field, "PT100M", "PT5M");

            assertThat(mails(field, incident)).hasSizeGreaterThanOrEqualTo(2);
            assertThat(sampled(field, incident).different()).isGreaterThanOrEqualTo(2);
            assertThat(sampled(field, incident).outcome()).isEqualTo(CollectionOutcome.LATE);
        }
    }

    @Test
    void a_process_that_dies_before_the_mails_has_them_sampled_by_the_watch() throws Exception {
        try (Battlefield field = Battlefield.resource(
                "everything.yaml", yaml -> sending(yaml).replace("Mail.ReadBasic.All", "Mail.Read"), folder)) {
            IncidentId incident = contained(field);
            assertThatThrownBy(() -> new CollectLogs(field.workspace(UnaryOperator.identity()))
                            .collect(
                                    incident.value(),
                                    request(Set.of(Log.AUDIT_LOG), 50),
                                    any -> SignIn.CERTIFICATE,
                                    new Dying()))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(mails(field, incident)).isEmpty();

            look(field, "PT65M", "PT5M");

            assertThat(mails(field, incident)).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    /** A process that is killed once a log has ended. */
    private static final class Dying implements CollectionListener {
        @Override
        public void reads(Collected source) {}

        @Override
        public void keeps(Collected source) {}

        @Override
        public void ended(Collected source) {
            throw new IllegalStateException("killed");
        }
    }

    private static void look(Battlefield field, String... pauses) throws InterruptedException {
        for (String pause : pauses) {
            field.advance(pause);
            field.watch();
        }
    }

    private static CollectionEnded sampled(Battlefield field, IncidentId incident) {
        return field.record(incident).state().chronicle().collections().stream()
                .filter(each -> each.source().equals("mail-samples"))
                .findFirst()
                .orElseThrow()
                .ended()
                .orElseThrow();
    }

    @Test
    void mails_that_may_not_be_read_are_said_to_be_so() throws Exception {
        try (Battlefield field =
                Battlefield.resource("everything.yaml", CollectJudgementsAndMailsTest::sending, folder)) {
            IncidentId incident = contained(field);

            CollectionEnded ended = collect(field, incident, Set.of(Log.AUDIT_LOG, Log.MESSAGE_TRACE), 50)
                    .mails()
                    .getFirst();

            assertThat(ended.outcome()).isEqualTo(CollectionOutcome.NOT_PERMITTED);
            assertThat(ended.reason()).contains("Mail.Read");
            assertThat(ended.rows()).isPositive();
            assertThat(mails(field, incident)).isEmpty();
        }
    }

    private static String sending(String yaml) {
        return yaml.replace("  plan:\n", "  plan:\n" + MAIL.formatted(1, 1, 1) + MAIL.formatted(2, 2, 2));
    }

    private static IncidentId contained(Battlefield field) throws InterruptedException {
        IncidentId incident = field.respond().incident().id();
        field.advance("PT3H");
        return incident;
    }

    private static CollectLogs.Collection collect(Battlefield field, IncidentId incident, Set<Log> logs, int mails)
            throws InterruptedException {
        return new CollectLogs(field.workspace(UnaryOperator.identity()))
                .collect(incident.value(), request(logs, mails), any -> SignIn.CERTIFICATE, CollectionListener.none());
    }

    private static CollectLogs.Request request(Set<Log> logs, int mails) {
        return new CollectLogs.Request(
                logs,
                Whose.ACCOUNT,
                Optional.empty(),
                Duration.ofMinutes(2),
                Optional.empty(),
                mails,
                Optional.empty());
    }

    private static Collected source(CollectLogs.Collection collection, CollectedLog log) {
        return collection.sources().stream()
                .filter(each -> each.source().log() == log)
                .findFirst()
                .orElseThrow();
    }

    private static CollectionOutcome outcome(Collected source) {
        return source.progress().ending().orElseThrow().outcome();
    }

    private static List<LogRecord> rows(Battlefield field, IncidentId incident, Log log) {
        List<LogRecord> rows = new ArrayList<>();
        field.store().records().visit(incident, kept -> rows.add(kept.record()));
        return rows.stream().filter(row -> row.log() == log).toList();
    }

    private static List<String> kinds(Battlefield field, IncidentId incident) {
        return field.store().vault().exhibits(incident).stream()
                .map(Exhibit::kind)
                .toList();
    }

    private static List<Exhibit> mails(Battlefield field, IncidentId incident) {
        return field.store().vault().exhibits(incident).stream()
                .filter(exhibit ->
                        exhibit.kind().equals("attacker-mail") || exhibit.kind().equals("mail-sample"))
                .toList();
    }
}
