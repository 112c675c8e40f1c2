package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Counts;
import dev.cordon.investigation.collection.Place;
import dev.cordon.tenant.AuditLogQueries;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuditQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwaitedLogsTest {
    private static final Instant FROM = Instant.parse("2026-02-23T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-02T08:00:00Z");

    private static Collected source(CollectedLog log, CollectionOutcome outcome, Optional<Instant> againAt) {
        var place = new Place.AuditSearch(AuditLogSearch.Position.start(AuditQuestion.everything(FROM, UNTIL)));
        var ending = new CollectionProgress.Ending(outcome, "", againAt);
        return new Collected(
                new CollectionSource(log, "anna"),
                new CollectionProgress(FROM, UNTIL, Optional.empty(), 1, UNTIL, place, Optional.of(ending)),
                Counts.NONE);
    }

    @Test
    void what_is_late_not_read_or_not_asked_for_is_awaited_and_what_another_channel_brings_is_not() {
        Collected refused = source(CollectedLog.AUDIT_LOG_QUERIES, CollectionOutcome.NOT_PERMITTED, Optional.empty());
        Collected late = source(CollectedLog.AUDIT_LOG_SEARCH, CollectionOutcome.LATE, Optional.of(UNTIL));

        AwaitedLogs awaited = AwaitedLogs.of(new KnownCollections(List.of(refused, late), List.of()));

        assertThat(awaited.logs()).containsExactly("audit-log-search anna (late)", "message-trace (not asked for)");
        assertThat(awaited.againAt()).contains(UNTIL);
        assertThat(awaited.sentence()).contains("audit-log-search anna (late)");
    }

    @Test
    void nothing_is_awaited_once_both_logs_are_complete() {
        AwaitedLogs awaited = AwaitedLogs.of(new KnownCollections(
                List.of(
                        source(CollectedLog.AUDIT_LOG_QUERIES, CollectionOutcome.CUT_OFF, Optional.of(UNTIL)),
                        source(CollectedLog.AUDIT_LOG_SEARCH, CollectionOutcome.COMPLETE, Optional.empty()),
                        source(CollectedLog.MESSAGE_TRACE_SENT, CollectionOutcome.COMPLETE, Optional.empty()),
                        source(CollectedLog.SIGN_INS_INTERACTIVE, CollectionOutcome.LATE, Optional.of(UNTIL))),
                List.of()));

        assertThat(awaited.logs()).isEmpty();
        assertThat(awaited.sentence()).isEmpty();
    }

    @Test
    void what_cannot_be_gone_on_with_is_awaited_named_and_no_success() {
        String source = "audit-log-search anna";

        assertThat(AwaitedLogs.of(new KnownCollections(List.of(), List.of(source)))
                        .logs())
                .containsExactlyInAnyOrder(source + " (its place cannot be read)", "message-trace (not asked for)");
        var pass = new CollectLogs.Collection(
                new IncidentId("INC-20260302-K7QF"),
                List.of(),
                List.of(source(CollectedLog.MESSAGE_TRACE_SENT, CollectionOutcome.COMPLETE, Optional.empty())),
                List.of(source),
                List.of(),
                false);
        assertThat(pass.isWhole()).isFalse();
        assertThat(CollectionSummary.of(pass, UNTIL))
                .startsWith("No log was due. Not gone on with")
                .contains(source);
    }

    @Test
    void a_pass_over_nothing_is_no_pass_in_which_nothing_was_due() {
        var none = new CollectLogs.Collection(
                new IncidentId("INC-20260302-K7QF"), List.of(), List.of(), List.of(), List.of(), false);

        assertThat(CollectionSummary.of(none, UNTIL))
                .startsWith("No log was begun: cordon incident collect INC-20260302-K7QF");
    }

    private static Collected running(Instant begunAt, Optional<Instant> againAt) {
        var query = new AuditLogQueries.Progress.Asked(new AuditLogQueries.Query("query-1", false), 0);
        var place = new Place.AuditQueries(new AuditLogQueries.Position(AuditQuestion.everything(FROM, UNTIL), query));
        var ending = new CollectionProgress.Ending(CollectionOutcome.STILL_RUNNING, "", againAt);
        return new Collected(
                new CollectionSource(CollectedLog.AUDIT_LOG_QUERIES, "anna"),
                new CollectionProgress(FROM, UNTIL, Optional.empty(), 1, begunAt, place, Optional.of(ending)),
                Counts.NONE);
    }

    private static CollectLogs.Collection pass(Collected... sources) {
        return new CollectLogs.Collection(
                new IncidentId("INC-20260302-K7QF"), List.of(sources), List.of(sources), List.of(), List.of(), false);
    }

    private static Watch.Found found(CollectLogs.Collection pass, Instant now) {
        return Watch.Found.collected(pass, IncidentState.WATCHING, CollectionSummary.of(pass, now), now);
    }

    @Test
    void a_pass_that_only_waits_for_microsoft_is_pending_until_it_is_overdue() {
        Instant again = UNTIL.plusSeconds(900);
        CollectLogs.Collection pass = pass(running(UNTIL, Optional.of(again)));
        Watch.Found waiting = found(pass, UNTIL.plus(Duration.ofHours(6)).minusSeconds(1));

        assertThat(waiting.pending()).isTrue();
        assertThat(waiting.clean()).isFalse();
        assertThat(waiting.awaited())
                .containsExactly(new AwaitedQuery(
                        new CollectionSource(CollectedLog.AUDIT_LOG_QUERIES, "anna"), UNTIL, again, true));
        assertThat(waiting.collected().orElseThrow())
                .endsWith("Microsoft is still working at audit-log-queries anna, asked at 2026-03-02T08:00:00Z; asked"
                        + " again at 2026-03-02T08:15:00Z.");

        Watch.Found overdue = found(pass, UNTIL.plus(Duration.ofHours(6)));
        assertThat(overdue.pending()).isFalse();
        assertThat(overdue.awaited()).isEmpty();
        assertThat(overdue.collected().orElseThrow())
                .contains("OVERDUE: Microsoft has been at audit-log-queries anna since 2026-03-02T08:00:00Z");
        assertThat(found(pass(running(UNTIL, Optional.empty())), UNTIL).pending())
                .as("nobody asks again")
                .isFalse();
    }

    @Test
    void a_pass_in_which_something_failed_or_was_refused_is_not_pending_whatever_else_is_awaited() {
        Collected waiting = running(UNTIL, Optional.of(UNTIL.plusSeconds(900)));
        Collected cutOff = source(CollectedLog.SIGN_INS_INTERACTIVE, CollectionOutcome.CUT_OFF, Optional.of(UNTIL));
        Collected refused = source(CollectedLog.MESSAGE_TRACE_SENT, CollectionOutcome.NOT_PERMITTED, Optional.empty());
        Collected late = source(CollectedLog.SIGN_INS_INTERACTIVE, CollectionOutcome.LATE, Optional.of(UNTIL));

        assertThat(found(pass(waiting, cutOff), UNTIL).pending()).isFalse();
        assertThat(found(pass(waiting, refused), UNTIL).pending()).isFalse();
        assertThat(found(pass(waiting, late), UNTIL).pending()).isTrue();
        assertThat(found(pass(late), UNTIL).pending()).isFalse();
        assertThat(found(pass(late), UNTIL).clean()).isTrue();
        var unread = new CollectLogs.Collection(
                new IncidentId("INC-20260302-K7QF"),
                List.of(waiting),
                List.of(waiting),
                List.of("sign-ins-interactive anna"),
                List.of(),
                false);
        assertThat(found(unread, UNTIL).pending()).isFalse();
    }

    @Test
    void a_query_that_microsoft_has_not_taken_yet_is_not_said_to_be_worked_at() {
        var place = new Place.AuditQueries(AuditLogQueries.Position.start(AuditQuestion.everything(FROM, UNTIL)));
        var ending =
                new CollectionProgress.Ending(CollectionOutcome.STILL_RUNNING, "", Optional.of(UNTIL.plusSeconds(120)));
        var full = new Collected(
                new CollectionSource(CollectedLog.AUDIT_LOG_QUERIES, "anna"),
                new CollectionProgress(FROM, UNTIL, Optional.empty(), 1, UNTIL, place, Optional.of(ending)),
                Counts.NONE);

        assertThat(AwaitedQuery.of(full).inWords())
                .isEqualTo("Microsoft has not taken the query for audit-log-queries anna yet (it works at ten at once),"
                        + " first asked at 2026-03-02T08:00:00Z; asked again at 2026-03-02T08:02:00Z.");
    }
}
