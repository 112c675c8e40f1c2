package dev.cordon.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Beats on a thread of its own until it is closed; closing waits for the last beat. */
final class Heartbeat implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Heartbeat.class.getName());

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    Heartbeat(Duration pace, Runnable beat) {
        // A daemon: a process that ends without closing it must not be kept alive by it.
        this.thread = Thread.ofPlatform().daemon().name("claim heartbeat").start(() -> run(pace, beat));
    }

    private void run(Duration pace, Runnable beat) {
        try {
            while (!closed.await(pace.toMillis(), TimeUnit.MILLISECONDS)) {
                beatOnce(beat);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void beatOnce(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "heartbeat failed; the claim lapses unless the next one succeeds", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
