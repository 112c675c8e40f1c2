package dev.cordon.simulator.directory;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.scenario.Organisation;
import dev.cordon.simulator.scenario.Organisation.DomainAuthentication;
import dev.cordon.simulator.scenario.Organisation.Hybrid;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.users.UserShapes;
import dev.cordon.simulator.wire.WireResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The organisation, its domains, licences and groups.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/organization">organization</a>
 */
public final class DirectoryRoutes implements GraphArea {

    private static final Permit READ =
            Permit.anyOf("Directory.Read.All", "User.Read.All", "User.ReadWrite.All", "Directory.AccessAsUser.All");
    private static final Permit DIRECTORY = Permit.anyOf("Directory.Read.All", "Directory.AccessAsUser.All");

    private final Tenant tenant;
    private final TenantState state;
    private final Groups groups;
    private final Roles roles;

    /** The directory of that tenant. */
    public DirectoryRoutes(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.groups = new Groups(state);
        this.roles = new Roles(state);
    }

    @Override
    public String name() {
        return "Organisation, licences, groups";
    }

    @Override
    public List<GraphRoute> routes() {
        Permit organisation = Permit.anyOf("Organization.Read.All", "Directory.Read.All", "User.Read", "User.Read.All");
        Permit domains = Permit.anyOf("Domain.Read.All", "Directory.Read.All", "Directory.AccessAsUser.All");
        Permit federation = Permit.anyOf("Domain-InternalFederation.Read.All", "Domain.Read.All", "Directory.Read.All");
        Permit licences = Permit.anyOf("LicenseAssignment.Read.All", "Organization.Read.All", "Directory.Read.All");
        return List.of(
                GraphRoute.get("/organization", organisation, "A28", this::organisation),
                GraphRoute.get("/domains", domains, "A28", this::domains),
                GraphRoute.get("/domains/{domain}/federationConfiguration", federation, "A28", this::federation),
                GraphRoute.get("/subscribedSkus", licences, "A27", this::subscribedSkus)
                        .cost(3),
                GraphRoute.get("/users/{user}/licenseDetails", licences, "A27", this::licenceDetails)
                        .cost(2),
                GraphRoute.get("/users/{user}/memberOf", READ, "A12", this::memberOf)
                        .cost(2),
                GraphRoute.get("/users/{user}/memberOf/{cast}", READ, "A12", this::memberOf)
                        .cost(2),
                GraphRoute.get("/users/{user}/transitiveMemberOf", READ, "A12", this::memberOf)
                        .cost(2),
                GraphRoute.get("/users/{user}/transitiveMemberOf/{cast}", READ, "A12", this::memberOf)
                        .cost(2),
                GraphRoute.get("/groups", DIRECTORY, "A12", this::listGroups),
                GraphRoute.get("/groups/{group}", DIRECTORY, "A12", this::group),
                GraphRoute.get("/groups/{group}/members", DIRECTORY, "A12", this::members));
    }

    private WireResponse organisation(GraphCall call) {
        Organisation organisation = state.scenario().organisation();
        boolean synced = organisation.hybrid() != Hybrid.NONE;
        var verified = new JsonArray();
        organisation.domains().forEach(domain -> verified.add(verified(domain)));
        JsonObject row = Json.object(
                "id",
                tenant.tenantId(),
                "deletedDateTime",
                null,
                "businessPhones",
                new JsonArray(),
                "city",
                null,
                "country",
                null,
                "countryLetterCode",
                "IE",
                "createdDateTime",
                state.scenario().start().minus(Duration.ofDays(2000)),
                "displayName",
                organisation.name(),
                "onPremisesLastSyncDateTime",
                synced ? call.now().minus(Duration.ofMinutes(20)) : null,
                "onPremisesSyncEnabled",
                synced ? true : null,
                "preferredLanguage",
                "en",
                "technicalNotificationMails",
                Json.array(state.scenario().operator().upn()),
                "tenantType",
                "AAD",
                "verifiedDomains",
                verified,
                "assignedPlans",
                plans(call));
        return Pages.plain("organization", 100, 999).answer(call, List.of(row));
    }

    private static JsonObject verified(Organisation.Domain domain) {
        return Json.object(
                "capabilities",
                "Email, OfficeCommunicationsOnline",
                "isDefault",
                domain.isDefault(),
                "isInitial",
                false,
                "name",
                domain.name(),
                "type",
                domain.authentication() == DomainAuthentication.FEDERATED ? "Federated" : "Managed");
    }

    private JsonArray plans(GraphCall call) {
        var plans = new JsonArray();
        ServicePlans.skus(state.licences())
                .forEach(sku -> sku.plans()
                        .forEach(plan -> plans.add(Json.object(
                                "assignedDateTime", call.now().minus(Duration.ofDays(300)),
                                "capabilityStatus", "Enabled",
                                "service", plan.service(),
                                "servicePlanId", plan.id()))));
        return plans;
    }

    private WireResponse domains(GraphCall call) {
        var rows = new ArrayList<JsonObject>();
        state.scenario().organisation().domains().forEach(domain -> rows.add(domain(domain)));
        return Pages.plain("domains", 100, 999).answer(call, rows);
    }

