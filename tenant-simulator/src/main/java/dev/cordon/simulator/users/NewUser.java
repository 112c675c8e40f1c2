package dev.cordon.simulator.users;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The person a {@code POST /users} describes. */
final class NewUser {

    private NewUser() {}

    static User from(GraphCall call) {
        JsonObject body = call.body();
        TenantState state = call.state();
        for (String name : List.of("displayName", "mailNickname", "userPrincipalName", "passwordProfile")) {
            if (!body.has(name)) {
                throw GraphErrors.badRequest("A value is required for property '" + name + "' of resource 'User'.");
            }
        }
        String upn = Json.text(body, "userPrincipalName").orElse("");
        String password = Json.member(body, "passwordProfile")
                .flatMap(profile -> Json.text(profile, "password"))
                .orElse("");
        boolean ourDomain = state.scenario().organisation().domains().stream()
                .anyMatch(domain -> upn.toLowerCase(Locale.ROOT)
                        .endsWith("@" + domain.name().toLowerCase(Locale.ROOT)));
        if (!ourDomain || upn.indexOf('@') < 1) {
            throw GraphErrors.badRequest(
                    "The domain portion of the userPrincipalName property is invalid. You must use one of the verified"
                            + " domain names in your organization.");
        }
        if (state.table(User.TABLE).all().stream()
                .anyMatch(user -> user.userPrincipalName().equalsIgnoreCase(upn))) {
            throw UserErrors.nameTaken();
        }
        if (!Passwords.isComplex(password)) {
            throw UserErrors.weakPassword();
        }
        Instant now = state.now();
        return new User(
                state.chance().guid("new-user", upn, state.events().size()),
                upn,
                Json.text(body, "displayName").orElse(upn),
                null,
                null,
                null,
                null,
                List.of(),
                false,
                Json.bool(body, "accountEnabled").orElse(true),
                false,
                false,
                false,
                now,
                password,
                Json.member(body, "passwordProfile")
                        .flatMap(profile -> Json.bool(profile, "forceChangePasswordNextSignIn"))
                        .orElse(true),
                now,
                now,
                "disabled",
                null);
    }
}
