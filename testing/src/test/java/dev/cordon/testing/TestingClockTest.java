package dev.cordon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestingClockTest {
    private final TestingClock clock = new TestingClock();

    @Test
    void stands_still_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo(TestingClock.MONDAY_MORNING);
        assertThat(clock.advance(Duration.ofMinutes(5)))
                .isEqualTo(clock.instant())
                .isEqualTo("2026-03-02T08:05:00Z");
    }

    @Test
    void goes_back_only_when_it_is_set() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).hasMessageContaining("use set");
        clock.set(TestingClock.MONDAY_MORNING.minusSeconds(1));
        assertThat(clock.instant()).isEqualTo("2026-03-02T07:59:59Z");
    }

    @Test
    void counted_ids_are_the_same_in_every_run() {
        var ids = new CountedIds("incident");
        assertThat(ids.get()).isEqualTo("incident-1");
        assertThat(ids.get()).isEqualTo("incident-2");
        assertThat(ids.uuid()).hasToString("00000000-0000-4000-8000-000000000003");
    }
}
