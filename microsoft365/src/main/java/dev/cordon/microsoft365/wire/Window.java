package dev.cordon.microsoft365.wire;

import dev.cordon.tenant.Lane;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.DoubleSupplier;

/**
 * Counts the requests of one bucket. A place is taken when a request starts and is free again one window after its answer, so however long
 * requests travel, no window of the service ever sees more than the bucket holds. One thread at a time.
 */
final class Window {
    /** Only the end of a request makes room. */
    static final long UNTIL_ONE_ENDS = -1;

    private final Bucket bucket;
    private final DoubleSupplier tenantSpeed;
    private final Deque<Long> freeAt = new ArrayDeque<>();
    private int underWay;
    private int capacity;
    private long pausedUntil = Long.MIN_VALUE;

    Window(Bucket bucket, DoubleSupplier tenantSpeed) {
        this.bucket = bucket;
        this.tenantSpeed = tenantSpeed;
        this.capacity = bucket.requests();
    }

    /** 0 when a request may start now, otherwise for how long to wait. */
    long nanosUntilRoom(Lane lane, long now) {
        while (!freeAt.isEmpty() && freeAt.peekFirst() <= now) {
            freeAt.removeFirst();
        }
        if (lane != Lane.CONTAINMENT && pausedUntil > now) {
            return pausedUntil - now;
        }
        if (underWay >= bucket.concurrent(lane)) {
            return UNTIL_ONE_ENDS;
        }
        if (underWay + freeAt.size() < capacity) {
            return 0;
        }
        return freeAt.isEmpty() ? UNTIL_ONE_ENDS : freeAt.getFirst() - now;
    }

    void start() {
        underWay++;
    }

    void end(long now) {
        underWay--;
        if (bucket.requests() < Integer.MAX_VALUE - 1) {
            freeAt.addLast(now + (long) (bucket.per().toNanos() / Math.max(1.0, tenantSpeed.getAsDouble())));
        }
    }

    /** The service refused: it holds less for us than we thought, for others may draw on the same bucket. */
    void pauseUntil(long instant) {
        pausedUntil = Math.max(pausedUntil, instant);
        capacity = Math.max(1, capacity - 1);
    }
}
