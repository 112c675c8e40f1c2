package dev.cordon.cli.respond;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.procedure.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final AtomicInteger asking = new AtomicInteger();
    private final Turns turns = new Turns(asking::get);
    private final List<Verdict> asked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void of_those_who_wait_the_worst_is_asked_about_first() throws InterruptedException {
        turns.take(Verdict.BENIGN);
        var waiting = new ArrayList<Thread>();
        for (Verdict verdict : List.of(Verdict.BENIGN, Verdict.REVIEW, Verdict.MALICIOUS)) {
            Thread thread = Thread.ofPlatform().start(() -> ask(verdict));
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            waiting.add(thread);
        }
        turns.over();
        for (Thread thread : waiting) {
            thread.join();
        }
        assertThat(asked).containsExactly(Verdict.MALICIOUS, Verdict.REVIEW, Verdict.BENIGN);
    }

    @Test
    void what_is_not_malicious_waits_for_the_steps_that_are_still_reading() throws InterruptedException {
        asking.set(2);
        Thread review = Thread.ofPlatform().start(() -> ask(Verdict.REVIEW));
        while (review.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        Thread malicious = Thread.ofPlatform().start(() -> ask(Verdict.MALICIOUS));
        malicious.join();
        assertThat(asked).containsExactly(Verdict.MALICIOUS);

        asking.set(1);
        turns.moved();
        review.join();
        assertThat(asked).containsExactly(Verdict.MALICIOUS, Verdict.REVIEW);
    }

    private void ask(Verdict verdict) {
        try {
            turns.take(verdict);
            asked.add(verdict);
            turns.over();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
