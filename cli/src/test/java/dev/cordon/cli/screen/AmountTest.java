package dev.cordon.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import org.junit.jupiter.api.Test;

class AmountTest {
    @Test
    void one_thing_is_no_plural() {
        assertThat(Amount.of(0, "exhibit", "exhibits")).isEqualTo("0 exhibits");
        assertThat(Amount.of(1, "exhibit", "exhibits")).isEqualTo("1 exhibit");
        assertThat(Amount.of(2, "journal entry", "journal entries")).isEqualTo("2 journal entries");
    }

    @Test
    void a_length_of_time_is_said_as_people_say_it() {
        assertThat(Amount.of(Period.parse("P3Y"))).isEqualTo("three years");
        assertThat(Amount.of(Period.parse("P18M"))).isEqualTo("18 months");
        assertThat(Amount.of(Period.parse("P1Y1M90D"))).isEqualTo("one year and one month and 90 days");
        assertThat(Amount.of(Period.parse("P0D"))).isEqualTo("no time");
    }
}
