package dev.cordon.simulator.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Rows by id, each with its recent versions: {@code find} reads the truth, {@code findVisible} what a replica shows,
 * which may lag behind. Guarded by the state's lock.
 *
 * @param <T> the immutable row
 */
public final class Table<T> {

    private record Version<T>(Optional<T> value, Instant visibleAt) {}

    private final ReentrantLock lock;
    private final Map<String, List<Version<T>>> rows = new LinkedHashMap<>();

    Table(ReentrantLock lock) {
        this.lock = lock;
    }

    /** The row as it truly is. */
    public Optional<T> find(String id) {
        lock.lock();
        try {
            List<Version<T>> versions = rows.get(id);
            return versions == null ? Optional.empty() : versions.getLast().value();
        } finally {
            lock.unlock();
        }
    }

    /** The row as a replica shows it at that time. */
    public Optional<T> findVisible(String id, Instant now) {
        lock.lock();
        try {
            List<Version<T>> versions = rows.get(id);
            return versions == null ? Optional.empty() : visible(versions, now);
        } finally {
            lock.unlock();
        }
    }

    /** All rows as they truly are, in order of creation. */
    public List<T> all() {
        lock.lock();
        try {
            var all = new ArrayList<T>(rows.size());
            rows.values().forEach(versions -> versions.getLast().value().ifPresent(all::add));
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** All rows as a replica shows them at that time. */
    public List<T> allVisible(Instant now) {
        lock.lock();
        try {
            var all = new ArrayList<T>(rows.size());
            rows.values().forEach(versions -> visible(versions, now).ifPresent(all::add));
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Writes the row; everyone sees it at once. */
    public void put(String id, T row) {
        write(id, Optional.of(row), Instant.MIN);
    }

    /** Writes the row; replicas show it from that time on. */
    public void put(String id, T row, Instant visibleAt) {
        write(id, Optional.of(row), visibleAt);
    }

    /** Removes the row; everyone sees it at once. */
    public void remove(String id) {
        lock.lock();
        try {
            rows.remove(id);
        } finally {
            lock.unlock();
        }
    }

    /** Removes the row; replicas show it until that time. */
    public void remove(String id, Instant visibleAt) {
        lock.lock();
        try {
            if (rows.containsKey(id)) {
                write(id, Optional.empty(), visibleAt);
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(String id, Optional<T> value, Instant visibleAt) {
        lock.lock();
        try {
            var kept = new ArrayList<Version<T>>(rows.getOrDefault(id, List.of()));
            if (visibleAt.equals(Instant.MIN)) {
                kept.clear();
            } else if (kept.isEmpty()) {
                kept.add(new Version<>(Optional.empty(), Instant.MIN));
            }
            kept.add(new Version<>(value, visibleAt));
            if (kept.size() > 8) {
                kept.removeFirst();
            }
            rows.put(id, List.copyOf(kept));
        } finally {
            lock.unlock();
        }
    }

    private static <T> Optional<T> visible(List<Version<T>> versions, Instant now) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (i == 0 || !versions.get(i).visibleAt().isAfter(now)) {
                return versions.get(i).value();
            }
        }
        return Optional.empty();
    }

    Object snapshot() {
        return new LinkedHashMap<>(rows);
    }

    @SuppressWarnings("unchecked") // the snapshot is this very table's
    void restore(Object snapshot) {
        rows.clear();
        rows.putAll((Map<String, List<Version<T>>>) snapshot);
    }

    void clear() {
        rows.clear();
    }
}
