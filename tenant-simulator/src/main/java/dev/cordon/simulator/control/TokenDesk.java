package dev.cordon.simulator.control;

import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.AccessToken;
import dev.cordon.simulator.identity.ClientApplication;
import dev.cordon.simulator.identity.Permissions;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.identity.Tokens;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Application;
import dev.cordon.simulator.scenario.Attacker;
import dev.cordon.simulator.scenario.Scenario;
import dev.cordon.simulator.state.Actor;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.wire.WireResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code POST /tokens}: access tokens for scripts that only want to speak to an API. */
public final class TokenDesk {

    private static final String OFFICE = "d3590ed6-52b3-4102-aeff-aad2292ab01c";

    private final Tenant tenant;

    /** The token desk of that tenant. */
    public TokenDesk(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Its path. */
    public ControlRoute route() {
        return new ControlRoute("POST", "/tokens", this::issue);
    }

    private WireResponse issue(JsonObject body) {
        String as = Json.text(body, "as").orElse("");
        Resource resource = Json.text(body, "resource")
                .flatMap(Resource::find)
                .orElseThrow(() -> new ControlRefusal(
                        400,
                        "POST /tokens takes {\"as\": \"operator|app|attacker|<upn>\", \"resource\":"
                                + " \"graph|exchange|compliance\"}."));
        AccessToken token = tenant.tokens().issue(wanted(as, resource));
        return WireResponse.json(
                200,
                Json.object(
                        "token_type", "Bearer",
                        "access_token", token.value(),
                        "expires_in", tenant.tokens().secondsLeft(token)));
    }

    private Tokens.Wanted wanted(String as, Resource resource) {
        Application application = scenario().application();
        boolean graph = resource == Resource.GRAPH;
        return switch (as) {
            case "app" -> {
                var registration = tenant.registration();
                yield new Tokens.Wanted(
                        actor(Caller.APP, null, registration.appId()),
                        resource,
                        registration.servicePrincipalId(),
                        graph ? Permissions.application(application) : Permissions.exchangeApplication(application),
                        false,
                        true);
            }
            case "operator" -> {
                var registration = tenant.registration();
                yield new Tokens.Wanted(
                        actor(Caller.OPERATOR, user(scenario().operator().upn()), registration.appId()),
                        resource,
                        registration.servicePrincipalId(),
                        graph ? Permissions.delegated(application) : Permissions.exchangeDelegated(application),
                        false,
                        true);
            }
            case "attacker" -> person(Caller.ATTACKER, victim(), resource);
            default -> person(Caller.USER, as, resource);
        };
    }

    private Tokens.Wanted person(Caller caller, String upn, Resource resource) {
        String principal = tenant.state()
                .table(ClientApplication.TABLE)
                .find(OFFICE)
                .map(ClientApplication::servicePrincipalId)
                .orElse(OFFICE);
        Set<String> scopes =
                resource == Resource.GRAPH ? Permissions.firstParty() : Set.of(Permissions.EXCHANGE_MANAGE);
        return new Tokens.Wanted(actor(caller, user(upn), OFFICE), resource, principal, scopes, false, true);
    }

    private String victim() {
        Attacker attacker = scenario().attacker();
        if (!attacker.sessions().isEmpty()) {
            return attacker.sessions().getFirst().user();
        }
        if (!attacker.knows().isEmpty()) {
            return attacker.knows().getFirst().user();
        }
        return scenario().suspects().stream()
                .findFirst()
                .orElseThrow(() -> new ControlRefusal(400, "The scenario's attacker has nobody's session or password."))
                .upn();
    }

    private User user(String upn) {
        return tenant.state().table(User.TABLE).all().stream()
                .filter(user -> user.userPrincipalName().equalsIgnoreCase(upn))
                .findFirst()
                .orElseThrow(() -> new ControlRefusal(404, "Nobody is called " + upn + "."));
    }

    private static Actor actor(Caller caller, @Nullable User user, String appId) {
        return new Actor(
                caller,
                user == null ? null : user.id(),
                user == null ? null : user.userPrincipalName(),
                appId,
                "127.0.0.1",
                "control-api",
                null);
    }

    private Scenario scenario() {
        return tenant.state().scenario();
    }
}
