package dev.cordon.investigation.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.investigation.records.LogRecord.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogReachTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant NINE = NOON.minus(Duration.ofHours(3));

    private static CollectedPart part(CollectedLog log, CollectionOutcome outcome, @Nullable Instant through) {
        return new CollectedPart(
                new CollectionSource(log, "anna"),
                NOON.minus(Duration.ofDays(7)),
                NOON,
                Optional.of(outcome),
                "",
                Optional.ofNullable(through),
                4);
    }

    @Test
    void it_reaches_only_as_far_as_the_part_that_reaches_least_far() {
        LogReach reach = LogReach.of(
                Log.SIGN_INS,
                List.of(
                        part(CollectedLog.SIGN_INS_INTERACTIVE, CollectionOutcome.COMPLETE, NOON),
                        part(CollectedLog.SIGN_INS_NON_INTERACTIVE, CollectionOutcome.LATE, NINE)));

        assertThat(reach).isInstanceOf(LogReach.Late.class);
        assertThat(reach.completeThrough()).contains(NINE);
    }

    @Test
    void a_part_of_which_nothing_was_ever_complete_leaves_no_moment_through_which_the_log_is() {
        CollectedPart refused = part(CollectedLog.SIGN_INS_NON_INTERACTIVE, CollectionOutcome.NOT_LICENSED, null);
        LogReach reach = LogReach.of(
                Log.SIGN_INS,
                List.of(part(CollectedLog.SIGN_INS_INTERACTIVE, CollectionOutcome.COMPLETE, NOON), refused));

        assertThat(reach.missing()).containsExactly(refused);
        assertThat(reach.completeThrough()).isEmpty();
        assertThat(reach.mayMissFrom()).contains(refused.from());
    }

    @Test
    void however_the_latest_round_ended_the_log_is_complete_through_the_time_that_was_known_before() {
        for (CollectionOutcome outcome : CollectionOutcome.values()) {
            LogReach reach = LogReach.of(Log.AUDIT_LOG, List.of(part(CollectedLog.AUDIT_LOG_QUERIES, outcome, NINE)));

            assertThat(reach.completeThrough()).as("%s", outcome).contains(NINE);
            assertThat(reach.mayMissFrom()).as("%s", outcome).contains(NINE);
        }
    }

    @Test
    void a_channel_that_was_refused_does_not_take_away_what_the_other_one_knows_to_be_complete() {
        LogReach reach = LogReach.of(
                Log.AUDIT_LOG,
                List.of(
                        part(CollectedLog.AUDIT_LOG_QUERIES, CollectionOutcome.NOT_PERMITTED, null),
                        part(CollectedLog.AUDIT_LOG_SEARCH, CollectionOutcome.CUT_OFF, NINE)));

        assertThat(reach.missing()).hasSize(2);
        assertThat(reach.completeThrough()).contains(NINE);
    }

    @Test
    void one_channel_to_the_audit_log_makes_up_for_the_other() {
        CollectedPart queries = part(CollectedLog.AUDIT_LOG_QUERIES, CollectionOutcome.NOT_PERMITTED, NINE);
        CollectedPart search = part(CollectedLog.AUDIT_LOG_SEARCH, CollectionOutcome.LATE, NINE);
        CollectedPart asked = part(CollectedLog.AUDIT_LOG_QUERIES, CollectionOutcome.COMPLETE, NOON);

        assertThat(LogReach.of(Log.AUDIT_LOG, List.of(queries, search))).isInstanceOf(LogReach.Late.class);
        assertThat(LogReach.of(Log.AUDIT_LOG, List.of(asked, search)))
                .isEqualTo(new LogReach.Complete(Optional.of(NOON)));
    }

    @Test
    void a_log_that_nobody_collected_reaches_nobody_can_say_how_far() {
        assertThat(LogReach.of(
                        Log.MESSAGE_TRACE,
                        List.of(part(CollectedLog.SIGN_INS_INTERACTIVE, CollectionOutcome.COMPLETE, NOON))))
                .isEqualTo(new LogReach.NotCollected());
    }
}
