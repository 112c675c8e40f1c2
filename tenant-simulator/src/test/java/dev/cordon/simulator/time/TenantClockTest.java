package dev.cordon.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TenantClockTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void runs_as_many_times_faster_as_it_is_told() {
        try (var clock = new TenantClock(START, 60, nanos::get)) {
            nanos.addAndGet(1_000_000_000L);
            assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
            clock.speed(1);
            nanos.addAndGet(1_000_000_000L);
            assertThat(clock.instant()).isEqualTo(START.plusSeconds(61));
        }
    }

    @Test
    void runs_what_falls_due_on_the_way_in_order_and_at_its_time() {
        var seen = new CopyOnWriteArrayList<Instant>();
        try (var clock = new TenantClock(START, 0, nanos::get)) {
            clock.at(START.plusSeconds(30), () -> seen.add(clock.instant()));
            clock.at(START.plusSeconds(10), () -> seen.add(clock.instant()));
            clock.at(START.plusSeconds(10), () -> clock.at(START.plusSeconds(20), () -> seen.add(clock.instant())));
            clock.at(START.plusSeconds(90), () -> seen.add(clock.instant()));
            clock.advance(Duration.ofMinutes(1));
            assertThat(seen).isEqualTo(List.of(START.plusSeconds(10), START.plusSeconds(20), START.plusSeconds(30)));
            assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
        }
    }

    @Test
    void goes_back_to_a_snapshot_with_what_was_still_to_come() {
        var seen = new CopyOnWriteArrayList<String>();
        try (var clock = new TenantClock(START, 0, nanos::get)) {
            clock.at(START.plusSeconds(10), () -> seen.add("once"));
            var snapshot = clock.snapshot();
            clock.advance(Duration.ofMinutes(1));
            clock.restore(snapshot);
            assertThat(clock.instant()).isEqualTo(START);
            clock.advance(Duration.ofMinutes(1));
            assertThat(seen).containsExactly("once", "once");
        }
    }

    @Test
    void rounds_wall_seconds_up() {
        try (var clock = new TenantClock(START, 60, nanos::get)) {
            assertThat(clock.wallSeconds(Duration.ofSeconds(61))).isEqualTo(2);
        }
    }

    @Test
    void refuses_to_go_back() {
        try (var clock = new TenantClock(START, 1, nanos::get)) {
            assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
