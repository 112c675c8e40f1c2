package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Passwords;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Passwords over Graph. The request that carries a password leaves at most once.
 *
 * @param graph the client
 * @param operation waits for the long-running reset
 * @see <a href="https://learn.microsoft.com/graph/api/authenticationmethod-resetpassword">resetPassword</a>
 */
public record GraphPasswords(GraphClient graph, ResetOperation operation) implements Passwords {
    /** The id of everybody's password method. */
    private static final String PASSWORD_METHOD = "28c10230-6103-485e-b985-444c60001490";

    @Override
    public Receipt reset(String objectId, Secret newPassword) {
        return graph.claims().application()
                ? throughProfile(objectId, newPassword)
                : throughMethod(objectId, newPassword);
    }

    private Receipt throughProfile(String objectId, Secret newPassword) {
        JsonObject profile = new JsonObject();
        profile.addProperty("password", newPassword.reveal());
        profile.addProperty("forceChangePasswordNextSignIn", true);
        profile.addProperty("forceChangePasswordNextSignInWithMfa", false);
        JsonObject body = new JsonObject();
        body.add("passwordProfile", profile);
        var call = graph.call(
                Need.SET_PASSWORD,
                "Reset the password of " + objectId,
                "PATCH",
                V1 + "/users/" + segment(objectId),
                body.toString(),
                Repeat.ONCE,
                newPassword);
        return graph.send(Need.SET_PASSWORD, call, Expectation.success(response -> true))
                .receipt(false, List.of());
    }

    private Receipt throughMethod(String objectId, Secret newPassword) {
        JsonObject body = new JsonObject();
        body.addProperty("newPassword", newPassword.reveal());
        var call = graph.call(
                Need.RESET_PASSWORD,
                "Reset the password of " + objectId,
                "POST",
                V1 + "/users/" + segment(objectId) + "/authentication/methods/" + PASSWORD_METHOD + "/resetPassword",
                body.toString(),
                Repeat.ONCE,
                newPassword);
        Sent<Response> accepted = graph.send(Need.RESET_PASSWORD, call, Expectation.success(response -> response));
        return operation.awaited(graph, objectId, accepted, newPassword);
    }

    @Override
    public Reading<Optional<Instant>> fetchLastChange(String objectId) {
        return graph.get(
                        Need.READ_USERS,
                        "Read when the password of " + objectId + " was last changed",
                        V1 + "/users/" + segment(objectId) + "?$select=id,lastPasswordChangeDateTime",
                        user -> user.findInstant("lastPasswordChangeDateTime"))
                .reading();
    }
}
