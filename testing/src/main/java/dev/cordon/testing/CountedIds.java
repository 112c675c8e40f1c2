package dev.cordon.testing;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Ids that are the same in every run: {@code PREFIX-1}, {@code PREFIX-2}, and so on. Safe for many threads.
 */
public final class CountedIds implements Supplier<String> {
    private final String prefix;
    private final AtomicLong last = new AtomicLong();

    public CountedIds(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public String get() {
        return prefix + "-" + last.incrementAndGet();
    }

    /** The next id as a UUID whose last digits are the count, where the type of an id is fixed. */
    public UUID uuid() {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L | last.incrementAndGet());
    }
}
