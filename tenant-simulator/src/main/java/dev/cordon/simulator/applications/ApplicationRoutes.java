package dev.cordon.simulator.applications;

import com.google.gson.JsonObject;
import dev.cordon.simulator.applications.AppRoles.Side;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.graph.GraphRefusal;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.wire.WireResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Grants, application role assignments and service principals (A18-A26, U8-U10). */
public final class ApplicationRoutes implements GraphArea {

    private static final Permit READ = Permit.anyOf("Directory.Read.All", "Directory.ReadWrite.All");
    private static final Permit READ_GRANTS =
            Permit.anyOf("Directory.Read.All", "Directory.ReadWrite.All", "DelegatedPermissionGrant.ReadWrite.All");
    private static final Permit READ_APPS =
            Permit.anyOf("Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All");
    private static final Permit WRITE_GRANTS = Permit.anyOf("DelegatedPermissionGrant.ReadWrite.All")
            .roles(
                    "Cloud Application Administrator",
                    "Application Administrator",
                    "Privileged Role Administrator",
                    "User Administrator");
    private static final Permit CONSENT = Permit.anyOf("DelegatedPermissionGrant.ReadWrite.All");
    private static final Permit WRITE_ASSIGNMENTS = Permit.anyOf("AppRoleAssignment.ReadWrite.All")
            .roles("Cloud Application Administrator", "Application Administrator");
    private static final Permit WRITE_APPS = Permit.anyOf("Application.ReadWrite.All")
            .roles("Cloud Application Administrator", "Application Administrator");
    /** Stands in for the consent page: the name of an application that may be new here. */
    private static final String PROMPT = "@simulated.appDisplayName";

    private static final String GRANT = "/oauth2PermissionGrants/{grant}";
    private static final String PRINCIPAL = "/servicePrincipals/{principal}";
    private static final String ASSIGNMENTS = "/users/{user}/appRoleAssignments";
    private static final String HELD = PRINCIPAL + "/appRoleAssignments";
    private static final String GIVEN = PRINCIPAL + "/appRoleAssignedTo";
    private static final Permit GRANT_ROLES = Permit.anyOf("AppRoleAssignment.ReadWrite.All")
            .roles("Privileged Role Administrator", "Cloud Application Administrator", "Application Administrator");

    @Override
    public String name() {
        return "applications";
    }

    @Override
    public List<GraphRoute> routes() {
        return List.of(
                GraphRoute.get("/users/{user}/oauth2PermissionGrants", READ_GRANTS, "A20", ApplicationRoutes::ownGrants)
                        .cost(2),
                GraphRoute.get("/oauth2PermissionGrants", READ_GRANTS, "A21", ApplicationRoutes::grants),
                GraphRoute.get(GRANT, READ_GRANTS, "A21", ApplicationRoutes::grant),
                GraphRoute.post("/oauth2PermissionGrants", CONSENT, "U8", ApplicationRoutes::createGrant),
                GraphRoute.patch(GRANT, WRITE_GRANTS, "A23", ApplicationRoutes::changeGrant),
                GraphRoute.delete(GRANT, WRITE_GRANTS, "A22", ApplicationRoutes::deleteGrant),
                GraphRoute.get(ASSIGNMENTS, READ, "A18", call -> AppRoles.list(call, Side.PERSON)),
                GraphRoute.post(ASSIGNMENTS, WRITE_ASSIGNMENTS, "U9", call -> AppRoles.create(call, Side.PERSON)),
                GraphRoute.delete(
                        ASSIGNMENTS + "/{assignment}",
                        WRITE_ASSIGNMENTS,
                        "A19",
                        call -> AppRoles.delete(call, Side.PERSON)),
                GraphRoute.get("/servicePrincipals", READ_APPS, "A24", ApplicationRoutes::principals),
                GraphRoute.get(PRINCIPAL, READ_APPS, "A24", ApplicationRoutes::principal),
                GraphRoute.patch(PRINCIPAL, WRITE_APPS, "A26, U10", ApplicationRoutes::changePrincipal),
                GraphRoute.get(HELD, READ_APPS, "A25", call -> AppRoles.list(call, Side.HOLDER))
                        .cost(2),
                GraphRoute.post(HELD, GRANT_ROLES, "A25, U9", call -> AppRoles.create(call, Side.HOLDER)),
                GraphRoute.delete(
                        HELD + "/{assignment}", GRANT_ROLES, "A25", call -> AppRoles.delete(call, Side.HOLDER)),
                GraphRoute.get(GIVEN, READ_APPS, "A25", call -> AppRoles.list(call, Side.GIVER))
                        .cost(2),
                GraphRoute.post(GIVEN, GRANT_ROLES, "A25, U9", call -> AppRoles.create(call, Side.GIVER)),
                GraphRoute.delete(
                        GIVEN + "/{assignment}", GRANT_ROLES, "A25", call -> AppRoles.delete(call, Side.GIVER)),
                GraphRoute.get(
                                PRINCIPAL + "/oauth2PermissionGrants",
                                READ_GRANTS,
                                "A21",
                                ApplicationRoutes::principalGrants)
                        .cost(2));
    }

