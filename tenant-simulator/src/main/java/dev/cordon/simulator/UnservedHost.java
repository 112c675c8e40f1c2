package dev.cordon.simulator;

import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.wire.Service;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;

/** A host of which nothing is served yet; it says so. */
record UnservedHost(String name) implements Service {

    @Override
    public WireResponse answer(WireRequest request) {
        return WireResponse.json(
                501,
                Json.object(
                        "error",
                        Json.object(
                                "code",
                                "NotImplemented",
                                "message",
                                "The simulated " + name + " host does not serve " + request.method() + " "
                                        + request.path() + ".")));
    }
}
