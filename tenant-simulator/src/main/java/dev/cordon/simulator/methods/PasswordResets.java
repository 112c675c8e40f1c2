package dev.cordon.simulator.methods;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.identity.RoleMatrix.Act;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Organisation.Hybrid;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.users.AccountChanges;
import dev.cordon.simulator.users.Passwords;
import dev.cordon.simulator.users.TargetProtection;
import dev.cordon.simulator.wire.WireResponse;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code POST .../resetPassword}, an operation that takes a while, and reading how far it is.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/authenticationmethod-resetpassword">resetPassword</a>
 */
final class PasswordResets {

    private final Tenant tenant;
    private final TenantState state;
    private final AccountChanges changes;
    private final TargetProtection protection;

    PasswordResets(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.changes = new AccountChanges(state);
        this.protection = new TargetProtection(tenant);
    }

    WireResponse start(GraphCall call) {
        User user = call.user();
        if (!call.variable("method").equals(AuthenticationMethod.PASSWORD_ID)) {
            throw MethodErrors.notFound(call.variable("method"));
        }
        if (user.id().equals(call.token().userId())) {
            throw MethodErrors.denied();
        }
        protection.check(call, user, Act.RESET_PASSWORD, true, MethodErrors::denied);
        String given = Json.text(call.body(), "newPassword").orElse("");
        boolean mastered = Passwords.isMasteredOnPremises(user, tenant);
        if (Passwords.isFederated(user, tenant) || (mastered && !writesBack())) {
            throw MethodErrors.invalid("The password of this user is not managed by this directory.");
        }
        if (mastered && given.isEmpty()) {
            throw MethodErrors.invalid("newPassword is required for a user that is synchronised from on-premises.");
        }
        String password = given.isEmpty() ? generated(user) : given;
        PasswordReset reset = reset(call, user, password);
        JsonObject body = Json.object("@odata.context", call.metadata() + "microsoft.graph.passwordResetResponse");
        if (given.isEmpty()) {
            body.addProperty("newPassword", password);
        }
        String where = call.request().origin() + "/" + call.version() + "/users/" + user.id()
                + "/authentication/operations/" + reset.id() + "?aadgdc=SIM01P&aadgsu=ssprprod-a";
        return WireResponse.json(202, given.isEmpty() ? body : new JsonObject()).with("Location", where);
    }

    WireResponse read(GraphCall call) {
        User user = call.user();
        PasswordReset reset = state.table(PasswordReset.TABLE)
                .find(call.variable("operation"))
                .filter(found -> found.userId().equals(user.id()))
                .orElseThrow(() -> GraphErrors.notFound(call.variable("operation")));
        boolean running = call.now().isBefore(reset.done());
        WireResponse response = call.one(
                "users('" + user.id() + "')/authentication/operations/$entity",
                Json.object(
                        "id",
                        reset.id(),
                        "createdDateTime",
                        reset.created(),
                        "lastActionDateTime",
                        running ? reset.created() : reset.done(),
                        "status",
                        running ? "running" : reset.failure().isEmpty() ? "succeeded" : "failed",
                        "statusDetail",
                        reset.failure().isEmpty() || running ? null : reset.failure(),
                        "resourceLocation",
                        null));
        long wait = state.clock().wallSeconds(Duration.between(call.now(), reset.done()));
        return running ? response.with("Retry-After", String.valueOf(Math.max(1, wait))) : response;
    }

    private PasswordReset reset(GraphCall call, User user, String password) {
        return state.atomically(() -> {
            String id = state.chance()
                    .guid("password-reset", user.id(), state.events().size());
            boolean accepted = Passwords.isComplex(password);
            Instant done = state.visibleAt("password-reset", id);
            var reset = new PasswordReset(
                    id,
                    user.id(),
                    state.now(),
                    done,
                    accepted ? "" : "The password does not meet the complexity requirements of the password policy.");
            state.table(PasswordReset.TABLE).put(id, reset);
            if (accepted) {
                changes.setPassword(user, password, true, call.cause());
            }
            return reset;
        });
    }

    private boolean writesBack() {
        return state.scenario().organisation().hybrid() == Hybrid.WRITE_BACK;
    }

    private String generated(User user) {
        return state.chance()
                        .letters(
                                10,
                                "generated-password",
                                user.id(),
                                state.events().size()) + "4kQ!";
    }
}