    private static List<JsonObject> grants(GraphCall call, Predicate<Grant> wanted) {
        return call.state().table(Grant.TABLE).allVisible(call.now()).stream()
                .filter(wanted)
                .map(Grant::shape)
                .toList();
    }

    private static WireResponse ownGrants(GraphCall call) {
        var user = call.user();
        return Pages.directory("oauth2PermissionGrants")
                .answer(call, grants(call, grant -> user.id().equals(grant.principalId())));
    }

    private static WireResponse grants(GraphCall call) {
        return Pages.directory("oauth2PermissionGrants").answer(call, grants(call, _ -> true));
    }

    private static WireResponse principalGrants(GraphCall call) {
        var principal = found(call);
        return Pages.directory("oauth2PermissionGrants")
                .answer(call, grants(call, grant -> grant.clientId().equals(principal.id())));
    }

    private static Grant foundGrant(GraphCall call) {
        var id = call.variable("grant");
        var grant =
                call.state().table(Grant.TABLE).findVisible(id, call.now()).orElseThrow(() -> GraphErrors.notFound(id));
        target(call, grant.principalId(), id);
        return grant;
    }

    private static void target(GraphCall call, @Nullable String ownerId, String id) {
        call.request().trace().target(ownerId == null ? id : ownerId + "/" + id);
    }

    private static WireResponse grant(GraphCall call) {
        return call.one("oauth2PermissionGrants/$entity", foundGrant(call).shape());
    }

    private static WireResponse createGrant(GraphCall call) {
        var body = call.body();
        var principal = Json.text(body, "principalId").orElse(null);
        checkType(body, principal);
        checkConsent(call, principal);
        var client = Json.text(body, "clientId")
                .or(() -> newApplication(call, body).map(ServicePrincipal::id))
                .orElseThrow(() -> GraphErrors.badRequest("Property clientId is invalid."));
        var grant = new Grant(
                call.state()
                        .chance()
                        .letters(43, "grant", client, call.state().events().size()),
                client,
                principal,
                resource(call, body),
                Json.text(body, "scope").orElse(""));
        var exists = call.state().table(Grant.TABLE).all().stream()
                .anyMatch(other -> other.clientId().equals(grant.clientId())
                        && other.resourceId().equals(grant.resourceId())
                        && Objects.equals(other.principalId(), principal));
        if (exists) {
            throw new GraphRefusal(409, "Request_MultipleObjectsWithSameKeyValue", "Permission entry already exists.");
        }
        target(call, principal, grant.id());
        call.state().atomically(() -> {
            call.state().table(Grant.TABLE).put(grant.id(), grant, call.state().visibleAt(grant.id()));
            origin(call, ObjectKind.CONSENT, principal, grant.id());
            record(
                    call,
                    body.has(PROMPT) ? Activity.CONSENT : Activity.ADD_GRANT,
                    "OAuth2PermissionGrant",
                    grant.id(),
                    principal,
                    new JsonObject(),
                    grant.shape());
        });
        return call.answer(201, "oauth2PermissionGrants/$entity", grant.shape());
    }

