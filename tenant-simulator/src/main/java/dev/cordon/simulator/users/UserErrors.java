package dev.cordon.simulator.users;

import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.graph.GraphRefusal;
import dev.cordon.simulator.json.Json;

/** The refusals of this area; wire reference A.3 and A.5. */
final class UserErrors {

    private UserErrors() {}

    static GraphRefusal masteredOnPremises() {
        return GraphErrors.badRequest(
                "Unable to update the specified properties for on-premises mastered Directory Sync"
                        + " objects or objects currently undergoing migration.");
    }

    static GraphRefusal federated() {
        return GraphErrors.badRequest("Password of a user in a federated domain cannot be set in this directory.");
    }

    static GraphRefusal weakPassword() {
        return GraphErrors.badRequest("The specified password does not comply with password complexity requirements."
                        + " Please provide a different password.")
                .details(Json.array(Json.object(
                        "code", "PasswordComplexity",
                        "target", "password",
                        "message", "The specified password does not comply with password complexity requirements.")));
    }

    static GraphRefusal invalidProperty(String name) {
        return GraphErrors.badRequest("Invalid value specified for property '" + name + "' of resource 'User'.");
    }

    static GraphRefusal nameTaken() {
        return new GraphRefusal(
                400,
                "Request_BadRequest",
                "Another object with the same value for property userPrincipalName already exists.");
    }
}
