package dev.cordon.cli.respond;

import dev.cordon.procedure.Verdict;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Whose question is next when several steps wait for one person: the worst first, else whoever came first. Safe for many threads. */
final class Turns {
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparing(Waiting::verdict).thenComparingLong(Waiting::number));
    private long arrived;
    private boolean taken;

    private record Waiting(Verdict verdict, long number) {}

    /** Waits until it is this one's turn. */
    synchronized void take(Verdict verdict) throws InterruptedException {
        var mine = new Waiting(verdict, arrived++);
        waiting.add(mine);
        try {
            while (taken || !mine.equals(waiting.peek())) {
                wait();
            }
            taken = true;
        } finally {
            waiting.remove(mine);
            notifyAll();
        }
    }

    /** Lets the next one ask. */
    synchronized void over() {
        taken = false;
        notifyAll();
    }
}