    private static void checkType(JsonObject body, @Nullable String principal) {
        var type = Json.text(body, "consentType").orElse(principal == null ? "AllPrincipals" : "Principal");
        if (!type.equals(principal == null ? "AllPrincipals" : "Principal")) {
            throw GraphErrors.badRequest("Property principalId is invalid.");
        }
    }

    /** The API; both it and the application have to be there. */
    private static String resource(GraphCall call, JsonObject body) {
        var principals = call.state().table(ServicePrincipal.TABLE);
        Json.text(body, "clientId").filter(id -> principals.find(id).isEmpty()).ifPresent(id -> {
            throw GraphErrors.notFound(id);
        });
        var resource = Json.text(body, "resourceId")
                .orElseGet(() -> ApplicationsFounder.resourceId(call.state(), Resource.GRAPH));
        if (principals.find(resource).isEmpty()) {
            throw GraphErrors.notFound(resource);
        }
        return resource;
    }

    /** Who has no administrator's role may consent for himself alone, and only where the tenant lets people. */
    private static void checkConsent(GraphCall call, @Nullable String principal) {
        var token = call.token();
        var administrator =
                !token.isDelegated() || WRITE_GRANTS.directoryRoles().stream().anyMatch(token.roles()::contains);
        var own = token.isDelegated()
                && token.userId() != null
                && token.userId().equals(principal)
                && call.state().scenario().organisation().policies().userConsent();
        if (!administrator && !own) {
            throw GraphErrors.denied();
        }
    }

    /** An application of another tenant that nobody here has used yet, named in the body's annotation. */
    private static Optional<ServicePrincipal> newApplication(GraphCall call, JsonObject body) {
        return Json.text(body, PROMPT).map(name -> {
            var state = call.state();
            var id = state.chance().guid("planted-principal", name);
            var known = state.table(ServicePrincipal.TABLE).find(id);
            if (known.isPresent()) {
                return known.get();
            }
            var principal = new ServicePrincipal(
                    id, state.chance().guid("planted-app", name), name, true, false, call.now(), new JsonObject());
            state.atomically(() -> {
                state.table(ServicePrincipal.TABLE).put(id, principal);
                record(
                        call,
                        Activity.ADD_SERVICE_PRINCIPAL,
                        "ServicePrincipal",
                        id,
                        null,
                        new JsonObject(),
                        shape(principal));
            });
            return principal;
        });
    }

    private static WireResponse changeGrant(GraphCall call) {
        var grant = foundGrant(call);
        var scope = Json.text(call.body(), "scope")
                .orElseThrow(() -> GraphErrors.badRequest("Only the scope of a grant can be changed."));
        var changed = grant.withScope(scope);
        call.state().atomically(() -> {
            call.state()
                    .table(Grant.TABLE)
                    .put(grant.id(), changed, call.state().visibleAt(grant.id()));
            record(
                    call,
                    Activity.CHANGE_GRANT,
                    "OAuth2PermissionGrant",
                    grant.id(),
                    grant.principalId(),
                    grant.shape(),
                    changed.shape());
        });
        return call.noContent();
    }

    private static WireResponse deleteGrant(GraphCall call) {
        var id = call.variable("grant");
        var grant = call.state().table(Grant.TABLE).find(id).orElseThrow(() -> GraphErrors.notFound(id));
        target(call, grant.principalId(), id);
        call.state().atomically(() -> {
            call.state().table(Grant.TABLE).remove(id, call.state().visibleAt(id));
            record(
                    call,
                    Activity.REMOVE_GRANT,
                    "OAuth2PermissionGrant",
                    id,
                    grant.principalId(),
                    grant.shape(),
                    new JsonObject());
        });
        return call.noContent();
    }

