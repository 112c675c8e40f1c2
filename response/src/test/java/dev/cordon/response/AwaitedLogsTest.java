package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Counts;
import dev.cordon.investigation.collection.Place;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuditQuestion;
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
        assertThat(CollectionSummary.of(pass))
                .startsWith("No log was due. Not gone on with")
                .contains(source);
    }

    @Test
    void a_pass_over_nothing_is_no_pass_in_which_nothing_was_due() {
        var none = new CollectLogs.Collection(
                new IncidentId("INC-20260302-K7QF"), List.of(), List.of(), List.of(), List.of(), false);

        assertThat(CollectionSummary.of(none))
                .startsWith("No log was begun: cordon incident collect INC-20260302-K7QF");
    }
}
