package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginClockTest extends ConnectedTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final AtomicLong nanoTime = new AtomicLong();

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

    @Test
    void a_second_that_is_over_is_not_waited_for() throws InterruptedException {
        microsoft.clock(() -> START);
        microsoft.answer(request -> Reply.json("{}"));

        tenant.clock().awaitSecondAfter(START.minusMillis(1));

        assertThat(pauses).isEmpty();
    }

    @Test
    void a_later_second_is_waited_for_by_what_is_known_of_the_tenants_clock() throws Exception {
        microsoft.clock(() -> START);
        microsoft.answer(request -> Reply.json("{}"));
        try (Tenant onOwnTime = onOwnTime()) {
            onOwnTime.clock().fetchNow();

            onOwnTime.clock().awaitSecondAfter(START.plusMillis(900));

            assertThat(Duration.ofNanos(nanoTime.get())).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1001));
            assertThat(microsoft.asked()).hasSize(1);
        }
    }

    @Test
    void a_moment_far_ahead_is_not_waited_for_without_end() throws Exception {
        microsoft.clock(() -> START);
        microsoft.answer(request -> Reply.json("{}"));
        try (Tenant onOwnTime = onOwnTime()) {
            onOwnTime.clock().awaitSecondAfter(START.plusSeconds(86_400));

            assertThat(Duration.ofNanos(nanoTime.get())).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2001));
        }
    }

    /** The same tenant, on a clock that moves only when somebody waits. */
    private Tenant onOwnTime() throws IOException {
        return new Microsoft365Connector(
                        words -> {},
                        page -> {},
                        InstantSource.system(),
                        nanoTime::get,
                        pause -> nanoTime.addAndGet(pause.toNanos()))
                .connect(microsoft.document(folder), SignIn.CERTIFICATE);
    }
}
