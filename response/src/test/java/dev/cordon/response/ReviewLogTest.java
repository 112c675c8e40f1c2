package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.InMemoryRunJournal;
import dev.cordon.procedure.journal.ReviewEntry;
import dev.cordon.response.ReviewLog.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReviewLogTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private final InMemoryRunJournal journal = new InMemoryRunJournal(() -> MONDAY);

    private void review(Instant at, String score, String... clicks) {
        review(at, score, Optional.empty(), clicks);
    }

    private void review(Instant at, String score, Optional<String> clicksNotRead, String... clicks) {
        journal.append(
                new IncidentId("REV-20260302-K7QF"),
                at,
                Actor.CORDON,
                new ReviewEntry.ReviewMade(
                        "contoso",
                        at.minus(Duration.ofDays(7)),
                        at,
                        List.of(new ReviewEntry.Source(
                                "safe-links", at.minus(Duration.ofDays(7)), Optional.empty(), 0, clicksNotRead)),
                        List.of(clicks).stream().map(ReviewLogTest::click).toList(),
                        Map.of("secureScore", score),
                        Map.of()));
    }

    private static ReviewEntry.Told click(String id) {
        return click(id, "c");
    }

    private static ReviewEntry.Told click(String id, String... rows) {
        return new ReviewEntry.Told(
                id,
                "phishing-click",
                "https://evil.example/",
                "active",
                List.of(rows),
                0,
                "",
                "",
                MONDAY,
                Verdict.REVIEW,
                "confirmed",
                List.of(new ReviewEntry.Why("clicked", "Somebody clicked.", Optional.empty())));
    }

    private ReviewLog log() {
        return ReviewLog.of(ReviewMemory.of(journal, "contoso", _ -> false), List.of());
    }

    @Test
    void the_last_review_of_a_week_is_its_row_and_what_was_not_read_has_no_figure() {
        review(MONDAY, "40.0");
        review(MONDAY.plusSeconds(3600), "41.0", Optional.of("Not licensed."));
        review(MONDAY.plus(Duration.ofDays(35)), "45.0");

        assertThat(log().weeks()).extracting(ReviewLog.Week::name).containsExactly("2026-W10", "2026-W15");
        assertThat(log().weeks().getFirst().figures().of(WeekFigures.Figure.SECURE_SCORE))
                .contains("41.0");
        assertThat(log().weeks().getFirst().figures().of(WeekFigures.Figure.PHISHING_LINKS))
                .isEmpty();
        assertThat(log().weeks().getFirst().notRead()).containsExactly("safe-links");
        assertThat(log().quarters()).extracting(ReviewLog.Quarter::name).containsExactly("2026-Q1", "2026-Q2");
        assertThat(log().quarters().getFirst().scoreFirst()).contains("40.0");
    }

    @Test
    void small_numbers_are_called_more_only_where_chance_hardly_brings_them() {
        review(MONDAY, "40.0", "F-AAAAAAAA");
        assertThat(log().expected()).extracting(ReviewLog.Frequency::standing).containsOnly(Standing.AS_EXPECTED);

        review(
                MONDAY.plusSeconds(60),
                "40.0",
                IntStream.range(0, 8).mapToObj(n -> "F-" + n).toArray(String[]::new));
        assertThat(log().expected())
                .filteredOn(each -> each.what().equals("phishing-click"))
                .extracting(ReviewLog.Frequency::seen, ReviewLog.Frequency::standing)
                .containsExactly(tuple(9, Standing.MORE));
    }

    @Test
    void none_seen_where_nobody_looked_is_not_called_fewer() {
        for (int week = 0; week < 52; week++) {
            review(MONDAY.plus(Duration.ofDays(7L * week)), "40.0", Optional.of("Not licensed."));
        }

        assertThat(log().expected())
                .filteredOn(each -> each.what().startsWith("phishing"))
                .extracting(ReviewLog.Frequency::share, ReviewLog.Frequency::standing)
                .containsOnly(tuple(0.0, Standing.UNKNOWN));
    }

    @Test
    void weeks_in_which_clicks_were_not_read_do_not_count_as_looked_at() {
        for (int week = 0; week < 52; week++) {
            Instant at = MONDAY.plus(Duration.ofDays(7L * week));
            review(at, "40.0", week < 26 ? Optional.empty() : Optional.of("No role."));
            review(at.plusSeconds(60), "40.0", week < 26 ? Optional.empty() : Optional.of("No role."));
        }

        assertThat(log().expected())
                .filteredOn(each -> each.what().equals("phishing-click"))
                .extracting(each -> Math.round(each.share() * 365))
                .containsExactly(26L * 7);
    }

    private void dismissed(Instant at, String click) {
        journal.append(
                new IncidentId("REV-20260302-K7QF"),
                at,
                Actor.CORDON,
                new ReviewEntry.FindingDismissed("contoso", click(click), "An exercise."));
    }

    @Test
    void what_was_dismissed_is_not_told_again_and_was_no_click() {
        review(MONDAY, "40.0", "F-AAAAAAAA", "F-BBBBBBBB");
        dismissed(MONDAY.plusSeconds(60), "F-AAAAAAAA");
        review(MONDAY.plus(Duration.ofDays(7)), "40.0", "F-AAAAAAAA", "F-BBBBBBBB");

        assertThat(log().weeks()).extracting(ReviewLog.Week::told).containsExactly(2, 1);
        assertThat(log().quarters()).extracting(ReviewLog.Quarter::told).containsExactly(2);
        assertThat(log().expected())
                .filteredOn(each -> each.what().startsWith("phishing"))
                .extracting(ReviewLog.Frequency::seen)
                .containsExactly(1, 1);
    }

    @Test
    void what_changed_since_it_was_dismissed_is_told_again() {
        review(MONDAY, "40.0", "F-AAAAAAAA");
        dismissed(MONDAY.plusSeconds(60), "F-AAAAAAAA");
        journal.append(
                new IncidentId("REV-20260302-K7QF"),
                MONDAY.plus(Duration.ofDays(7)),
                Actor.CORDON,
                new ReviewEntry.ReviewMade(
                        "contoso",
                        MONDAY,
                        MONDAY.plus(Duration.ofDays(7)),
                        List.of(),
                        List.of(click("F-AAAAAAAA", "c", "d")),
                        Map.of(),
                        Map.of()));

        assertThat(log().weeks()).extracting(ReviewLog.Week::told).containsExactly(1, 1);
        assertThat(log().expected())
                .filteredOn(each -> each.what().equals("phishing-click"))
                .extracting(ReviewLog.Frequency::seen)
                .containsExactly(1);
    }

    @Test
    void a_quarter_has_as_many_weeks_as_thursdays() {
        Instant monday = Instant.parse("2025-12-29T08:00:00Z");
        for (int week = 0; week < 54; week++) {
            review(monday.plus(Duration.ofDays(7L * week)), "40.0");
        }

        assertThat(log().quarters())
                .extracting(ReviewLog.Quarter::name, ReviewLog.Quarter::weeks, ReviewLog.Quarter::ofWeeks)
                .containsExactly(
                        tuple("2026-Q1", 13, 13),
                        tuple("2026-Q2", 13, 13),
                        tuple("2026-Q3", 13, 13),
                        tuple("2026-Q4", 14, 14),
                        tuple("2027-Q1", 1, 12));
    }

    @Test
    void without_a_review_nothing_is_compared() {
        assertThat(log()).isEqualTo(new ReviewLog(List.of(), List.of(), List.of()));
    }
}
