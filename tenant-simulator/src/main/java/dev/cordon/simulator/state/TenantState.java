package dev.cordon.simulator.state;

import com.google.gson.JsonObject;
import dev.cordon.simulator.scenario.DurationRange;
import dev.cordon.simulator.scenario.Organisation.Licence;
import dev.cordon.simulator.scenario.Scenario;
import dev.cordon.simulator.time.Chance;
import dev.cordon.simulator.time.TenantClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything that is true in the tenant. Areas keep their objects in {@link #table tables}; every change is made inside
 * {@link #atomically} together with the {@link #record event} that says so. Safe for many threads.
 */
public final class TenantState {

    private final Scenario scenario;
    private final TenantClock clock;
    private final Chance chance;
    private final SecretLedger secrets = new SecretLedger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<TableKey<?>, Table<?>> tables = new LinkedHashMap<>();
    private final List<Consumer<TenantEvent>> listeners = new CopyOnWriteArrayList<>();
    private final List<TenantEvent> unannounced = new ArrayList<>();
    private final ReentrantLock drawn = new ReentrantLock();
    private final Map<Class<?>, Object> derived = new HashMap<>();
    private List<TenantEvent> events = new ArrayList<>();
    private Set<Licence> licences;

    private record Snapshot(Map<TableKey<?>, Object> tables, List<TenantEvent> events, Set<Licence> licences) {}

    /** An empty tenant of that scenario. */
    public TenantState(Scenario scenario, TenantClock clock, Chance chance) {
        this.scenario = scenario;
        this.clock = clock;
        this.chance = chance;
        this.licences = Set.copyOf(scenario.organisation().licences());
    }

    /** What the tenant was made from. */
    public Scenario scenario() {
        return scenario;
    }

    /** The tenant's clock. */
    public TenantClock clock() {
        return clock;
    }

    /** Tenant time. */
    public Instant now() {
        return clock.instant();
    }

    /** Seeded chance. */
    public Chance chance() {
        return chance;
    }

    /**
     * What is drawn from the scenario and its seed alone, made when it is first asked for and kept as long as the tenant:
     * snapshots do not know of it.
     */
    public <T> T derived(Class<T> type, Supplier<T> drawing) {
        drawn.lock(); // reentrant: one drawing may need another, which no map allows while it computes
        try {
            Object known = derived.get(type);
            if (known == null) {
                known = drawing.get();
                derived.put(type, known);
            }
            return type.cast(known);
        } finally {
            drawn.unlock();
        }
    }

    /** Every secret ever issued or set. */
    public SecretLedger secrets() {
        return secrets;
    }

    /** The table of that key; made when first asked for. */
    @SuppressWarnings("unchecked") // a key is bound to one row type
    public <T> Table<T> table(TableKey<T> key) {
        lock.lock();
        try {
            return (Table<T>) tables.computeIfAbsent(key, _ -> new Table<>(lock));
        } finally {
            lock.unlock();
        }
    }

    /** Runs the change alone; listeners hear of its events when it is done. */
    public <R> R atomically(Supplier<R> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            release();
        }
    }

    /** Runs the change alone; listeners hear of its events when it is done. */
    public void atomically(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            release();
        }
    }

    /** Appends one event to the log, at the present tenant time. */
    public TenantEvent record(
            Cause cause,
            Activity activity,
            String targetType,
            String targetId,
            String ownerId,
            JsonObject before,
            JsonObject after) {
        return record(now(), cause, activity, targetType, targetId, ownerId, before, after);
    }

    /** Appends one event to the log, as if at that tenant time. */
    public TenantEvent record(
            Instant at,
            Cause cause,
            Activity activity,
            String targetType,
            String targetId,
            String ownerId,
            JsonObject before,
            JsonObject after) {
        lock.lock();
        try {
            var event = new TenantEvent(
                    events.size(),
                    at,
                    cause.actor(),
                    activity,
                    targetType,
                    targetId,
                    ownerId,
                    cause.correlationId(),
                    cause.command(),
                    before.deepCopy(),
                    after.deepCopy());
            events.add(event);
            unannounced.add(event);
            return event;
        } finally {
            release();
        }
    }

    /** The whole log, oldest first. */
    public List<TenantEvent> events() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    /** Tells the listener of every later event, outside the lock, in the thread that caused it. */
    public void onEvent(Consumer<TenantEvent> listener) {
        listeners.add(listener);
    }

    /** When replicas will show a write made now, drawn under these words. */
    public Instant visibleAt(Object... words) {
        return drawn(scenario.delays().replication(), "replication", words);
    }

    /** Now plus a delay drawn under these words and the present length of the log. */
    public Instant drawn(DurationRange range, String what, Object... words) {
        return now().plus(range.draw(chance.generator(what, eventCount(), List.of(words))));
    }

    /** What the tenant has licences for at present. */
    public Set<Licence> licences() {
        lock.lock();
        try {
            return licences;
        } finally {
            lock.unlock();
        }
    }

    /** Replaces the licences. */
    public void licences(Set<Licence> newLicences) {
        lock.lock();
        try {
            licences = Set.copyOf(newLicences);
        } finally {
            lock.unlock();
        }
    }

    /** The whole state, to be given to {@link #restore} of this very tenant; the clock has its own. */
    public Object snapshot() {
        lock.lock();
        try {
            var copies = new LinkedHashMap<TableKey<?>, Object>();
            tables.forEach((key, table) -> copies.put(key, table.snapshot()));
            return new Snapshot(copies, List.copyOf(events), licences);
        } finally {
            lock.unlock();
        }
    }

    /** Goes back to a snapshot; secrets are never forgotten. */
    public void restore(Object snapshot) {
        var earlier = (Snapshot) snapshot;
        lock.lock();
        try {
            tables.values().forEach(Table::clear);
            earlier.tables().forEach((key, rows) -> table(key).restore(rows));
            events = new ArrayList<>(earlier.events());
            licences = earlier.licences();
        } finally {
            lock.unlock();
        }
    }

    private int eventCount() {
        lock.lock();
        try {
            return events.size();
        } finally {
            lock.unlock();
        }
    }

    private void release() {
        List<TenantEvent> announced = List.of();
        if (lock.getHoldCount() == 1 && !unannounced.isEmpty()) {
            announced = List.copyOf(unannounced);
            unannounced.clear();
        }
        lock.unlock();
        for (TenantEvent event : announced) {
            listeners.forEach(listener -> listener.accept(event));
        }
    }
}
