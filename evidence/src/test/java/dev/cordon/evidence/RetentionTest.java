package dev.cordon.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
    @Test
    void what_nobody_chose_is_three_years_by_the_calendar() {
        assertThat(Retention.USUAL.until(Instant.parse("2028-02-29T12:00:00Z")))
                .isEqualTo(Instant.parse("2031-02-28T12:00:00Z"));
    }

    @Test
    void a_period_is_read_as_it_is_written() {
        for (String text : List.of("P3Y", "P18M", "P90D", "P1Y2M3D", "P0D")) {
            assertThat(Retention.parse(text).map(Retention::toString)).as(text).contains(text);
        }
        assertThat(Retention.parse("P2W")).contains(new Retention(Period.ofDays(14)));
    }

    @Test
    void what_is_no_period_or_would_never_or_at_once_end_is_none() {
        for (String text : List.of("", "3 years", "PT1H", "P-1D", "P1001Y", "P9999999999D", "P-0Y1M-1D")) {
            assertThat(Retention.parse(text)).as(text).isEmpty();
        }
    }
}
