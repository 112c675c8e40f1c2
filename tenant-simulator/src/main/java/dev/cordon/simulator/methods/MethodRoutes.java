package dev.cordon.simulator.methods;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.graph.Evidence;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.identity.RoleMatrix.Act;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.DirectoryRoles;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.MethodType;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.users.TargetProtection;
import dev.cordon.simulator.wire.WireResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Authentication methods.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview">authentication methods</a>
 */
public final class MethodRoutes implements GraphArea {

    private static final String READERS = "Global Reader";

    /** Who sees telephone numbers masked (B1), unless he has a role that sees them. */
    private static final Set<String> MASKED = Set.of(id("Authentication Administrator"));

    private static final Set<String> UNMASKED =
            Set.of(id("Global Administrator"), id("Privileged Authentication Administrator"), id(READERS));
    private static final Permit READ = Permit.anyOf(
                    "UserAuthenticationMethod.Read.All", "UserAuthenticationMethod.ReadWrite.All")
            .roles(READERS, "Authentication Administrator", "Privileged Authentication Administrator");

    private final TenantState state;
    private final MethodState methods;
    private final PasswordResets resets;
    private final TargetProtection protection;

    /** The methods of that tenant's people. */
    public MethodRoutes(Tenant tenant) {
        this.state = tenant.state();
        this.methods = new MethodState(tenant.state());
        this.resets = new PasswordResets(tenant);
        this.protection = new TargetProtection(tenant);
    }

    @Override
    public String name() {
        return "Authentication methods";
    }

    @Override
    public List<GraphRoute> routes() {
        var routes = new ArrayList<GraphRoute>();
        String base = "/users/{user}/authentication";
        Permit write = Permit.anyOf("UserAuthenticationMethod.ReadWrite.All");
        routes.add(GraphRoute.get(base + "/methods", READ, "B1", this::list));
        routes.add(GraphRoute.get(base + "/methods/{method}", READ, "B1", this::get));
        routes.add(GraphRoute.delete(base + "/methods/{method}", write, "B2", this::deleteGeneric)
                .evidence(Evidence.IN_THE_FIELD));
        routes.add(GraphRoute.post(
                base + "/methods/{method}/resetPassword",
                Permit.delegatedOnly("UserAuthenticationMethod.ReadWrite.All"),
                "A5",
                resets::start));
        routes.add(GraphRoute.get(
                base + "/operations/{operation}",
                Permit.delegatedOnly("UserAuthenticationMethod.Read.All", "UserAuthenticationMethod.ReadWrite.All"),
                "A6",
                resets::read));
        for (MethodType type : MethodType.values()) {
            typed(type, base + "/" + type.collection(), routes);
        }
        routes.add(GraphRoute.get(base + "/signInPreferences", READ, "B4", this::preferences)
                .beta());
        routes.add(GraphRoute.patch(base + "/signInPreferences", write, "B4", this::prefer)
                .beta());
        routes.add(GraphRoute.get(base + "/requirements", Permit.anyOf("Policy.Read.All"), "B5", this::requirements)
                .beta());
        routes.add(GraphRoute.patch(
                        base + "/requirements",
                        Permit.anyOf("Policy.ReadWrite.AuthenticationMethod")
                                .roles(
                                        "Authentication Policy Administrator",
                                        "Authentication Administrator",
                                        "Privileged Authentication Administrator"),
                        "B5",
                        this::require)
                .beta());
        return routes.stream().map(route -> route.denying(MethodErrors::denied)).toList();
    }

    private void typed(MethodType type, String path, List<GraphRoute> routes) {
        String granular = "UserAuthMethod-" + type.permission() + ".ReadWrite.All";
        Permit write = Permit.anyOf("UserAuthenticationMethod.ReadWrite.All", granular);
        if (type == MethodType.QR_CODE_PIN) {
            routes.add(GraphRoute.get(path, READ, "B1", this::getSingle));
            routes.add(GraphRoute.delete(path, write, "B2", call -> delete(call, type)));
            return;
        }
        routes.add(GraphRoute.get(path, READ, "B1", call -> listTyped(call, type)));
        routes.add(GraphRoute.get(path + "/{method}", READ, "B1", this::get));
        if (type != MethodType.PASSWORD) {
            GraphRoute delete = GraphRoute.delete(path + "/{method}", write, "B2", call -> delete(call, type));
            routes.add(type == MethodType.HARDWARE_OATH ? delete.beta() : delete);
            routes.add(create(type, path, write));
        }
    }

