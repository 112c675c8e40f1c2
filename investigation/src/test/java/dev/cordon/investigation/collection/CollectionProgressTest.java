package dev.cordon.investigation.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.investigation.collection.CollectionProgress.Ending;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectionProgressTest {
    private static final CollectedLog LOG = CollectedLog.AUDIT_LOG_SEARCH;
    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CollectionEnd COMPLETE = new CollectionEnd.Complete();

    private static CollectionProgress first() {
        return CollectionProgress.first(FROM, NOW, NOW, Places.search());
    }

    private static Place read(CollectionProgress progress) {
        var position = ((Place.AuditSearch) progress.place()).position();
        return new Place.AuditSearch(new AuditLogSearch.Position(position.question(), List.of(), List.of()));
    }

    private static Ending ending(CollectionProgress progress) {
        return progress.ending().orElseThrow();
    }

    @Test
    void what_was_read_to_its_end_is_late_while_the_log_may_still_bring_rows_and_is_asked_again() {
        CollectionProgress progress = first();

        CollectionProgress ended = progress.at(read(progress)).ended(LOG, COMPLETE, NOW.plusSeconds(60));

        assertThat(ending(ended).outcome()).isEqualTo(CollectionOutcome.LATE);
        assertThat(ending(ended).againAt()).contains(NOW.plus(Duration.ofMinutes(90)));
        assertThat(ended.through()).contains(NOW.minus(Duration.ofHours(24)));
        assertThat(ended.isUnfinished()).isFalse();
    }

    @Test
    void a_later_round_asks_from_before_what_was_complete_and_is_complete_only_behind_the_longest_delay() {
        CollectionProgress late = first().at(read(first())).ended(LOG, COMPLETE, NOW);
        Instant usual = NOW.plus(Duration.ofMinutes(90));
        CollectionProgress second = late.next(LOG, NOW, usual);

        assertThat(second.round()).isEqualTo(2);
        assertThat(question(second).from())
                .isEqualTo(NOW.minus(Duration.ofHours(24)).minus(CollectionProgress.OVERLAP));
        assertThat(question(second).until()).isEqualTo(NOW);

        CollectionProgress stillLate = second.at(read(second)).ended(LOG, COMPLETE, usual);
        assertThat(ending(stillLate).outcome()).isEqualTo(CollectionOutcome.LATE);
        assertThat(ending(stillLate).againAt()).contains(NOW.plus(Duration.ofHours(24)));

        CollectionProgress third = stillLate.next(LOG, NOW, NOW.plus(Duration.ofHours(24)));
        CollectionProgress complete = third.at(read(third)).ended(LOG, COMPLETE, NOW.plus(Duration.ofHours(25)));
        assertThat(ending(complete)).isEqualTo(new Ending(CollectionOutcome.COMPLETE, "", Optional.empty()));
        assertThat(complete.through()).contains(NOW);
    }

    private static dev.cordon.tenant.AuditQuestion question(CollectionProgress progress) {
        return ((Place.AuditSearch) progress.place()).position().question();
    }

    @Test
    void a_log_of_which_nothing_is_old_enough_is_complete_through_no_moment() {
        CollectionProgress progress = CollectionProgress.first(NOW.minusSeconds(3600), NOW, NOW, Places.search());

        assertThat(progress.at(read(progress)).ended(LOG, COMPLETE, NOW).through())
                .isEmpty();
    }

    @Test
    void what_broke_off_in_the_middle_is_unfinished_and_what_lacks_rows_at_its_end_is_asked_again_whole() {
        CollectionEnd cut = new CollectionEnd.CutOff("It broke off.");

        CollectionProgress middle = first().ended(LOG, cut, NOW);
        CollectionProgress end = first().at(read(first())).ended(LOG, cut, NOW);

        assertThat(middle.isUnfinished()).isTrue();
        assertThat(ending(middle).againAt()).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(end.isUnfinished()).isFalse();
        assertThat(end.through()).isEmpty();
        assertThat(question(end.next(LOG, NOW, NOW)).from()).isEqualTo(FROM);
    }

    @Test
    void what_is_asked_again_soon_loses_nothing_at_the_edge_of_what_is_kept() {
        CollectedLog log = CollectedLog.SIGN_INS_INTERACTIVE;
        Instant oldest = log.oldest(NOW);
        CollectionProgress refused = CollectionProgress.first(oldest, NOW, NOW, Places.search())
                .notAsked(CollectionOutcome.CUT_OFF, "not known");

        assertThat(question(refused.next(log, NOW.plusSeconds(600), NOW.plusSeconds(600)))
                        .from())
                .isEqualTo(oldest);
    }

    @Test
    void what_was_deleted_before_it_was_asked_for_is_not_asked_for_and_not_said_to_be_read() {
        Instant late = FROM.plus(CollectedLog.SIGN_INS_INTERACTIVE.kept()).plus(Duration.ofDays(10));
        CollectionProgress next = first().next(CollectedLog.SIGN_INS_INTERACTIVE, late, late);
        Instant oldest = FROM.plus(Duration.ofDays(10)).plus(Duration.ofHours(1));

        assertThat(question(next).from()).isEqualTo(oldest);

        CollectionProgress ended = next.at(read(next)).ended(CollectedLog.SIGN_INS_INTERACTIVE, COMPLETE, late);
        assertThat(ending(ended).outcome()).isEqualTo(CollectionOutcome.CUT_OFF);
        assertThat(ending(ended).reason()).contains("Rows from " + FROM + " to " + oldest + " had been deleted");
        assertThat(ending(ended).againAt()).isPresent();
        assertThat(ended.from()).isEqualTo(oldest);

        Instant later = late.plus(Duration.ofHours(2));
        CollectionProgress again = ended.next(CollectedLog.SIGN_INS_INTERACTIVE, late, later);
        assertThat(ending(again.at(read(again)).ended(CollectedLog.SIGN_INS_INTERACTIVE, COMPLETE, later))
                        .outcome())
                .isEqualTo(CollectionOutcome.COMPLETE);
    }

    @Test
    void of_a_round_for_which_nothing_is_left_the_time_until_now_is_asked() {
        Instant later = NOW.plus(LOG.kept()).plus(Duration.ofDays(1));

        CollectionProgress next = first().next(LOG, NOW, later);

        assertThat(question(next).from()).isEqualTo(LOG.oldest(later));
        assertThat(next.until()).isEqualTo(later);
    }

    @Test
    void where_rows_are_kept_for_a_week_only_nothing_older_is_said_to_be_read() {
        CollectedLog audits = CollectedLog.DIRECTORY_AUDITS_ACTOR;

        CollectionProgress ended = first().at(read(first())).ended(audits, audits.keptWithoutPremium(), COMPLETE, NOW);

        assertThat(ending(ended).outcome()).isEqualTo(CollectionOutcome.CUT_OFF);
        assertThat(ended.from()).isEqualTo(NOW.minus(Duration.ofDays(7)));
    }

    @Test
    void an_earlier_beginning_is_asked_for_whole() {
        CollectionProgress read = first().at(read(first())).ended(LOG, COMPLETE, NOW);
        Instant earlier = FROM.minus(Duration.ofDays(3));

        CollectionProgress next = read.reachingBack(earlier).next(LOG, NOW, NOW);

        assertThat(next.from()).isEqualTo(earlier);
        assertThat(question(next).from()).isEqualTo(earlier);
        assertThat(next.through()).isEmpty();
        assertThat(read.reachingBack(FROM.plusSeconds(1))).isSameAs(read);
    }

    @Test
    void what_does_not_work_is_tried_more_and_more_seldom_and_after_a_week_left_to_people() {
        CollectionEnd cut = new CollectionEnd.CutOff("It broke off.");
        CollectionEnd running = new CollectionEnd.StillRunning(Duration.ofSeconds(30));

        assertThat(pause(cut, Duration.ofHours(5))).contains(Duration.ofHours(5));
        assertThat(pause(cut, Duration.ofDays(3))).contains(Duration.ofDays(1));
        assertThat(pause(cut, Duration.ofDays(7))).isEmpty();
        assertThat(pause(running, Duration.ofHours(8))).contains(Duration.ofHours(1));
        assertThat(pause(running, Duration.ofDays(7))).isEmpty();
    }

    private static Optional<Duration> pause(CollectionEnd end, Duration since) {
        Instant now = NOW.plus(since);
        return ending(first().ended(LOG, end, now)).againAt().map(again -> Duration.between(now, again));
    }

    @Test
    void a_refusal_is_told_and_not_asked_again_by_itself() {
        var failure = new Failure(
                Failure.Reason.MISSING_ROLE,
                "Search",
                403,
                "",
                "",
                "",
                "A role is missing.",
                "Grant View-Only Audit Logs.");

        CollectionProgress refused = first().ended(LOG, new CollectionEnd.NotPermitted(failure), NOW);

        assertThat(ending(refused))
                .isEqualTo(new Ending(
                        CollectionOutcome.NOT_PERMITTED,
                        "A role is missing. Grant View-Only Audit Logs.",
                        Optional.empty()));
    }

    @Test
    void what_microsoft_still_works_on_is_asked_again_soon() {
        CollectionProgress running = first().ended(LOG, new CollectionEnd.StillRunning(Duration.ofSeconds(30)), NOW);

        assertThat(ending(running).outcome()).isEqualTo(CollectionOutcome.STILL_RUNNING);
        assertThat(ending(running).againAt()).contains(NOW.plus(Duration.ofMinutes(2)));
        assertThat(running.isUnfinished()).isTrue();
    }

    @Test
    void what_is_asked_of_microsoft_a_day_later_is_looked_for_as_soon_as_what_was_asked_at_once() {
        Instant later = NOW.plus(Duration.ofDays(2));
        CollectionProgress second =
                first().at(read(first())).ended(LOG, COMPLETE, NOW).next(LOG, NOW, later);

        CollectionProgress running = second.ended(LOG, new CollectionEnd.StillRunning(Duration.ofSeconds(30)), later);

        assertThat(ending(running).againAt()).contains(later.plus(Duration.ofMinutes(2)));
    }

    @Test
    void a_source_is_known_by_its_text() {
        for (CollectedLog log : CollectedLog.values()) {
            var source = new CollectionSource(log, "from 203.0.113.9, 2001:db8::1");
            assertThat(CollectionSource.parse(source.toString())).isEqualTo(source);
        }
    }
}
