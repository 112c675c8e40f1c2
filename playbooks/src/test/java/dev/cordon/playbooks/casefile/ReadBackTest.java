package dev.cordon.playbooks.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Bytes;
import dev.cordon.tenant.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadBackTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void returns_the_first_reading_in_which_the_change_shows() throws Exception {
        Deque<Reading<String>> answers = new ArrayDeque<>(List.of(
                reading("old", START), reading("new", START.plusSeconds(20)), reading("newer", START.plusSeconds(40))));
        assertThat(ReadBack.until(answers::pop, value -> value.startsWith("new")).value())
                .isEqualTo("new");
    }

    @Test
    void gives_up_after_two_minutes_of_tenant_time_and_returns_what_was_read() throws Exception {
        Deque<Reading<String>> answers = new ArrayDeque<>(
                List.of(reading("old", START), reading("still old", START.plus(Duration.ofMinutes(2)))));
        assertThat(ReadBack.until(answers::pop, "new"::equals).value()).isEqualTo("still old");
        assertThat(answers).isEmpty();
    }

    private static Reading<String> reading(String value, Instant date) {
        return Reading.of(
                value, new Answer("GET /", 200, Optional.empty(), date, "text/plain", Bytes.copyOf(new byte[0]), false));
    }
}
