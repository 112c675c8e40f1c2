package dev.cordon.microsoft365.wire;

import dev.cordon.tenant.Lane;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Lets requests of one bucket through: containment before collection, then those that others wait for, then in the order in which they
 * came. Safe for many threads.
 */
final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final NavigableSet<Turn> waiting = new TreeSet<>(Turn.ORDER);
    private final Bucket bucket;
    private final Window window;
    private final LongSupplier nanoTime;
    private long arrivals;

    Gate(Bucket bucket, LongSupplier nanoTime, DoubleSupplier tenantSpeed) {
        this.bucket = bucket;
        this.nanoTime = nanoTime;
        this.window = new Window(bucket, tenantSpeed);
    }

    /** A place in the queue; only the first in it may go. */
    private record Turn(Lane lane, boolean leads, long arrival, Condition changed) {
        private static final Comparator<Turn> ORDER = Comparator.comparing((Turn turn) -> turn.lane != Lane.CONTAINMENT)
                .thenComparing(turn -> !turn.leads)
                .thenComparingLong(Turn::arrival);
    }

    /** Waits until a request of {@code lane} may start. Every entry is followed by one {@link #leave}. */
    void enter(Lane lane, boolean leads) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Turn turn = new Turn(lane, leads, arrivals++, lock.newCondition());
            waiting.add(turn);
            try {
                waitForRoom(turn);
                window.start();
            } finally {
                waiting.remove(turn);
                wakeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    private void waitForRoom(Turn turn) throws InterruptedException {
        while (true) {
            long wait = waiting.first().arrival() == turn.arrival()
                    ? window.nanosUntilRoom(turn.lane(), nanoTime.getAsLong())
                    : Window.UNTIL_ONE_ENDS;
            if (wait == 0) {
                return;
            }
            if (wait == Window.UNTIL_ONE_ENDS) {
                turn.changed().await();
            } else {
                long left = turn.changed().awaitNanos(wait);
                assert left <= wait;
            }
        }
    }

    private void wakeFirst() {
        if (!waiting.isEmpty()) {
            waiting.first().changed().signal();
        }
    }

    /** A request has ended, however. */
    void leave() {
        lock.lock();
        try {
            window.end(nanoTime.getAsLong());
            wakeFirst();
        } finally {
            lock.unlock();
        }
    }

    /** The service said that the bucket is empty: collection waits as long as it said. Containment may still try. */
    void pause(long nanos) {
        lock.lock();
        try {
            window.pauseUntil(nanoTime.getAsLong() + nanos);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return bucket.name();
    }
}