    private static JsonObject domain(Organisation.Domain domain) {
        return Json.object(
                "id",
                domain.name(),
                "authenticationType",
                domain.authentication() == DomainAuthentication.FEDERATED ? "Federated" : "Managed",
                "availabilityStatus",
                null,
                "isAdminManaged",
                true,
                "isDefault",
                domain.isDefault(),
                "isInitial",
                false,
                "isRoot",
                true,
                "isVerified",
                true,
                "supportedServices",
                Json.array("Email", "OfficeCommunicationsOnline"));
    }

    private WireResponse federation(GraphCall call) {
        String name = call.variable("domain");
        Organisation.Domain domain = state.scenario().organisation().domains().stream()
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> GraphErrors.notFound(name));
        List<JsonObject> rows = domain.authentication() == DomainAuthentication.MANAGED
                ? List.of()
                : List.of(Json.object(
                        "id",
                        state.chance().guid("federation", domain.name()),
                        "displayName",
                        domain.name(),
                        "issuerUri",
                        "http://sts." + domain.name() + "/adfs/services/trust",
                        "passiveSignInUri",
                        "https://sts." + domain.name() + "/adfs/ls/",
                        "preferredAuthenticationProtocol",
                        "wsFed"));
        return Pages.plain("domains('" + domain.name() + "')/federationConfiguration", 100, 999)
                .answer(call, rows);
    }

    private WireResponse subscribedSkus(GraphCall call) {
        long people =
                state.table(User.TABLE).all().stream().filter(User::licensed).count();
        List<JsonObject> rows = ServicePlans.skus(state.licences()).stream()
                .map(sku -> Json.object(
                        "id", tenant.tenantId() + "_" + sku.skuId(),
                        "accountId", tenant.tenantId(),
                        "accountName", tenant.initialDomain().replace(".onmicrosoft.com", ""),
                        "appliesTo", "User",
                        "capabilityStatus", "Enabled",
                        "consumedUnits", people,
                        "prepaidUnits",
                                Json.object("enabled", people + 5, "lockedOut", 0, "suspended", 0, "warning", 0),
                        "servicePlans", servicePlans(sku, true),
                        "skuId", sku.skuId(),
                        "skuPartNumber", sku.partNumber(),
                        "subscriptionIds", Json.array(state.chance().guid("subscription", sku.skuId()))))
                .toList();
        return Pages.plain("subscribedSkus", 999, 999).answer(call, rows);
    }

    private WireResponse licenceDetails(GraphCall call) {
        User user = call.user();
        List<JsonObject> rows = !user.licensed()
                ? List.of()
                : ServicePlans.skus(state.licences()).stream()
                        .map(sku -> Json.object(
                                "id", state.chance().letters(43, "licence", user.id(), sku.skuId()),
                                "servicePlans", servicePlans(sku, true),
                                "skuId", sku.skuId(),
                                "skuPartNumber", sku.partNumber()))
                        .toList();
        return Pages.plain("users('" + user.id() + "')/licenseDetails", 999, 999)
                .answer(call, rows);
    }

    private static JsonArray servicePlans(ServicePlans.Sku sku, boolean provisioned) {
        return Json.array(sku.plans().stream()
                .map(plan -> Json.object(
                        "appliesTo",
                        "User",
                        "provisioningStatus",
                        provisioned ? "Success" : "Disabled",
                        "servicePlanId",
                        plan.id(),
                        "servicePlanName",
                        plan.name()))
                .toList());
    }

    private WireResponse memberOf(GraphCall call) {
        User user = call.user();
        String cast = call.variable("cast").toLowerCase(Locale.ROOT);
        var rows = new ArrayList<JsonObject>();
        if (!cast.equals("microsoft.graph.directoryrole")) {
            rows.addAll(groups.of(user));
        }
        if (!cast.equals("microsoft.graph.group")) {
            roles.of(user.id())
                    .map(held -> roles.activated(held.roleTemplateId()))
                    .forEach(rows::add);
        }
        String context = cast.endsWith(".group")
                ? "groups"
                : cast.endsWith(".directoryrole") ? "directoryRoles" : "directoryObjects";
        return Pages.directory(context).answer(call, rows);
    }

    private WireResponse listGroups(GraphCall call) {
        return Pages.directory("groups")
                .answer(
                        call,
                        List.copyOf(groups.all().values()).stream()
                                .map(DirectoryRoutes::untyped)
                                .toList());
    }

    private WireResponse group(GraphCall call) {
        return call.one("groups/$entity", call.query().project(untyped(find(call)), List.of()));
    }

    private WireResponse members(GraphCall call) {
        String name = find(call).get("displayName").getAsString();
        List<JsonObject> rows = state.table(User.TABLE).allVisible(call.now()).stream()
                .filter(user -> groups.holds(name, user))
                .map(user -> {
                    JsonObject json = Json.object("@odata.type", "#microsoft.graph.user");
                    UserShapes.identity(user)
                            .entrySet()
                            .forEach(member -> json.add(member.getKey(), member.getValue()));
                    return json;
                })
                .toList();
        return Pages.directory("directoryObjects").answer(call, rows);
    }

    private JsonObject find(GraphCall call) {
        String id = call.variable("group");
        JsonObject group = groups.all().get(id);
        if (group == null) {
            throw GraphErrors.notFound(id);
        }
        call.request().trace().target(id);
        return group;
    }

    private static JsonObject untyped(JsonObject group) {
        JsonObject copy = group.deepCopy();
        copy.remove("@odata.type");
        return copy;
    }
}
