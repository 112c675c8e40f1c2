package dev.cordon.microsoft365.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.Lane;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GateTest {
    private final BlockingQueue<String> through = new LinkedBlockingQueue<>();

    @Test
    void containment_goes_before_collection_that_waited_longer() throws InterruptedException {
        Gate gate = new Gate(new Bucket("one", 1, Duration.ofNanos(1), 1, 0), System::nanoTime, () -> 1);
        gate.enter(Lane.CONTAINMENT, false);
        Thread collection = waiting(gate, Lane.COLLECTION, "collection");
        untilWaiting(collection);
        Thread containment = waiting(gate, Lane.CONTAINMENT, "containment");
        untilWaiting(containment);

        gate.leave();

        assertThat(List.of(through.take(), through.take())).containsExactly("containment", "collection");
        assertThat(collection.join(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void what_others_wait_for_goes_first_and_the_rest_in_the_order_in_which_it_came() throws InterruptedException {
        Gate gate = new Gate(new Bucket("one", 1, Duration.ofNanos(1), 1, 0), System::nanoTime, () -> 1);
        gate.enter(Lane.CONTAINMENT, false);
        untilWaiting(waiting(gate, Lane.COLLECTION, "first"));
        untilWaiting(waiting(gate, Lane.SNAPSHOT, "second"));
        untilWaiting(waiting(gate, Lane.SNAPSHOT, true, "folders"));
        untilWaiting(waiting(gate, Lane.CONTAINMENT, "containment"));

        gate.leave();

        assertThat(List.of(through.take(), through.take(), through.take(), through.take()))
                .containsExactly("containment", "folders", "first", "second");
    }

    @Test
    void an_interrupted_wait_takes_no_place() throws InterruptedException {
        Gate gate = new Gate(new Bucket("one", 1, Duration.ofNanos(1), 1, 0), System::nanoTime, () -> 1);
        gate.enter(Lane.COLLECTION, false);
        Thread waiting = waiting(gate, Lane.COLLECTION, "waiting");
        untilWaiting(waiting);
        waiting.interrupt();
        assertThat(through.poll(20, TimeUnit.SECONDS)).isEqualTo("interrupted");

        gate.leave();
        gate.enter(Lane.COLLECTION, false);

        assertThat(through).isEmpty();
    }

    private Thread waiting(Gate gate, Lane lane, String name) {
        return waiting(gate, lane, false, name);
    }

    private Thread waiting(Gate gate, Lane lane, boolean leads, String name) {
        return Thread.ofPlatform().start(() -> {
            try {
                gate.enter(lane, leads);
                through.add(name);
                gate.leave();
            } catch (InterruptedException e) {
                through.add("interrupted");
            }
        });
    }

    private static void untilWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
