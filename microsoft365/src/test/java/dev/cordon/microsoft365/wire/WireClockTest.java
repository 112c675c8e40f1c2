package dev.cordon.microsoft365.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.ClockReading;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WireClockTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private static final Instant WALL = Instant.parse("2026-11-29T12:00:00Z");

    private final AtomicLong wall = new AtomicLong();
    private final WireClock clock = new WireClock(wall::get, () -> WALL.plusNanos(wall.get()));

    /** Answers of a tenant that runs at {@code speed}, their dates cut to the second. */
    @Property
    void is_never_ahead_of_the_tenant_and_never_thinks_it_faster_than_it_is(
            @ForAll @IntRange(min = 1, max = 120) int speed,
            @ForAll @IntRange(max = 999) int milliseconds,
            @ForAll @IntRange(min = 1, max = 5000) int step) {
        AtomicLong time = new AtomicLong();
        WireClock learning = new WireClock(time::get, () -> WALL);
        for (int answer = 0; answer < 20; answer++) {
            long wallMillis = (long) answer * step;
            time.set(wallMillis * 1_000_000);
            Instant tenant = START.plusMillis(milliseconds + wallMillis * speed);
            learning.observe(Instant.ofEpochSecond(tenant.getEpochSecond()), time.get());

            assertThat(learning.now()).isNotNull().isBeforeOrEqualTo(tenant);
            assertThat(learning.speed()).isBetween(1.0, (double) speed);
        }
    }

    @Test
    void an_answer_that_comes_late_does_not_turn_it_back() {
        clock.observe(START.plusSeconds(10), wall.get());
        clock.observe(START, wall.get());

        assertThat(clock.now()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void knows_nothing_before_the_first_answer() {
        assertThat(clock.now()).isNull();
        assertThat(clock.speed()).isEqualTo(1);
    }

    @Test
    void the_reading_that_is_kept_is_the_one_of_the_shortest_round_trip() {
        wall.set(5_000_000_000L);
        clock.observe(START, 3_000_000_000L);
        clock.observe(START.plusSeconds(1), 4_900_000_000L);
        clock.observe(START.plusSeconds(2), 4_000_000_000L);

        assertThat(clock.closest())
                .isEqualTo(new ClockReading(START.plusSeconds(1), WALL.plusMillis(4900), WALL.plusSeconds(5)));
    }
}
