package dev.cordon.microsoft365.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final long PER = Bucket.REPORTS.per().toNanos();

    /** Requests one after another, each with its own travel; the service may see a request anywhere between its start and its end. */
    @Property
    void no_window_of_the_service_sees_more_than_the_bucket_holds(
            @ForAll @Size(max = 40) List<@IntRange(max = 3000) Integer> millisecondsOfTravel) {
        Window window = new Window(Bucket.REPORTS, () -> 1);
        List<long[]> travels = new ArrayList<>();
        long now = 0;

        for (int travel : millisecondsOfTravel) {
            for (long wait = window.nanosUntilRoom(Lane.COLLECTION, now);
                    wait != 0;
                    wait = window.nanosUntilRoom(Lane.COLLECTION, now)) {
                assertThat(wait).isPositive();
                now += wait;
            }
            window.start();
            long end = now + Duration.ofMillis(travel).toNanos();
            travels.add(new long[] {now, end});
            now = end;
            window.end(now);
        }

        for (int first = 0; first + 5 < travels.size(); first++) {
            assertThat(travels.get(first + 5)[0] - travels.get(first)[1]).isGreaterThanOrEqualTo(PER);
        }
    }

    @Test
    void the_first_requests_do_not_wait() {
        Window window = new Window(Bucket.REPORTS, () -> 1);

        for (int request = 0; request < 5; request++) {
            assertThat(window.nanosUntilRoom(Lane.COLLECTION, 0)).isZero();
            window.start();
        }
        assertThat(window.nanosUntilRoom(Lane.COLLECTION, 0)).isEqualTo(Window.UNTIL_ONE_ENDS);
    }

    @Test
    void one_place_at_a_mailbox_is_kept_for_containment() {
        Window window = new Window(Bucket.mailbox("anna"), () -> 1);
        for (int request = 0; request < 3; request++) {
            window.start();
        }

        assertThat(window.nanosUntilRoom(Lane.COLLECTION, 0)).isEqualTo(Window.UNTIL_ONE_ENDS);
        assertThat(window.nanosUntilRoom(Lane.CONTAINMENT, 0)).isZero();
    }

    @Test
    void the_snapshot_may_take_the_place_that_collection_leaves() {
        Window window = new Window(Bucket.EXCHANGE, () -> 1);
        for (int request = 0; request < 4; request++) {
            window.start();
        }

        assertThat(window.nanosUntilRoom(Lane.COLLECTION, 0)).isEqualTo(Window.UNTIL_ONE_ENDS);
        assertThat(window.nanosUntilRoom(Lane.SNAPSHOT, 0)).isZero();
        window.start();
        assertThat(window.nanosUntilRoom(Lane.SNAPSHOT, 0)).isEqualTo(Window.UNTIL_ONE_ENDS);
    }

    @Test
    void a_pause_that_collection_caused_does_not_hold_up_containment() {
        Window window = new Window(Bucket.IDENTITY, () -> 1);
        window.pauseUntil(1000);

        assertThat(window.nanosUntilRoom(Lane.COLLECTION, 0)).isEqualTo(1000);
        assertThat(window.nanosUntilRoom(Lane.CONTAINMENT, 0)).isZero();
    }

    @Test
    void each_refusal_makes_the_bucket_smaller_and_never_empty() {
        Window window = new Window(Bucket.REPORTS, () -> 1);
        for (int refusal = 0; refusal < 9; refusal++) {
            window.pauseUntil(0);
        }

        assertThat(window.nanosUntilRoom(Lane.COLLECTION, 1)).isZero();
        window.start();
        assertThat(window.nanosUntilRoom(Lane.COLLECTION, 1)).isEqualTo(Window.UNTIL_ONE_ENDS);
    }

    @Test
    void a_tenant_that_runs_faster_has_shorter_windows() {
        Window window = new Window(Bucket.IDENTITY_PROTECTION, () -> 60);
        window.start();
        window.end(0);

        assertThat(window.nanosUntilRoom(Lane.COLLECTION, 0)).isEqualTo(1_000_000_000L / 60);
    }
}
