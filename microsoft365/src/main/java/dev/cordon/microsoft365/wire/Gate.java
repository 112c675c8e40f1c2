package dev.cordon.microsoft365.wire;

import dev.cordon.tenant.Lane;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Lets requests of one bucket through. Containment goes before collection. Safe for many threads. */
final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Bucket bucket;
    private final Window window;
    private final LongSupplier nanoTime;
    private int containmentWaiting;

    Gate(Bucket bucket, LongSupplier nanoTime, DoubleSupplier tenantSpeed) {
        this.bucket = bucket;
        this.nanoTime = nanoTime;
        this.window = new Window(bucket, tenantSpeed);
    }

    /** Waits until a request of {@code lane} may start. Every entry is followed by one {@link #leave}. */
    void enter(Lane lane) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            containmentWaiting += lane == Lane.CONTAINMENT ? 1 : 0;
            try {
                waitForRoom(lane);
            } finally {
                containmentWaiting -= lane == Lane.CONTAINMENT ? 1 : 0;
                changed.signalAll();
            }
            window.start();
        } finally {
            lock.unlock();
        }
    }

    private void waitForRoom(Lane lane) throws InterruptedException {
        while (true) {
            if (lane == Lane.COLLECTION && containmentWaiting > 0) {
                changed.await();
                continue;
            }
            long wait = window.nanosUntilRoom(lane, nanoTime.getAsLong());
            if (wait == 0) {
                return;
            }
            if (wait == Window.UNTIL_ONE_ENDS) {
                changed.await();
            } else {
                long left = changed.awaitNanos(wait);
                assert left <= wait;
            }
        }
    }

    /** A request has ended, however. */
    void leave() {
        lock.lock();
        try {
            window.end(nanoTime.getAsLong());
            changed.signalAll();
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
