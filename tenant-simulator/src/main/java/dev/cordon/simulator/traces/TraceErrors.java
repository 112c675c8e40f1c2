package dev.cordon.simulator.traces;

import dev.cordon.simulator.graph.GraphRefusal;

/** How the trace refuses over Graph; the texts are from memory. */
final class TraceErrors {

    private TraceErrors() {}

    static GraphRefusal invalid(String message) {
        return new GraphRefusal(400, "BadRequest", message);
    }

    static GraphRefusal notFound() {
        return new GraphRefusal(404, "NotFound", "The message trace does not exist.");
    }
}
