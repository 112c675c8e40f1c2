package dev.cordon.simulator.control;

import com.google.gson.JsonObject;
import dev.cordon.simulator.faults.FaultBook;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.throttling.Throttle;
import dev.cordon.simulator.time.TenantClock;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code POST /snapshot} and {@code POST /restore}: the whole state with its clock, its planned callbacks and its faults.
 * Restoring fills the throttling buckets. The request log and the secrets go on.
 */
public final class Snapshots {

    private record Snapshot(Object state, TenantClock.Snapshot clock, Object faults) {}

    private final TenantState state;
    private final FaultBook faults;
    private final Throttle throttle;
    private final Map<Integer, Snapshot> taken = new TreeMap<>();

    /** No snapshots yet. */
    public Snapshots(TenantState state, FaultBook faults, Throttle throttle) {
        this.state = state;
        this.faults = faults;
        this.throttle = throttle;
    }

    /** Their paths. */
    public List<ControlRoute> routes() {
        return List.of(
                new ControlRoute("POST", "/snapshot", _ -> take()),
                new ControlRoute("POST", "/restore", this::restore));
    }

    private synchronized WireResponse take() {
        int number = taken.size() + 1;
        taken.put(number, new Snapshot(state.snapshot(), state.clock().snapshot(), faults.snapshot()));
        return WireResponse.json(200, Json.object("snapshot", number, "at", Json.exactTime(state.now())));
    }

    private synchronized WireResponse restore(JsonObject body) {
        if (taken.isEmpty()) {
            throw new ControlRefusal(409, "There is no snapshot; POST /snapshot takes one.");
        }
        int number = body.has("snapshot") ? body.get("snapshot").getAsInt() : taken.size();
        Snapshot snapshot = taken.get(number);
        if (snapshot == null) {
            throw new ControlRefusal(404, "There is no snapshot " + number + ".");
        }
        state.clock().restore(snapshot.clock());
        state.restore(snapshot.state());
        faults.restore(snapshot.faults());
        throttle.refillAll();
        return WireResponse.json(200, Json.object("snapshot", number, "at", Json.exactTime(state.now())));
    }
}
