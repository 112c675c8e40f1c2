package dev.cordon.simulator.methods;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.graph.GraphRefusal;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.MethodType;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.wire.WireResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who has registered what; hours behind the truth.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/userregistrationdetails">userRegistrationDetails</a>
 */
public final class RegistrationReport implements GraphArea {

    private static final Duration LAG = Duration.ofHours(3);
    private static final String PATH = "/reports/authenticationMethods/userRegistrationDetails";

    private final Tenant tenant;
    private final MethodState methods;

    /** The report on that tenant's people. */
    public RegistrationReport(Tenant tenant) {
        this.tenant = tenant;
        this.methods = new MethodState(tenant.state());
    }

    @Override
    public String name() {
        return "Registration report";
    }

    @Override
    public List<GraphRoute> routes() {
        Permit permit = Permit.anyOf("AuditLog.Read.All")
                .roles("Reports Reader", "Security Reader", "Security Administrator", "Global Reader");
        return List.of(
                GraphRoute.get(PATH, permit, "B6", this::list).bucket("reports"),
                GraphRoute.get(PATH + "/{user}", permit, "B6", this::get).bucket("reports"));
    }

    private WireResponse list(GraphCall call) {
        licensed(call);
        List<JsonObject> rows = tenant.state().table(User.TABLE).allVisible(call.now()).stream()
                .map(user -> row(user, call.now()))
                .toList();
        return Pages.plain("reports/authenticationMethods/userRegistrationDetails", 1000, 1000)
                .answer(call, rows);
    }

    private WireResponse get(GraphCall call) {
        licensed(call);
        User user = call.findUser(call.variable("user"))
                .filter(found -> found.id().equals(call.variable("user")))
                .orElseThrow(() -> GraphErrors.notFound(call.variable("user")));
        call.request().trace().target(user.id());
        return call.one("reports/authenticationMethods/userRegistrationDetails/$entity", row(user, call.now()));
    }

    private JsonObject row(User user, Instant now) {
        Instant asOf = now.minus(LAG);
        List<AuthenticationMethod> known = methods.all(user).stream()
                .filter(method -> method.type() != MethodType.PASSWORD)
                .filter(method -> method.created() == null || method.created().isBefore(asOf))
                .toList();
        boolean strong = known.stream().anyMatch(method -> method.type().isSecondFactor());
        boolean passwordless = known.stream()
                .anyMatch(method -> method.type() == MethodType.FIDO2 || method.type() == MethodType.WINDOWS_HELLO);
        String preferred = known.stream()
                .filter(AuthenticationMethod::isDefault)
                .map(Preferences::word)
                .findFirst()
                .orElse("none");
        return Json.object(
                "id",
                user.id(),
                "userPrincipalName",
                user.userPrincipalName(),
                "userDisplayName",
                user.displayName(),
                "userType",
                user.guest() ? "guest" : "member",
                "isAdmin",
                !tenant.tokens().roles(user.id()).isEmpty(),
                "isSsprRegistered",
                known.stream()
                        .anyMatch(method -> method.type() == MethodType.EMAIL || method.type() == MethodType.PHONE),
                "isSsprEnabled",
                true,
                "isSsprCapable",
                !known.isEmpty(),
                "isMfaRegistered",
                strong,
                "isMfaCapable",
                strong,
                "isPasswordlessCapable",
                passwordless,
                "lastUpdatedDateTime",
                asOf,
                "methodsRegistered",
                known.stream()
                        .map(method -> method.type().registered())
                        .distinct()
                        .toList(),
                "isSystemPreferredAuthenticationMethodEnabled",
                false,
                "systemPreferredAuthenticationMethods",
                List.of(),
                "userPreferredMethodForSecondaryAuthentication",
                preferred);
    }

    private static void licensed(GraphCall call) {
        if (!ServicePlans.hasPremiumP1(call.state().licences())) {
            throw new GraphRefusal(
                    403,
                    "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                    "Neither tenant is B2C or tenant doesn't have premium license");
        }
    }
}
