package dev.cordon.simulator.directory;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Organisation.Policies;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;

/**
 * The tenant-wide policies a response asks about.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/policy-overview">policies</a>
 */
public final class PolicyRoutes implements GraphArea {

    private static final String PASS = "/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/";

    private final Tenant tenant;

    /** The policies of that tenant. */
    public PolicyRoutes(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public String name() {
        return "Policies";
    }

    @Override
    public List<GraphRoute> routes() {
        Permit read = Permit.anyOf("Policy.Read.All");
        return List.of(
                GraphRoute.get("/policies/identitySecurityDefaultsEnforcementPolicy", read, "E21", this::defaults),
                GraphRoute.get("/policies/authorizationPolicy", read, "E21", this::authorisation),
                GraphRoute.get("/policies/authenticationMethodsPolicy", read, "E21", this::methods),
                GraphRoute.get(PASS + "TemporaryAccessPass", read, "E21", this::pass),
                GraphRoute.get("/identity/conditionalAccess/policies", read, "E20", this::none)
                        .bucket("identity-protection"),
                GraphRoute.get("/identity/conditionalAccess/namedLocations", read, "E20", this::noLocations)
                        .bucket("identity-protection"));
    }

    private WireResponse defaults(GraphCall call) {
        return call.one(
                "policies/identitySecurityDefaultsEnforcementPolicy/$entity",
                Json.object(
                        "id", "00000000-0000-0000-0000-000000000005",
                        "description", "Security defaults",
                        "displayName", "Security Defaults",
                        "isEnabled", true));
    }

    private WireResponse authorisation(GraphCall call) {
        JsonArray consent = policies().userConsent()
                ? Json.array("ManagePermissionGrantsForSelf.microsoft-user-default-legacy")
                : new JsonArray();
        return call.one(
                "policies/authorizationPolicy/$entity",
                Json.object(
                        "id", "authorizationPolicy",
                        "displayName", "Authorization Policy",
                        "description", "Used to manage authorization related settings across the company.",
                        "allowedToUseSSPR", true,
                        "allowInvitesFrom", "everyone",
                        "blockMsolPowerShell", false,
                        "defaultUserRolePermissions",
                                Json.object(
                                        "allowedToCreateApps", true,
                                        "allowedToCreateSecurityGroups", true,
                                        "allowedToReadOtherUsers", true,
                                        "permissionGrantPoliciesAssigned", consent)));
    }

    private WireResponse methods(GraphCall call) {
        return call.one(
                "authenticationMethodsPolicy",
                Json.object(
                        "id", "authenticationMethodsPolicy",
                        "displayName", "Authentication Methods Policy",
                        "description", "The tenant-wide policy that controls which authentication methods are allowed",
                        "policyVersion", "1.5",
                        "authenticationMethodConfigurations", Json.array(passConfiguration())));
    }

    private WireResponse pass(GraphCall call) {
        return call.one("authenticationMethodConfigurations/$entity", passConfiguration());
    }

    private JsonObject passConfiguration() {
        return Json.object(
                "@odata.type",
                "#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration",
                "id",
                "TemporaryAccessPass",
                "state",
                policies().temporaryAccessPass() ? "enabled" : "disabled",
                "defaultLifetimeInMinutes",
                60,
                "defaultLength",
                8,
                "minimumLifetimeInMinutes",
                60,
                "maximumLifetimeInMinutes",
                480,
                "isUsableOnce",
                false);
    }

    private WireResponse none(GraphCall call) {
        return Pages.plain("identity/conditionalAccess/policies", 100, 999).answer(call, List.of());
    }

    private WireResponse noLocations(GraphCall call) {
        return Pages.plain("identity/conditionalAccess/namedLocations", 100, 999)
                .answer(call, List.of());
    }

    private Policies policies() {
        return tenant.state().scenario().organisation().policies();
    }
}
