package dev.cordon.simulator.users;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.Evidence;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.identity.RoleMatrix.Act;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * People.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/user">user</a>
 */
public final class UserRoutes implements GraphArea {

    private static final Permit READ =
            Permit.anyOf("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.AccessAsUser.All");
    private static final Permit CHANGE = Permit.anyOf(
            "User.ReadWrite.All",
            "User.EnableDisableAccount.All",
            "User-PasswordProfile.ReadWrite.All",
            "Directory.AccessAsUser.All");
    private static final Permit REVOKE =
            Permit.anyOf("User.RevokeSessions.All", "User.ReadWrite.All", "Directory.AccessAsUser.All");
    private static final Permit WRITE = Permit.anyOf("User.ReadWrite.All");
    private static final Permit DELETE = Permit.anyOf("User.DeleteRestore.All", "User.ReadWrite.All");

    private final Tenant tenant;
    private final AccountChanges changes;
    private final TargetProtection protection;

    /** The people of that tenant. */
    public UserRoutes(Tenant tenant) {
        this.tenant = tenant;
        this.changes = new AccountChanges(tenant.state());
        this.protection = new TargetProtection(tenant);
    }

    @Override
    public String name() {
        return "Users";
    }

    @Override
    public List<GraphRoute> routes() {
        return List.of(
                GraphRoute.get("/users", READ, "A2", this::list).cost(2),
                GraphRoute.get("/users/$count", READ, "H", this::count),
                GraphRoute.get("/users/{user}", READ, "A1", this::get),
                GraphRoute.get("/users/{user}/manager", READ, "A.2", this::manager),
                GraphRoute.patch("/users/{user}", CHANGE, "A3, A4", this::update),
                GraphRoute.post("/users/{user}/revokeSignInSessions", REVOKE, "A7", this::revoke),
                GraphRoute.post("/users/{user}/invalidateAllRefreshTokens", REVOKE, "A8", this::revoke)
                        .beta()
                        .evidence(Evidence.IN_THE_FIELD),
                GraphRoute.post("/users", WRITE, "A9", this::create),
                GraphRoute.delete("/users/{user}", DELETE, "A10", this::delete),
                GraphRoute.get("/directory/deletedItems/microsoft.graph.user", READ, "A11", this::listDeleted),
                GraphRoute.get("/directory/deletedItems/{item}", READ, "A11", this::getDeleted),
                GraphRoute.post("/directory/deletedItems/{item}/restore", DELETE, "A11", this::restore));
    }

    private WireResponse list(GraphCall call) {
        refuseListOnly(call);
        List<JsonObject> rows = tenant.state().table(User.TABLE).allVisible(call.now()).stream()
                .map(user -> shown(user, call))
                .toList();
        return Pages.directory("users").defaults(UserShapes.DEFAULTS).answer(call, rows);
    }

    private WireResponse count(GraphCall call) {
        List<JsonObject> rows = tenant.state().table(User.TABLE).allVisible(call.now()).stream()
                .map(user -> shown(user, call))
                .toList();
        return WireResponse.text(
                200, "text/plain", String.valueOf(call.query().apply(rows).size()));
    }

    private WireResponse get(GraphCall call) {
        User user = call.user();
        JsonObject shown = call.query().project(shown(user, call), UserShapes.DEFAULTS);
        String selected = call.query().select().isEmpty()
                ? ""
                : "(" + String.join(",", call.query().select()) + ")";
        return call.one("users" + selected + "/$entity", shown);
    }

    private JsonObject shown(User user, GraphCall call) {
        JsonObject full = UserShapes.full(user, tenant);
        if (call.query().expand().contains("manager")) {
            managerOf(user, call).ifPresent(manager -> {
                JsonObject json = Json.object("@odata.type", "#microsoft.graph.user");
                UserShapes.identity(manager).entrySet().forEach(member -> json.add(member.getKey(), member.getValue()));
                full.add("manager", json);
            });
        }
        SignInActivity.add(full, user, call);
        return full;
    }

    private WireResponse manager(GraphCall call) {
        User manager = managerOf(call.user(), call).orElseThrow(() -> GraphErrors.notFound("manager"));
        JsonObject json = Json.object("@odata.type", "#microsoft.graph.user");
        UserShapes.identity(manager).entrySet().forEach(member -> json.add(member.getKey(), member.getValue()));
        return call.one("directoryObjects/$entity", json);
    }

    private Optional<User> managerOf(User user, GraphCall call) {
        String manager = user.managerId();
        return manager == null ? Optional.empty() : call.findUser(manager);
    }

    private static void refuseListOnly(GraphCall call) {
        if (call.query().select().contains("mailboxSettings")) {
            throw GraphErrors.badRequest("The property 'mailboxSettings' cannot be selected in a list of users.");
        }
    }

