package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginClockTest extends ConnectedTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void waits_until_the_tenants_clock_has_moved_and_asks_no_bucket() throws InterruptedException {
        AtomicLong asked = new AtomicLong();
        microsoft.clock(() -> START.plusSeconds(9 * asked.getAndIncrement()));
        microsoft.answer(request -> Reply.json("{}"));

        Instant end = tenant.clock().await(Duration.ofSeconds(60));

        assertThat(end).isAfterOrEqualTo(START.plusSeconds(61));
        assertThat(microsoft.asked()).allMatch(each -> each.path().endsWith("/v2.0/.well-known/openid-configuration"));
        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofSeconds(5)) <= 0);
    }

    @Test
    void asks_again_when_an_answer_has_no_date() {
        AtomicLong asked = new AtomicLong();
        microsoft.clock(() -> START);
        microsoft.answer(request ->
                asked.getAndIncrement() == 0 ? Reply.json("{}").with("Date", "yesterday") : Reply.json("{}"));

        assertThat(tenant.clock().fetchNow()).isEqualTo(START);
    }
}
