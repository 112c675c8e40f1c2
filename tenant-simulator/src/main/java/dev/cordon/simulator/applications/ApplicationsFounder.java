package dev.cordon.simulator.applications;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.founding.Founder;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.identity.ClientApplication;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;

/** Microsoft's applications, the responder's, and what a scenario plants: consents and role assignments. */
public final class ApplicationsFounder implements Founder {

    private static final String MICROSOFT_TENANT = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

    @Override
    public void found(Tenant tenant) {
        var state = tenant.state();
        for (var resource : Resource.values()) {
            put(
                    state,
                    resourceId(state, resource),
                    resource.appId(),
                    resource.displayName(),
                    true,
                    Instant.EPOCH,
                    microsoft());
        }
        state.table(ClientApplication.TABLE)
                .all()
                .forEach(client -> put(
                        state,
                        client.servicePrincipalId(),
                        client.appId(),
                        client.displayName(),
                        client.firstParty(),
                        state.scenario().start().minusSeconds(86_400L * 400),
                        client.firstParty() ? microsoft() : Json.object("appOwnerOrganizationId", tenant.tenantId())));
        for (var planted : state.scenario().persistence()) {
            switch (planted.kind()) {
                case CONSENT -> consent(state, planted, tenant.tenantId());
                case APP_ROLE_ASSIGNMENT -> assignment(state, planted, tenant.tenantId());
                case INBOX_RULE,
                        FORWARDING,
                        DELEGATE,
                        FOLDER_PERMISSION,
                        CALENDAR_PUBLISHING,
                        AUTHENTICATION_METHOD,
                        DEVICE,
                        AUTO_REPLY,
                        ROLE,
                        TRANSPORT_RULE,
                        CONNECTOR,
                        REMOTE_DOMAIN -> {}
            }
        }
    }

    private static JsonObject microsoft() {
        return Json.object("appOwnerOrganizationId", MICROSOFT_TENANT);
    }

    /** The object id of an API's service principal. */
    static String resourceId(TenantState state, Resource resource) {
        return state.chance().guid("service-principal", resource.appId());
    }

    private static void put(
            TenantState state,
            String id,
            String appId,
            String name,
            boolean microsoft,
            Instant created,
            JsonObject details) {
        state.table(ServicePrincipal.TABLE)
                .put(id, new ServicePrincipal(id, appId, name, true, microsoft, created, details));
    }

    /** The application a planted thing is about: a known one by its appId or name, or a new one. */
    private static ServicePrincipal application(TenantState state, PlantedObject planted, String tenantId) {
        var app = Json.member(planted.object(), "app").orElse(new JsonObject());
        var name = Json.text(app, "displayName")
                .or(() -> Json.text(planted.object(), "displayName"))
                .orElse(planted.id());
        var appId = Json.text(app, "appId").or(() -> Json.text(planted.object(), "clientId"));
        var known = state.table(ServicePrincipal.TABLE).all().stream()
                .filter(principal -> appId.isPresent()
                        ? principal.appId().equalsIgnoreCase(appId.get())
                        : principal.displayName().equals(name))
                .findFirst();
        return known.orElseGet(() -> {
            var id = state.chance().guid("planted-principal", appId.orElse(name));
            var details = app.deepCopy();
            details.remove("appId");
            details.remove("displayName");
            if (app.has("registered")) {
                details.addProperty("appOwnerOrganizationId", tenantId);
            }
            var principal = new ServicePrincipal(
                    id,
                    appId.orElseGet(() -> state.chance().guid("planted-app", name)),
                    name,
                    Json.bool(app, "accountEnabled").orElse(true),
                    false,
                    Json.text(app, "createdDateTime")
                            .or(() -> Json.text(app, "registered"))
                            .map(Instant::parse)
                            .orElse(planted.created()),
                    details);
            state.table(ServicePrincipal.TABLE).put(id, principal);
            return principal;
        });
    }

    private static Resource resource(PlantedObject planted) {
        var wanted = Json.text(planted.object(), "resource").orElse("graph");
        return Arrays.stream(Resource.values())
                .filter(resource -> resource.word().equalsIgnoreCase(wanted)
                        || resource.displayName().equalsIgnoreCase(wanted)
                        || resource.appId().equals(wanted))
                .findFirst()
                .orElse(Resource.GRAPH);
    }

    private static Optional<String> ownerId(TenantState state, PlantedObject planted) {
        return Optional.ofNullable(planted.owner()).map(owner -> People.id(state.chance(), owner));
    }

    private static void consent(TenantState state, PlantedObject planted, String tenantId) {
        var client = application(state, planted, tenantId);
        var everybody =
                Json.text(planted.object(), "consentType").orElse("Principal").equals("AllPrincipals");
        var principal = everybody ? Optional.<String>empty() : ownerId(state, planted);
        var id = state.chance().letters(43, "grant", planted.id());
        var grant = new Grant(
                id,
                client.id(),
                principal.orElse(null),
                resourceId(state, resource(planted)),
                scope(planted.object().get("scope")));
        state.table(Grant.TABLE).put(id, grant);
        remember(state, planted, id, grant.shape());
    }

    private static String scope(JsonElement listed) {
        var scope = new StringJoiner(" ");
        if (listed instanceof JsonArray scopes) {
            scopes.forEach(each -> scope.add(each.getAsString()));
        }
        return scope.toString();
    }

    private static void assignment(TenantState state, PlantedObject planted, String tenantId) {
        var app = application(state, planted, tenantId);
        var holder = PlantedPermission.holder(planted)
                .map(owner -> People.id(state.chance(), owner))
                .flatMap(state.table(User.TABLE)::find);
        var resource = resource(planted);
        var role = Json.text(planted.object(), "appRoleId")
                .orElseGet(() -> Json.text(planted.object(), "appRole")
                        .map(name -> AppRoleAssignment.roleId(state, name))
                        .orElse(AppRoleAssignment.DEFAULT_ROLE));
        var id = state.chance().letters(43, "assignment", planted.id());
        var assignment = holder.map(person -> new AppRoleAssignment(
                        id,
                        role,
                        person.id(),
                        AppRoleAssignment.USER,
                        person.displayName(),
                        app.id(),
                        app.displayName(),
                        planted.created()))
                .orElseGet(() -> new AppRoleAssignment(
                        id,
                        role,
                        app.id(),
                        "ServicePrincipal",
                        app.displayName(),
                        resourceId(state, resource),
                        resource.displayName(),
                        planted.created()));
        state.table(AppRoleAssignment.TABLE).put(id, assignment);
        remember(state, planted, id, assignment.shape());
    }

    private static void remember(TenantState state, PlantedObject planted, String wireId, JsonObject facts) {
        origin(state, planted, wireId);
        state.table(PlantedPermission.TABLE).put(planted.id(), new PlantedPermission(planted.id(), facts));
    }

    private static void origin(TenantState state, PlantedObject planted, String wireId) {
        state.table(Origin.TABLE)
                .put(
                        planted.kind().word() + "//" + wireId,
                        new Origin(
                                wireId,
                                planted.id(),
                                planted.kind(),
                                ownerId(state, planted).orElse(null),
                                planted.by()));
    }
}
