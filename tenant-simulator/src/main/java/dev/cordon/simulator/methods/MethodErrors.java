package dev.cordon.simulator.methods;

import dev.cordon.simulator.graph.GraphRefusal;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.wire.WireRequest;

/** The refusals of this area, which are worded unlike the directory's; wire reference B.3. */
final class MethodErrors {

    private MethodErrors() {}

    static GraphRefusal denied() {
        return new GraphRefusal(403, "accessDenied", "Request Authorization failed");
    }

    static GraphRefusal notFound(String id) {
        return new GraphRefusal(
                404, "resourceNotFound", "The requested authentication method '" + id + "' was not found.");
    }

    static GraphRefusal defaultMethod(String id) {
        return new GraphRefusal(
                400,
                "badRequest",
                "The requested authentication method id of [" + id
                        + "] matches the user's current default authentication method, and cannot be deleted until the"
                        + " default authentication method is changed");
    }

    static GraphRefusal alternateFirst() {
        return new GraphRefusal(
                400, "badRequest", "The mobile phone cannot be deleted while an alternate mobile phone is registered.");
    }

    /** The generic path cannot delete; the answer does not wear Graph's envelope. */
    static GraphRefusal noResourceForUri(WireRequest request) {
        String message =
                "No HTTP resource was found that matches the request URI '" + request.origin() + request.path() + "'.";
        return new GraphRefusal(404, "NotFound", message).body(Json.object("Message", message));
    }

    static GraphRefusal passDisabled() {
        return new GraphRefusal(400, "badRequest", "Temporary Access Pass is not enabled by policy for this user.");
    }

    static GraphRefusal passForGuest() {
        return new GraphRefusal(400, "badRequest", "Temporary Access Pass cannot be added to an external user.");
    }

    static GraphRefusal invalid(String what) {
        return new GraphRefusal(400, "badRequest", what);
    }

    static GraphRefusal alreadyThere() {
        return new GraphRefusal(400, "badRequest", "This method type is already registered for the user.");
    }
}
