package dev.cordon.simulator.control;

import com.google.gson.JsonObject;
import dev.cordon.simulator.faults.FaultBook;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.identity.Tokens;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.throttling.Throttle;
import dev.cordon.simulator.time.TenantClock;
import dev.cordon.simulator.wire.RequestLog;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code POST /snapshot} and {@code POST /restore}: the whole state with its clock (time, speed, everything planned),
 * the attacker with what he holds and is about to do, licences, faults, and throttling with the level of every bucket.
 * Tokens of operator and application stay good, all others that were issued since are forgotten.
 * The request log and the secrets go on: no row is taken back and numbers never repeat; {@code requests} of the answer is
 * the last number so far. {@code attempts} of the truth counts only requests that led to the restored state or came
 * after it.
 */
public final class Snapshots {

    private record Snapshot(
            Object state, Object tokens, TenantClock.Snapshot clock, Object faults, Object throttle, Object log) {}

    private final TenantState state;
    private final Tokens tokens;
    private final FaultBook faults;
    private final Throttle throttle;
    private final RequestLog log;
    private final Map<Integer, Snapshot> taken = new TreeMap<>();

    /** No snapshots yet. */
    public Snapshots(Tenant tenant, FaultBook faults, Throttle throttle, RequestLog log) {
        this.state = tenant.state();
        this.tokens = tenant.tokens();
        this.faults = faults;
        this.throttle = throttle;
        this.log = log;
    }

    /** Their paths. */
    public List<ControlRoute> routes() {
        return List.of(
                new ControlRoute("POST", "/snapshot", _ -> take()),
                new ControlRoute("POST", "/restore", this::restore));
    }

    private synchronized WireResponse take() {
        int number = taken.size() + 1;
        taken.put(
                number,
                state.clock()
                        .betweenCallbacks(() -> new Snapshot(
                                state.snapshot(),
                                tokens.snapshot(),
                                state.clock().snapshot(),
                                faults.snapshot(),
                                throttle.snapshot(),
                                log.snapshot())));
        return answer(number);
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
        return state.clock().betweenCallbacks(() -> {
            state.restore(snapshot.state());
            tokens.restore(snapshot.tokens());
            state.clock().restore(snapshot.clock());
            faults.restore(snapshot.faults());
            throttle.restore(snapshot.throttle());
            log.restore(snapshot.log());
            return answer(number);
        });
    }

    private WireResponse answer(int number) {
        return WireResponse.json(
                200, Json.object("snapshot", number, "at", Json.exactTime(state.now()), "requests", log.last()));
    }
}
