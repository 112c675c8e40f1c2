package dev.cordon.simulator.methods;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.MethodType;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The methods people have, and what changing them leaves behind. */
final class MethodState {

    /** What the directory's audits may say of a method. */
    private static final List<String> TOLD =
            List.of("phoneType", "phoneNumber", "startDateTime", "lifetimeInMinutes", "isUsableOnce");

    private final TenantState state;

    MethodState(TenantState state) {
        this.state = state;
    }

    /** The methods of a person as replicas show them, his password first. */
    List<AuthenticationMethod> visible(User user, Instant now) {
        return state.table(AuthenticationMethod.TABLE).allVisible(now).stream()
                .filter(method -> method.userId().equals(user.id()))
                .toList();
    }

    /** The methods of a person as they are. */
    List<AuthenticationMethod> all(User user) {
        return state.table(AuthenticationMethod.TABLE).all().stream()
                .filter(method -> method.userId().equals(user.id()))
                .toList();
    }

    Optional<AuthenticationMethod> find(User user, String id) {
        return state.table(AuthenticationMethod.TABLE).find(AuthenticationMethod.key(user.id(), id));
    }

    void add(AuthenticationMethod method, User user, Cause cause) {
        state.secrets().add("authentication-method", user.userPrincipalName(), method.proof());
        boolean own = user.id().equals(cause.actor().userId());
        state.atomically(() -> {
            state.table(AuthenticationMethod.TABLE).put(method.key(), method, state.visibleAt("method", method.key()));
            Author by = cause.actor().caller() == Caller.ATTACKER ? Author.ATTACKER : Author.LEGITIMATE;
            state.table(Origin.TABLE)
                    .put(method.key(), new Origin(method.id(), null, ObjectKind.AUTHENTICATION_METHOD, user.id(), by));
            record(
                    cause,
                    own ? Activity.REGISTER_METHOD : Activity.ADMIN_REGISTER_METHOD,
                    method,
                    new JsonObject(),
                    facts(method));
        });
    }

    void delete(AuthenticationMethod method, User user, Cause cause) {
        boolean own = user.id().equals(cause.actor().userId());
        state.atomically(() -> {
            state.table(AuthenticationMethod.TABLE).remove(method.key(), state.visibleAt("method", method.key()));
            record(
                    cause,
                    own ? Activity.DELETE_METHOD : Activity.ADMIN_DELETE_METHOD,
                    method,
                    facts(method),
                    new JsonObject());
        });
    }

    void makeDefault(AuthenticationMethod wanted, User user, Cause cause) {
        state.atomically(() -> {
            for (AuthenticationMethod method : all(user)) {
                boolean isWanted = method.id().equals(wanted.id());
                if (method.isDefault() != isWanted) {
                    state.table(AuthenticationMethod.TABLE).put(method.key(), method.withDefault(isWanted));
                }
            }
            record(cause, Activity.CHANGE_DEFAULT_METHOD, wanted, new JsonObject(), facts(wanted));
        });
    }

    void systemPreferred(User user, boolean on, Cause cause) {
        state.atomically(() -> {
            boolean before = Preferences.isSystemPreferred(state, user);
            if (before == on) {
                return;
            }
            state.table(Preferences.SystemPreference.TABLE)
                    .put(user.id(), new Preferences.SystemPreference(user.id(), on));
            String name = "isSystemPreferredAuthenticationMethodEnabled";
            state.record(
                    cause,
                    Activity.ADMIN_UPDATE_METHOD,
                    "User",
                    user.id(),
                    user.id(),
                    Json.object(name, before),
                    Json.object(name, on));
        });
    }

    void perUserMfa(User user, String value, Cause cause) {
        state.atomically(() -> {
            User latest = state.table(User.TABLE).find(user.id()).orElse(user);
            state.table(User.TABLE).put(user.id(), latest.withPerUserMfa(value), state.visibleAt("mfa", user.id()));
            state.record(
                    cause,
                    value.equals("disabled")
                            ? Activity.DISABLE_STRONG_AUTHENTICATION
                            : Activity.ENABLE_STRONG_AUTHENTICATION,
                    "User",
                    user.id(),
                    user.id(),
                    Json.object("perUserMfaState", latest.perUserMfa()),
                    Json.object("perUserMfaState", value));
        });
    }

    /** Everything but what proves it. */
    private static JsonObject facts(AuthenticationMethod method) {
        JsonObject facts = Json.object(
                "type", method.type().word(),
                "displayName", Json.text(method.details(), "displayName").orElse(null),
                "isDefault", method.isDefault());
        for (String name : TOLD) {
            if (method.details().has(name)) {
                facts.add(name, method.details().get(name));
            }
        }
        return facts;
    }

    private void record(
            Cause cause, Activity activity, AuthenticationMethod method, JsonObject before, JsonObject after) {
        state.record(cause, activity, "AuthenticationMethod", method.id(), method.userId(), before, after);
    }

    /** Whether somebody else could still be the default once this one is gone. */
    boolean blocksDeletion(AuthenticationMethod method, User user) {
        return method.isDefault()
                && all(user).stream().anyMatch(other -> !other.id().equals(method.id()) && canBeDefault(other.type()));
    }

    static boolean canBeDefault(MethodType type) {
        return switch (type) {
            case PHONE, MICROSOFT_AUTHENTICATOR, SOFTWARE_OATH, HARDWARE_OATH, EXTERNAL -> true;
            case PASSWORD, FIDO2, EMAIL, TEMPORARY_ACCESS_PASS, WINDOWS_HELLO, PLATFORM_CREDENTIAL, QR_CODE_PIN ->
                false;
        };
    }
}
