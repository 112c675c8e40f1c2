package dev.cordon.playbooks.casefile;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A pause between two readings. */
final class Pause {
    private Pause() {}

    static void of(Duration wall) throws InterruptedException {
        long end = System.nanoTime() + wall.toNanos();
        for (long left = wall.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while waiting to read again");
            }
        }
    }
}
