package dev.cordon.simulator.throttling;

import dev.cordon.simulator.scenario.Throttling;
import dev.cordon.simulator.scenario.Throttling.RetryAfter;
import dev.cordon.simulator.state.TenantState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All buckets of the tenant: each refills evenly in tenant time, and a request takes its cost or is refused. Safe for
 * many threads.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling-limits">Graph: throttling limits</a>
 */
public final class Throttle {

    private static final class Level {
        private double units;
        private Instant at;
        private int inside;
        private int refusals;

        private Level(double units, Instant at) {
            this.units = units;
            this.at = at;
        }

        /** The same level with nobody inside. */
        private Level copy() {
            var copy = new Level(units, at);
            copy.refusals = refusals;
            return copy;
        }
    }

    private record Snapshot(Throttling settings, Map<String, Level> levels) {}

    private final TenantState state;
    private final int people;
    private final Map<String, Level> levels = new HashMap<>();
    private Throttling settings;

    /** Full buckets of the scenario's sizes. */
    public Throttle(TenantState state) {
        this.state = state;
        this.settings = state.scenario().throttling();
        this.people = state.scenario().people().size()
                + state.scenario().organisation().generatedUsers();
    }

    /** The present settings. */
    public synchronized Throttling settings() {
        return settings;
    }

    /** Replaces the settings and fills all buckets. */
    public synchronized void settings(Throttling newSettings) {
        settings = newSettings;
        levels.clear();
    }

    /** Takes {@code cost} units from the bucket of that name and key. */
    public synchronized Admission admit(String bucket, String key, int cost) {
        if (!settings.enabled()) {
            return new Admission.Admitted(0, () -> {});
        }
        BucketSize size = BucketSize.documented(bucket, people).changedBy(settings.buckets(), bucket);
        Instant now = state.now();
        Level level = levels.computeIfAbsent(bucket + " " + key, _ -> new Level(size.units(), now));
        refill(level, size, now);
        boolean crowded = size.concurrent() > 0 && level.inside >= size.concurrent();
        if (crowded || level.units < cost) {
            return refuse(bucket, size, level, crowded ? 1 : cost - level.units);
        }
        level.units -= cost;
        level.inside++;
        return new Admission.Admitted(1 - level.units / size.units(), () -> leave(level));
    }

    /** The settings and how full every bucket is, to be given to {@link #restore}. */
    public synchronized Object snapshot() {
        var kept = new HashMap<String, Level>();
        levels.forEach((key, level) -> kept.put(key, level.copy()));
        return new Snapshot(settings, kept);
    }

    /** Goes back to a snapshot; requests that are being answered meanwhile are counted no more. */
    public synchronized void restore(Object snapshot) {
        var earlier = (Snapshot) snapshot;
        settings = earlier.settings();
        levels.clear();
        earlier.levels().forEach((key, level) -> levels.put(key, level.copy()));
    }

    private synchronized void leave(Level level) {
        level.inside--;
    }

    private static void refill(Level level, BucketSize size, Instant now) {
        double elapsed = Math.max(0, Duration.between(level.at, now).toNanos());
        level.units = Math.min(
                size.units(), level.units + elapsed * size.units() / size.per().toNanos());
        level.at = now;
    }

    private static Admission refuse(String bucket, BucketSize size, Level level, double missing) {
        level.refusals++;
        var wait = Duration.ofNanos((long) Math.max(1e6, missing * size.per().toNanos() / size.units()));
        boolean says = size.retryAfter() == RetryAfter.ALWAYS
                || (size.retryAfter() == RetryAfter.SOMETIMES && level.refusals % 2 == 1);
        return new Admission.Refused(bucket, says ? Optional.of(wait) : Optional.empty(), 1 + missing / size.units());
    }
}
