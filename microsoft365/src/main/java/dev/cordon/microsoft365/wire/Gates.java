package dev.cordon.microsoft365.wire;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** One gate for each bucket. Safe for many threads. */
final class Gates {
    private final ConcurrentMap<String, Gate> gates = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private final DoubleSupplier tenantSpeed;

    Gates(LongSupplier nanoTime, DoubleSupplier tenantSpeed) {
        this.nanoTime = nanoTime;
        this.tenantSpeed = tenantSpeed;
    }

    Gate of(Bucket bucket) {
        return gates.computeIfAbsent(bucket.name(), name -> new Gate(bucket, nanoTime, tenantSpeed));
    }
}
