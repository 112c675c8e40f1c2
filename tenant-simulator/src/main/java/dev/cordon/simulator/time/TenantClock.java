package dev.cordon.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The tenant's time: start plus wall time times speed, and whatever it was advanced by. Everything that happens later
 * (delays, log ingestion, the attacker) is a callback at a tenant time. Callbacks run one after another; an advance
 * walks through those that fall due, in order, and returns when they have run. Safe for many threads.
 */
public final class TenantClock implements InstantSource, AutoCloseable {

    private record Callback(Instant due, long number, Runnable action) {}

    /** What {@link #snapshot} holds. */
    public record Snapshot(Instant now, double speed, List<Object> callbacks) {}

    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Callback> callbacks =
            new PriorityQueue<>(Comparator.comparing(Callback::due).thenComparingLong(Callback::number));
    private final Thread walker;
    private Instant base;
    private long baseNanos;
    private double speed;
    private long numbers;
    private boolean closed;

    /** A clock that starts now at {@code start} with that many tenant seconds per wall second. */
    public TenantClock(Instant start, double speed) {
        this(start, speed, System::nanoTime);
    }

    TenantClock(Instant start, double speed, LongSupplier nanoTime) {
        if (!(speed >= 0) || speed > 1_000_000) {
            throw new IllegalArgumentException("A clock cannot run at speed " + speed);
        }
        this.nanoTime = nanoTime;
        this.base = start;
        this.baseNanos = nanoTime.getAsLong();
        this.speed = speed;
        this.walker = Thread.ofVirtual().name("tenant-time").start(this::walk);
    }

    @Override
    public Instant instant() {
        lock.lock();
        try {
            return base.plusNanos((long) ((nanoTime.getAsLong() - baseNanos) * speed));
        } finally {
            lock.unlock();
        }
    }

    /** Tenant seconds per wall second. */
    public double speed() {
        lock.lock();
        try {
            return speed;
        } finally {
            lock.unlock();
        }
    }

    /** Changes the speed from now on; zero stops the clock. */
    public void speed(double newSpeed) {
        if (!(newSpeed >= 0) || newSpeed > 1_000_000) {
            throw new IllegalArgumentException("A clock cannot run at speed " + newSpeed);
        }
        lock.lock();
        try {
            rebase(instant());
            speed = newSpeed;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Moves on by that much tenant time, running on the way what falls due. */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("A clock cannot be set back: " + by);
        }
        Instant target = instant().plus(by);
        boolean more = true;
        while (more) {
            more = runNext(target, true);
        }
        lock.lock();
        try {
            if (instant().isBefore(target)) {
                rebase(target);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Runs the action at that tenant time, at once when it has passed. */
    public void at(Instant due, Runnable action) {
        lock.lock();
        try {
            callbacks.add(new Callback(due, numbers++, action));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whole wall seconds that this tenant duration takes, rounded up; as {@code Retry-After} says it. */
    public long wallSeconds(Duration tenant) {
        double now = speed();
        return now == 0 ? tenant.toSeconds() : (long) Math.ceil(tenant.toMillis() / 1000.0 / now);
    }

    /** Runs the action while no callback runs. */
    public <R> R betweenCallbacks(Supplier<R> action) {
        turn.lock();
        try {
            return action.get();
        } finally {
            turn.unlock();
        }
    }

    /** The time, the speed and what is still to come. */
    public Snapshot snapshot() {
        turn.lock();
        lock.lock();
        try {
            return new Snapshot(instant(), speed, new ArrayList<>(callbacks));
        } finally {
            lock.unlock();
            turn.unlock();
        }
    }

    /** Goes back to what a snapshot held. */
    public void restore(Snapshot snapshot) {
        turn.lock();
        lock.lock();
        try {
            rebase(snapshot.now());
            speed = snapshot.speed();
            callbacks.clear();
            for (Object callback : snapshot.callbacks()) {
                callbacks.add((Callback) callback);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
            turn.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            callbacks.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        walker.interrupt();
    }

    private void rebase(Instant now) {
        base = now;
        baseNanos = nanoTime.getAsLong();
    }

    private void walk() {
        try {
            while (awaitDue()) {
                runNext(instant(), false);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitDue() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Callback next = callbacks.peek();
                if (next == null || (speed == 0 && next.due().isAfter(instant()))) {
                    changed.await();
                    continue;
                }
                Duration left = Duration.between(instant(), next.due());
                if (left.isNegative() || left.isZero()) {
                    return true;
                }
                long wallNanos = (long) Math.min(left.toMillis() * 1e6 / speed + 1e5, 3.6e12);
                changed.awaitNanos(Math.max(wallNanos, TimeUnit.MICROSECONDS.toNanos(100)));
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean runNext(Instant until, boolean jump) {
        turn.lock();
        try {
            Runnable action;
            lock.lock();
            try {
                Callback next = callbacks.peek();
                if (closed || next == null || next.due().isAfter(until)) {
                    return false;
                }
                callbacks.remove(next);
                if (jump && instant().isBefore(next.due())) {
                    rebase(next.due());
                }
                action = next.action();
            } finally {
                lock.unlock();
            }
            action.run();
            return true;
        } finally {
            turn.unlock();
        }
    }
}