    /** Passes, phones and e-mail addresses as Graph has it; the rest stands in for the self-service page. */
    private GraphRoute create(MethodType type, String path, Permit write) {
        return switch (type) {
            case TEMPORARY_ACCESS_PASS -> GraphRoute.post(path, write, "B3", this::createPass);
            case PHONE, EMAIL -> GraphRoute.post(path, write, "U12", call -> register(call, type));
            case PASSWORD,
                    MICROSOFT_AUTHENTICATOR,
                    FIDO2,
                    SOFTWARE_OATH,
                    HARDWARE_OATH,
                    WINDOWS_HELLO,
                    PLATFORM_CREDENTIAL,
                    EXTERNAL,
                    QR_CODE_PIN ->
                GraphRoute.post(path, write, "stands in for the self-service page", call -> register(call, type))
                        .beta()
                        .evidence(Evidence.FROM_MEMORY);
        };
    }

    private WireResponse list(GraphCall call) {
        User user = call.user();
        readable(call, user);
        if (!call.request().query().isEmpty()) {
            throw MethodErrors.invalid("Query options are not supported on authentication methods.");
        }
        return shown(call, user, methods.visible(user, call.now()), "methods");
    }

    private WireResponse listTyped(GraphCall call, MethodType type) {
        User user = call.user();
        readable(call, user);
        List<AuthenticationMethod> some = methods.visible(user, call.now()).stream()
                .filter(method -> method.type() == type)
                .toList();
        return shown(call, user, some, type.collection());
    }

    private WireResponse shown(GraphCall call, User user, List<AuthenticationMethod> list, String segment) {
        return call.one(
                "users('" + user.id() + "')/authentication/" + segment,
                Json.object(
                        "value",
                        list.stream()
                                .filter(method -> call.isBeta() || method.type() != MethodType.HARDWARE_OATH)
                                .map(method -> shown(call, user, method))
                                .toList()));
    }

    /** A method as the caller may see it. */
    private static JsonObject shown(GraphCall call, User user, AuthenticationMethod method) {
        JsonObject json = MethodShapes.shown(method, call.now());
        return MASKED.stream().anyMatch(call.token().roles()::contains)
                        && UNMASKED.stream().noneMatch(call.token().roles()::contains)
                        && call.token().isDelegated()
                        && !user.id().equals(call.token().userId())
                ? MethodShapes.masked(json)
                : json;
    }

    /** The one method of a type there is only one of. */
    private WireResponse getSingle(GraphCall call) {
        User user = call.user();
        readable(call, user);
        AuthenticationMethod method = methods.visible(user, call.now()).stream()
                .filter(found -> found.type() == MethodType.QR_CODE_PIN)
                .findFirst()
                .orElseThrow(() -> MethodErrors.notFound(MethodType.QR_CODE_PIN.collection()));
        call.request().trace().target(user.id() + "/" + method.id());
        return call.one(
                "users('" + user.id() + "')/authentication/" + MethodType.QR_CODE_PIN.collection() + "/$entity",
                shown(call, user, method));
    }

    private WireResponse get(GraphCall call) {
        User user = call.user();
        readable(call, user);
        String id = call.variable("method");
        AuthenticationMethod method = methods.visible(user, call.now()).stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(() -> MethodErrors.notFound(id));
        call.request().trace().target(user.id() + "/" + id);
        return call.one("users('" + user.id() + "')/authentication/methods/$entity", shown(call, user, method));
    }

    /** Authentication administrators read only people they could also act on. */
    private void readable(GraphCall call, User user) {
        boolean reader = call.token().roles().contains(id(READERS));
        if (!reader && call.token().isDelegated()) {
            protection.check(call, user, Act.MANAGE_METHODS, false, MethodErrors::denied);
        }
    }

    private WireResponse deleteGeneric(GraphCall call) {
        call.request().trace().target(call.user().id() + "/" + call.variable("method"));
        throw MethodErrors.noResourceForUri(call.request());
    }

    private WireResponse delete(GraphCall call, MethodType type) {
        User user = call.user();
        protection.check(call, user, Act.MANAGE_METHODS, false, MethodErrors::denied);
        String id = type == MethodType.QR_CODE_PIN
                ? methods.all(user).stream()
                        .filter(method -> method.type() == type)
                        .map(AuthenticationMethod::id)
                        .findFirst()
                        .orElse("")
                : call.variable("method");
        call.request().trace().target(user.id() + "/" + id);
        AuthenticationMethod method = methods.find(user, id)
                .filter(found -> found.type() == type)
                .orElseThrow(() -> MethodErrors.notFound(id));
        if (methods.blocksDeletion(method, user)) {
            throw MethodErrors.defaultMethod(id);
        }
        boolean mobile = type == MethodType.PHONE
                && Json.text(method.details(), "phoneType").orElse("").equals("mobile");
        if (mobile && methods.all(user).stream().anyMatch(MethodRoutes::isAlternate)) {
            throw MethodErrors.alternateFirst();
        }
        methods.delete(method, user, call.cause());
        return call.noContent();
    }

