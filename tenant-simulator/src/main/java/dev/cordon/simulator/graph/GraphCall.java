package dev.cordon.simulator.graph;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.cordon.simulator.identity.AccessToken;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.odata.Query;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a Graph route.
 *
 * @param version {@code v1.0} or {@code beta}
 * @param variables the template's variables, decoded
 * @param now tenant time of the call
 */
public record GraphCall(
        Tenant tenant,
        WireRequest request,
        String version,
        Map<String, String> variables,
        AccessToken token,
        Query query,
        Instant now) {

    /** The tenant's state. */
    public TenantState state() {
        return tenant.state();
    }

    /** Who calls, for events. */
    public Cause cause() {
        var source = request.source();
        return new Cause(token.actor().from(source.ip(), source.userAgent()), request.requestId());
    }

    /** A variable of the template. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** Whether beta was asked for. */
    public boolean isBeta() {
        return version.equals("beta");
    }

    /** The base of metadata URLs. */
    public String metadata() {
        return request.origin() + "/" + version + "/$metadata#";
    }

    /** The person the variable {@code user} names, by object id or UPN, as replicas show him; 404 else. */
    public User user() {
        User user = findUser(variable("user")).orElseThrow(() -> GraphErrors.notFound(variable("user")));
        request.trace().target(user.id());
        return user;
    }

    /** The person of that object id or UPN, as replicas show him. */
    public Optional<User> findUser(String idOrName) {
        var users = state().table(User.TABLE);
        Optional<User> byId = users.findVisible(idOrName.toLowerCase(Locale.ROOT), now);
        return byId.isPresent() || !idOrName.contains("@")
                ? byId
                : users.allVisible(now).stream()
                        .filter(user -> user.userPrincipalName().equalsIgnoreCase(idOrName))
                        .findFirst();
    }

    /** The JSON object in the body; an absent body is an empty object. */
    public JsonObject body() {
        if (request.body().length == 0) {
            return new JsonObject();
        }
        try {
            return Json.parseObject(request.body());
        } catch (JsonParseException malformed) {
            throw new GraphRefusal(400, "BadRequest", "Unable to read JSON request payload.");
        }
    }

    /** 200 with an object of that context. */
    public WireResponse one(String context, JsonObject object) {
        return answer(200, context, object);
    }

    /** An answer with an object of that context. */
    public WireResponse answer(int status, String context, JsonObject object) {
        JsonObject body = Json.object("@odata.context", metadata() + context);
        object.entrySet().forEach(member -> body.add(member.getKey(), member.getValue()));
        return WireResponse.json(status, body);
    }

    /** 204. */
    public WireResponse noContent() {
        return WireResponse.empty(204);
    }
}
