package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.SignInSessions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sessions over Graph.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-revokesigninsessions">revokeSignInSessions</a>
 */
public record GraphSignInSessions(GraphClient graph) implements SignInSessions {
    @Override
    public Receipt revoke(String objectId) {
        Call call = graph.call(
                Need.REVOKE_SESSIONS,
                "Revoke the sessions of " + objectId,
                "POST",
                V1 + "/users/" + segment(objectId) + "/revokeSignInSessions",
                "",
                Repeat.IDEMPOTENT);
        return graph.send(Need.REVOKE_SESSIONS, call, Expectation.success(GraphSignInSessions::confirmed))
                .receipt(false, List.of());
    }

    /** Says {@code true}; in earlier years it said nothing, with 204. */
    private static Boolean confirmed(Response response) {
        if (response.status() == 204) {
            return true;
        }
        boolean confirmed = StrictJson.object(response.body())
                .findFlag("value")
                .orElseThrow(() -> new UnreadableJson("The member value is missing"));
        if (!confirmed) {
            throw new UnreadableJson("The service says that it did not revoke");
        }
        return true;
    }

    @Override
    public Reading<Optional<Instant>> fetchValidFrom(String objectId) {
        return graph.get(
                        Need.READ_USERS,
                        "Read since when the sessions of " + objectId + " are valid",
                        V1 + "/users/" + segment(objectId) + "?$select=id,signInSessionsValidFromDateTime",
                        user -> user.findInstant("signInSessionsValidFromDateTime"))
                .reading();
    }
}