    private WireResponse update(GraphCall call) {
        User user = call.user();
        JsonObject body = call.body();
        Set<String> known = Set.of("accountEnabled", "passwordProfile", "displayName");
        body.keySet().stream()
                .filter(name -> !known.contains(name) && !name.startsWith("@"))
                .findFirst()
                .ifPresent(name -> {
                    throw UserErrors.invalidProperty(name);
                });
        for (Map.Entry<String, JsonElement> member : body.entrySet()) {
            switch (member.getKey()) {
                case "accountEnabled" -> enable(user, body, call);
                case "passwordProfile" -> password(user, body, call);
                case "displayName" -> rename(user, body, call);
                default -> {}
            }
        }
        return call.noContent();
    }

    private void enable(User user, JsonObject body, GraphCall call) {
        require(call, "User.EnableDisableAccount.All", "User.ReadWrite.All", "Directory.AccessAsUser.All");
        protection.check(call, user, Act.SENSITIVE_CHANGE, false);
        boolean enabled =
                Json.bool(body, "accountEnabled").orElseThrow(() -> UserErrors.invalidProperty("accountEnabled"));
        changes.setEnabled(user, enabled, call.cause());
    }

    private void password(User user, JsonObject body, GraphCall call) {
        require(call, "User-PasswordProfile.ReadWrite.All", "Directory.AccessAsUser.All");
        JsonObject profile =
                Json.member(body, "passwordProfile").orElseThrow(() -> UserErrors.invalidProperty("passwordProfile"));
        protection.check(call, user, Act.SENSITIVE_CHANGE, true);
        Passwords.checkMastered(user, tenant);
        boolean mustChange = Json.bool(profile, "forceChangePasswordNextSignIn").orElse(true);
        String password = Json.text(profile, "password").orElse(user.password());
        if (!password.equals(user.password()) && !Passwords.isComplex(password)) {
            throw UserErrors.weakPassword();
        }
        changes.setPassword(user, password, mustChange, call.cause());
    }

    private void rename(User user, JsonObject body, GraphCall call) {
        require(call, "User.ReadWrite.All", "Directory.AccessAsUser.All");
        protection.check(call, user, Act.SENSITIVE_CHANGE, false);
        changes.rename(
                user,
                Json.text(body, "displayName").orElseThrow(() -> UserErrors.invalidProperty("displayName")),
                call.cause());
    }

    private WireResponse revoke(GraphCall call) {
        User user = call.user();
        protection.check(call, user, Act.REVOKE_SESSIONS, false);
        changes.revokeSessions(
                user,
                call.cause(),
                Objects.requireNonNullElseGet(call.request().trace().arrivedAt(), tenant.state()::now));
        return call.one("Edm.Boolean", Json.object("value", true));
    }

    private WireResponse create(GraphCall call) {
        User user = NewUser.from(call);
        protection.check(call, user, Act.SENSITIVE_CHANGE, false);
        changes.add(user, call.cause());
        call.request().trace().target(user.id());
        JsonObject shown = call.query().project(UserShapes.full(user, tenant), UserShapes.DEFAULTS);
        return call.answer(201, "users/$entity", shown)
                .with("Location", call.request().origin() + "/" + call.version() + "/users/" + user.id());
    }

    private WireResponse delete(GraphCall call) {
        User user = call.user();
        protection.check(call, user, Act.SENSITIVE_CHANGE, false);
        if (tenant.state().table(User.TABLE).find(user.id()).isEmpty()) {
            throw GraphErrors.notFound(user.id());
        }
        changes.delete(user, call.cause());
        return call.noContent();
    }

    private WireResponse listDeleted(GraphCall call) {
        List<JsonObject> rows = tenant.state().table(User.DELETED).all().stream()
                .map(user -> UserShapes.full(user, tenant))
                .toList();
        return Pages.directory("directoryObjects/microsoft.graph.user").answer(call, rows);
    }

    private WireResponse getDeleted(GraphCall call) {
        JsonObject shown = Json.object("@odata.type", "#microsoft.graph.user");
        UserShapes.full(deleted(call), tenant)
                .entrySet()
                .forEach(member -> shown.add(member.getKey(), member.getValue()));
        return call.one("directoryObjects/$entity", shown);
    }

    private WireResponse restore(GraphCall call) {
        User user = changes.restore(deleted(call), call.cause());
        JsonObject shown = Json.object("@odata.type", "#microsoft.graph.user");
        UserShapes.identity(user).entrySet().forEach(member -> shown.add(member.getKey(), member.getValue()));
        return call.one("directoryObjects/$entity", shown);
    }

    private User deleted(GraphCall call) {
        String id = call.variable("item");
        call.request().trace().target(id);
        return tenant.state().table(User.DELETED).find(id).orElseThrow(() -> GraphErrors.notFound(id));
    }

    private static void require(GraphCall call, String... permissions) {
        for (String permission : permissions) {
            boolean onlyDelegated = permission.equals("Directory.AccessAsUser.All");
            if (call.token().grants().contains(permission)
                    && (!onlyDelegated || call.token().isDelegated())) {
                return;
            }
        }
        throw GraphErrors.denied();
    }
}