    private WireResponse createPass(GraphCall call) {
        User user = call.user();
        protection.check(call, user, Act.MANAGE_METHODS, false, MethodErrors::denied);
        if (!state.scenario().organisation().policies().temporaryAccessPass()) {
            throw MethodErrors.passDisabled();
        }
        if (user.guest()) {
            throw MethodErrors.passForGuest();
        }
        JsonObject body = call.body();
        if (body.get("lifetimeInMinutes") instanceof JsonPrimitive minutes
                && (minutes.getAsInt() < 10 || minutes.getAsInt() > 43_200)) {
            throw MethodErrors.invalid("lifetimeInMinutes must lie between 10 and 43200.");
        }
        methods.all(user).stream()
                .filter(method -> method.type() == MethodType.TEMPORARY_ACCESS_PASS)
                .forEach(old -> methods.delete(old, user, call.cause()));
        AuthenticationMethod pass = create(call, user, MethodType.TEMPORARY_ACCESS_PASS, body);
        JsonObject shown = MethodShapes.shown(pass, state.now());
        shown.addProperty("temporaryAccessPass", pass.proof());
        return created(call, user, pass, shown);
    }

    private WireResponse register(GraphCall call, MethodType type) {
        User user = call.user();
        protection.check(call, user, Act.MANAGE_METHODS, false, MethodErrors::denied);
        NewMethod.check(type, call.body());
        AuthenticationMethod method = create(call, user, type, call.body());
        JsonObject shown = MethodShapes.shown(method, state.now());
        if (type == MethodType.SOFTWARE_OATH) {
            shown.addProperty("secretKey", method.proof());
        }
        return created(call, user, method, shown);
    }

    private AuthenticationMethod create(GraphCall call, User user, MethodType type, JsonObject body) {
        String name = "request " + state.events().size();
        AuthenticationMethod method = new NewMethod(state).of(type, user.id(), body, state.now(), false, name);
        if (methods.find(user, method.id()).isPresent()) {
            throw MethodErrors.alreadyThere();
        }
        methods.add(method, user, call.cause());
        call.request().trace().target(user.id() + "/" + method.id());
        return method;
    }

    private WireResponse created(GraphCall call, User user, AuthenticationMethod method, JsonObject shown) {
        return call.answer(
                201,
                "users('" + user.id() + "')/authentication/" + method.type().collection() + "/$entity",
                shown);
    }

    private WireResponse preferences(GraphCall call) {
        User user = call.user();
        readable(call, user);
        String preferred = methods.all(user).stream()
                .filter(AuthenticationMethod::isDefault)
                .map(Preferences::word)
                .findFirst()
                .orElse("none");
        return call.one(
                "users('" + user.id() + "')/authentication/signInPreferences",
                Json.object(
                        "isSystemPreferredAuthenticationMethodEnabled",
                        Preferences.isSystemPreferred(state, user),
                        "userPreferredMethodForSecondaryAuthentication",
                        preferred,
                        "systemPreferredAuthenticationMethod",
                        null));
    }

    private WireResponse prefer(GraphCall call) {
        User user = call.user();
        protection.check(call, user, Act.MANAGE_METHODS, false, MethodErrors::denied);
        String wanted = Json.text(call.body(), "userPreferredMethodForSecondaryAuthentication")
                .orElse("");
        if (!wanted.isEmpty() && !Preferences.WORDS.contains(wanted)) {
            throw MethodErrors.invalid("'" + wanted + "' is no method for secondary authentication.");
        }
        Json.bool(call.body(), "isSystemPreferredAuthenticationMethodEnabled")
                .ifPresent(on -> methods.systemPreferred(user, on, call.cause()));
        if (!wanted.isEmpty()) {
            AuthenticationMethod method = methods.all(user).stream()
                    .filter(candidate -> Preferences.matches(candidate, wanted))
                    .findFirst()
                    .orElseThrow(() -> MethodErrors.invalid("The user has no method registered for '" + wanted + "'."));
            methods.makeDefault(method, user, call.cause());
        }
        return call.noContent();
    }

    private WireResponse requirements(GraphCall call) {
        User user = call.user();
        return call.one(
                "users('" + user.id() + "')/authentication/requirements",
                Json.object("perUserMfaState", user.perUserMfa()));
    }

    private WireResponse require(GraphCall call) {
        User user = call.user();
        String wanted = Json.text(call.body(), "perUserMfaState").orElse("");
        if (!Set.of("disabled", "enabled", "enforced").contains(wanted)) {
            throw MethodErrors.invalid("perUserMfaState must be disabled, enabled or enforced.");
        }
        methods.perUserMfa(user, wanted, call.cause());
        return call.noContent();
    }

    private static boolean isAlternate(AuthenticationMethod method) {
        return method.type() == MethodType.PHONE
                && Json.text(method.details(), "phoneType").orElse("").equals("alternateMobile");
    }

    private static String id(String role) {
        return DirectoryRoles.findTemplateId(role).orElseThrow();
    }
}
