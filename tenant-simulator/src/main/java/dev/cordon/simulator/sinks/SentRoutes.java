package dev.cordon.simulator.sinks;

import dev.cordon.simulator.control.ControlRoute;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.WireResponse;

/** {@code GET /sent} of the control API: every message that was accepted for its readers, oldest first. */
public final class SentRoutes {

    private final TenantState state;

    /** What was sent in that tenant. */
    public SentRoutes(TenantState state) {
        this.state = state;
    }

    /** Its path. */
    public ControlRoute route() {
        return new ControlRoute("GET", "/sent", _ -> sent());
    }

    private WireResponse sent() {
        return WireResponse.json(
                200,
                Json.object(
                        "at",
                        Json.exactTime(state.now()),
                        "sent",
                        Dispatch.of(state).stream().map(Dispatch::json).toList()));
    }
}
