package dev.cordon.cli.respond;

import dev.cordon.procedure.Verdict;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntSupplier;

/**
 * Whose question is next when several steps wait for one person: the worst first, else whoever came first. What is not malicious also
 * waits for the steps that are still reading and could bring something worse. Safe for many threads.
 */
final class Turns {
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparing(Waiting::verdict).thenComparingLong(Waiting::number));
    private final IntSupplier asking;
    private long arrived;
    private int asked;
    private boolean taken;

    /**
     * Turns.
     *
     * @param asking how many steps are running that may ask, those that wait here included
     */
    Turns(IntSupplier asking) {
        this.asking = asking;
    }

    private record Waiting(Verdict verdict, long number) {}

    /** Waits until it is this one's turn. */
    synchronized void take(Verdict verdict) throws InterruptedException {
        var mine = new Waiting(verdict, arrived++);
        waiting.add(mine);
        notifyAll();
        try {
            while (taken || !mine.equals(waiting.peek()) || mayComeWorse(verdict)) {
                wait();
            }
            taken = true;
        } finally {
            waiting.remove(mine);
            notifyAll();
        }
    }

    /** Which question this is, about things that were found, and how many more wait; more may still be found. */
    synchronized String countInWords() {
        asked++;
        long more = waiting.size();
        return "Question " + asked + (more == 0 ? "" : "; at least " + more + " more");
    }

    /** Lets the next one ask. */
    synchronized void over() {
        taken = false;
        notifyAll();
    }

    /** A step has begun or ended. */
    synchronized void moved() {
        notifyAll();
    }

    private boolean mayComeWorse(Verdict verdict) {
        return verdict != Verdict.MALICIOUS && asking.getAsInt() > waiting.size();
    }
}
