package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Counts;
import dev.cordon.investigation.collection.Place;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuditQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectionAftermathTest {
    private static final Instant FROM = Instant.parse("2026-02-23T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private static Collected source(CollectedLog log, Instant from, Instant until, CollectionOutcome outcome) {
        var place = new Place.AuditSearch(AuditLogSearch.Position.start(AuditQuestion.everything(from, until)));
        var ending = new CollectionProgress.Ending(outcome, "", Optional.empty());
        return new Collected(
                new CollectionSource(log, "anna.berg@contoso.example"),
                new CollectionProgress(from, until, Optional.empty(), 1, until, place, Optional.of(ending)),
                Counts.NONE);
    }

    private static Collected queries(CollectionOutcome outcome) {
        return source(CollectedLog.AUDIT_LOG_QUERIES, FROM, UNTIL, outcome);
    }

    private static Collected search(Instant from, Instant until) {
        return source(CollectedLog.AUDIT_LOG_SEARCH, from, until, CollectionOutcome.COMPLETE);
    }

    @Test
    void a_search_stands_for_the_queries_only_where_it_asked_for_all_of_their_time() {
        Collected queries = queries(CollectionOutcome.CUT_OFF);

        assertThat(CollectionAftermath.missing(List.of(queries, search(FROM, UNTIL))))
                .isEmpty();
        assertThat(CollectionAftermath.missing(List.of(queries, search(FROM, UNTIL.minusSeconds(1)))))
                .containsExactly(queries);
        assertThat(CollectionAftermath.missing(List.of(queries, search(FROM.plusSeconds(1), UNTIL))))
                .containsExactly(queries);
    }

    @Test
    void a_log_that_nobody_asked_for_is_known() {
        assertThat(CollectionAftermath.notAsked(List.of(queries(CollectionOutcome.COMPLETE))))
                .contains(LogRecord.Log.SIGN_INS, LogRecord.Log.MESSAGE_TRACE, LogRecord.Log.DIRECTORY_AUDIT)
                .doesNotContain(LogRecord.Log.AUDIT_LOG);
    }

    @Test
    void a_source_is_short_where_it_begins_behind_the_attack_and_older_rows_are_kept() {
        Collected source = queries(CollectionOutcome.COMPLETE);

        assertThat(CollectionAftermath.isShort(source, Optional.of(FROM.plus(DAY))))
                .isFalse();
        assertThat(CollectionAftermath.isShort(source, Optional.of(FROM.minus(DAY))))
                .isTrue();
        assertThat(CollectionAftermath.isShort(source, Optional.empty())).isTrue();
        Instant oldest = CollectedLog.AUDIT_LOG_QUERIES.oldest(UNTIL);
        assertThat(CollectionAftermath.isShort(
                        source(CollectedLog.AUDIT_LOG_QUERIES, oldest, UNTIL, CollectionOutcome.COMPLETE),
                        Optional.of(oldest.minus(DAY))))
                .isFalse();
    }
}