    static ServicePrincipal found(GraphCall call) {
        var id = call.variable("principal");
        call.request().trace().target(id);
        return call.state()
                .table(ServicePrincipal.TABLE)
                .findVisible(id, call.now())
                .orElseThrow(() -> GraphErrors.notFound(id));
    }

    private static JsonObject shape(ServicePrincipal principal) {
        var shape = Json.object(
                "id", principal.id(),
                "deletedDateTime", null,
                "accountEnabled", principal.enabled(),
                "appId", principal.appId(),
                "appDisplayName", principal.displayName(),
                "displayName", principal.displayName(),
                "appOwnerOrganizationId", principal.details().get("appOwnerOrganizationId"),
                "disabledByMicrosoftStatus", null,
                "homepage", principal.details().get("homepage"),
                "replyUrls", list(principal, "replyUrls"),
                "servicePrincipalNames", principal.names(),
                "servicePrincipalType",
                        Json.text(principal.details(), "servicePrincipalType").orElse("Application"),
                "signInAudience",
                        Json.text(principal.details(), "signInAudience").orElse("AzureADMultipleOrgs"),
                "tags", list(principal, "tags"),
                "keyCredentials", List.of(),
                "passwordCredentials", List.of(),
                "appRoles", List.of(),
                "oauth2PermissionScopes", List.of());
        shape.addProperty(
                "createdDateTime",
                (principal.created().equals(Instant.EPOCH)
                                ? Instant.parse("2017-01-01T00:00:00Z")
                                : principal.created())
                        .toString());
        shape.add(
                "verifiedPublisher",
                Json.object(
                        "displayName", principal.details().get("verifiedPublisher"),
                        "verifiedPublisherId", null,
                        "addedDateTime", null));
        shape.addProperty(
                "publisherName",
                Json.text(principal.details(), "publisherName")
                        .orElse(principal.microsoft() ? "Microsoft Services" : ""));
        return shape;
    }

    private static Object list(ServicePrincipal principal, String name) {
        var value = principal.details().get(name);
        return value == null || value.isJsonNull() ? List.of() : value;
    }

    private static WireResponse principals(GraphCall call) {
        return Pages.directory("servicePrincipals")
                .answer(
                        call,
                        call.state().table(ServicePrincipal.TABLE).allVisible(call.now()).stream()
                                .map(ApplicationRoutes::shape)
                                .toList());
    }

    private static WireResponse principal(GraphCall call) {
        return call.one("servicePrincipals/$entity", call.query().project(shape(found(call)), List.of()));
    }

    private static WireResponse changePrincipal(GraphCall call) {
        var id = call.variable("principal");
        call.request().trace().target(id);
        var principal = call.state().table(ServicePrincipal.TABLE).find(id).orElseThrow(() -> GraphErrors.notFound(id));
        var enabled = Json.bool(call.body(), "accountEnabled")
                .orElseThrow(() -> GraphErrors.badRequest("Only accountEnabled can be changed here."));
        call.state().atomically(() -> {
            call.state()
                    .table(ServicePrincipal.TABLE)
                    .put(id, principal.withEnabled(enabled), call.state().visibleAt(id));
            record(
                    call,
                    Activity.UPDATE_SERVICE_PRINCIPAL,
                    "ServicePrincipal",
                    id,
                    null,
                    Json.object("accountEnabled", principal.enabled()),
                    Json.object("accountEnabled", enabled));
        });
        return call.noContent();
    }

    private static void origin(GraphCall call, ObjectKind kind, @Nullable String ownerId, String wireId) {
        var by = call.token().actor().caller() == Caller.ATTACKER ? Author.ATTACKER : Author.LEGITIMATE;
        call.state().table(Origin.TABLE).put(kind.word() + "//" + wireId, new Origin(wireId, null, kind, ownerId, by));
    }

    private static void record(
            GraphCall call,
            Activity activity,
            String type,
            String id,
            @Nullable String ownerId,
            JsonObject before,
            JsonObject after) {
        call.state().record(call.cause(), activity, type, id, ownerId == null ? "" : ownerId, before, after);
    }
}
