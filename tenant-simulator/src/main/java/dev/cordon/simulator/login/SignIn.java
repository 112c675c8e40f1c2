package dev.cordon.simulator.login;

import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.ClientApplication;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Actor;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.MethodType;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.wire.WireRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks who somebody is: password, second factor, account; every try leaves a sign-in event. */
final class SignIn {

    private final Tenant tenant;
    private final TenantState state;

    SignIn(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
    }

    /** A person who is who he says. */
    record Proven(User user, Actor actor, boolean strong) {}

    /** Checks the fields of the sign-in page: login, password, method, proof, newPassword, simulated. */
    Proven check(Map<String, String> form, WireRequest request, ClientApplication client, String protocol) {
        Optional<User> found = find(form.getOrDefault("login", ""));
        if (found.isEmpty()) {
            throw new LoginRefusal(LoginErrors.NO_ACCOUNT);
        }
        User user = found.get();
        Actor actor = actor(user, request, client, session(user));
        request.trace().caller(actor.caller());
        request.trace().target(user.id());
        try {
            boolean strong = isSimulatedOperator(form, user, request) || prove(form, user, actor, request);
            event(actor, user, client, Resource.GRAPH, true, protocol, null, strong, request);
            return new Proven(state.table(User.TABLE).find(user.id()).orElse(user), actor, strong);
        } catch (LoginRefusal refusal) {
            event(actor, user, client, Resource.GRAPH, true, protocol, refusal.reason(), false, request);
            throw refusal;
        }
    }

    /** Writes the sign-in event that logs derive from. */
    void event(
            Actor actor,
            User user,
            ClientApplication client,
            Resource resource,
            boolean interactive,
            String protocol,
            @Nullable LoginErrors error,
            boolean strong,
            WireRequest request) {
        JsonObject facts = Json.object(
                "userId", user.id(),
                "userPrincipalName", user.userPrincipalName(),
                "appId", client.appId(),
                "appDisplayName", client.displayName(),
                "resourceId", resource.appId(),
                "resourceDisplayName", resource.displayName(),
                "interactive", interactive,
                "protocol", protocol,
                "errorCode", error == null ? 0 : error.code(),
                "failureReason", error == null ? null : error.text(),
                "mfa", strong,
                "ip", actor.ip(),
                "userAgent", actor.userAgent(),
                "sessionId", actor.sessionId());
        state.record(
                new Cause(actor, request.requestId()),
                Activity.SIGN_IN,
                "User",
                user.id(),
                user.id(),
                new JsonObject(),
                facts);
    }

    /** The actor a person is, seen from a request. */
    Actor actor(User user, WireRequest request, ClientApplication client, @Nullable String sessionId) {
        Caller caller = request.source().attacker()
                ? Caller.ATTACKER
                : user.id().equals(tenant.operatorId()) ? Caller.OPERATOR : Caller.USER;
        return new Actor(
                caller,
                user.id(),
                user.userPrincipalName(),
                client.appId(),
                request.source().ip(),
                request.source().userAgent(),
                sessionId);
    }

    /** The second factors a person has. */
    List<AuthenticationMethod> factors(User user) {
        return state.table(AuthenticationMethod.TABLE).all().stream()
                .filter(method ->
                        method.userId().equals(user.id()) && method.type().isSecondFactor())
                .toList();
    }

    Optional<User> find(String login) {
        String wanted = login.trim().toLowerCase(Locale.ROOT);
        return state.table(User.TABLE).all().stream()
                .filter(user ->
                        user.userPrincipalName().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    private boolean isSimulatedOperator(Map<String, String> form, User user, WireRequest request) {
        return "operator".equals(form.get("simulated"))
                && user.id().equals(tenant.operatorId())
                && user.accountEnabled()
                && !request.source().attacker();
    }

    private boolean prove(Map<String, String> form, User user, Actor actor, WireRequest request) {
        Optional<AuthenticationMethod> pass = temporaryPass(form, user);
        if (pass.isEmpty() && !user.password().equals(form.getOrDefault("password", ""))) {
            throw new LoginRefusal(LoginErrors.WRONG_PASSWORD);
        }
        if (!user.accountEnabled()) {
            throw new LoginRefusal(LoginErrors.ACCOUNT_DISABLED);
        }
        boolean strong = pass.isPresent() || secondFactor(form, user);
        pass.ifPresent(this::use);
        if (user.mustChangePassword() && pass.isEmpty()) {
            changePassword(form.getOrDefault("newPassword", ""), user, actor, request);
        }
        return strong;
    }

    private boolean secondFactor(Map<String, String> form, User user) {
        List<AuthenticationMethod> factors = factors(user);
        if (factors.isEmpty()) {
            return false;
        }
        String wanted = form.getOrDefault("method", "");
        if (wanted.isEmpty()) {
            throw new LoginRefusal(LoginErrors.SECOND_FACTOR_NEEDED);
        }
        boolean proven = factors.stream()
                .anyMatch(
                        method -> method.id().equals(wanted) && method.proof().equals(form.getOrDefault("proof", "")));
        if (!proven) {
            throw new LoginRefusal(LoginErrors.SECOND_FACTOR_FAILED);
        }
        return true;
    }

    private Optional<AuthenticationMethod> temporaryPass(Map<String, String> form, User user) {
        String presented = form.getOrDefault("password", "");
        return factors(user).stream()
                .filter(method -> method.type() == MethodType.TEMPORARY_ACCESS_PASS
                        && method.proof().equals(presented)
                        && TemporaryPass.isUsable(method, state.now()))
                .findFirst();
    }

    private void use(AuthenticationMethod pass) {
        if (Json.bool(pass.details(), "isUsableOnce").orElse(true)) {
            state.table(AuthenticationMethod.TABLE).put(pass.key(), TemporaryPass.used(pass));
        }
    }

    private void changePassword(String newPassword, User user, Actor actor, WireRequest request) {
        if (newPassword.isEmpty()) {
            throw new LoginRefusal(LoginErrors.PASSWORD_EXPIRED);
        }
        if (newPassword.length() < 8 || newPassword.equals(user.password())) {
            throw new LoginRefusal(LoginErrors.WEAK_PASSWORD);
        }
        state.secrets().add("password", user.userPrincipalName(), newPassword);
        state.atomically(() -> {
            state.table(User.TABLE).put(user.id(), user.withPassword(newPassword, false, state.now()));
            state.record(
                    new Cause(actor, request.requestId()),
                    Activity.CHANGE_PASSWORD,
                    "User",
                    user.id(),
                    user.id(),
                    new JsonObject(),
                    new JsonObject());
        });
    }

    private String session(User user) {
        return state.chance().guid("session", user.id(), state.events().size());
    }
}
