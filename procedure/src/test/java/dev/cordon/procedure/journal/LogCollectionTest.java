package dev.cordon.procedure.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.CollectionOutcome;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogCollectionTest {
    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-02T08:00:00Z");

    private static LogCollection ended(int round) {
        return began(round)
                .ended(new CaseEntry.CollectionEnded(
                        "alerts",
                        "anna",
                        round,
                        FROM,
                        UNTIL,
                        Optional.empty(),
                        0,
                        0,
                        0,
                        CollectionOutcome.COMPLETE,
                        "",
                        Optional.empty()));
    }

    private static LogCollection began(int round) {
        return new LogCollection("alerts", "anna", round, FROM, UNTIL, Optional.empty());
    }

    private static LogCollection next(LogCollection known, int round) {
        return known.began(new CaseEntry.CollectionBegan("alerts", "anna", round, FROM, UNTIL));
    }

    @Test
    void the_end_of_an_earlier_round_stands_while_the_next_is_read() {
        LogCollection second = next(ended(1), 2);

        assertThat(second.isEnded()).isFalse();
        assertThat(second.ended()).isPresent();
    }

    @Test
    void a_round_that_is_begun_again_has_not_ended_by_the_end_of_what_was_left() {
        assertThat(next(ended(1), 1).isEnded()).isFalse();
        assertThat(next(ended(3), 1).isEnded()).isFalse();
    }
}
