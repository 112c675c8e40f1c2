package dev.cordon.simulator.logs;

import dev.cordon.simulator.graph.GraphRefusal;

/** How the reporting service refuses. */
final class LogErrors {

    private LogErrors() {}

    static GraphRefusal notPremium() {
        return new GraphRefusal(
                403,
                "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                "Neither tenant is B2C or tenant doesn't have premium license");
    }

    static GraphRefusal notFound(String id) {
        return new GraphRefusal(404, "UnknownError", "Resource '" + id + "' does not exist.");
    }

    static GraphRefusal noEventTypes() {
        return new GraphRefusal(
                400,
                "BadRequest",
                "Could not find a property named 'signInEventTypes' on type 'microsoft.graph.signIn'.");
    }

    static GraphRefusal notLicensed() {
        return new GraphRefusal(403, "Forbidden", "Your tenant is not licensed for this feature.");
    }
}
