package dev.cordon.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Beats on a thread of its own until it is closed or there is nothing left to keep alive; closing waits for the last beat. */
final class Heartbeat implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Heartbeat.class.getName());

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Begins.
     *
     * @param beat tells whether there is still something to keep alive
     */
    Heartbeat(Duration pace, BooleanSupplier beat) {
        // A daemon: a process that ends without closing it must not be kept alive by it.
        this.thread = Thread.ofPlatform().daemon().name("claim heartbeat").start(() -> run(pace, beat));
    }

    private void run(Duration pace, BooleanSupplier beat) {
        try {
            boolean alive = true;
            while (alive && !closed.await(pace.toMillis(), TimeUnit.MILLISECONDS)) {
                alive = beatOnce(beat);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean beatOnce(BooleanSupplier beat) {
        try {
            boolean alive = beat.getAsBoolean();
            if (!alive) {
                LOG.log(System.Logger.Level.WARNING, "claim lost; another process has taken it over");
            }
            return alive;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "heartbeat failed; the claim lapses unless the next one succeeds", e);
            return true;
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
