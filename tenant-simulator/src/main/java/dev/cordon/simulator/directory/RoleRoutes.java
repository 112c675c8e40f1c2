package dev.cordon.simulator.directory;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.Evidence;
import dev.cordon.simulator.graph.GraphArea;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.graph.GraphRoute;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.graph.Permit;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.DirectoryRoles;
import dev.cordon.simulator.state.RoleAssignment;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.users.UserShapes;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;
import java.util.Optional;

/**
 * Directory roles and who holds them.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/rolemanagement">role management</a>
 */
public final class RoleRoutes implements GraphArea {

    private static final String BASE = "/roleManagement/directory";
    private static final Permit READ = Permit.anyOf(
            "RoleManagement.Read.Directory",
            "RoleManagement.Read.All",
            "RoleManagement.ReadWrite.Directory",
            "Directory.Read.All",
            "Directory.AccessAsUser.All");
    private static final Permit WRITE = Permit.anyOf("RoleManagement.ReadWrite.Directory", "Directory.AccessAsUser.All")
            .application("RoleManagement.ReadWrite.Directory")
            .roles("Privileged Role Administrator");

    private final Tenant tenant;
    private final TenantState state;
    private final Roles roles;
    private final ScheduleRequests eligibility;
    private final ScheduleRequests activation;

    /** The roles of that tenant. */
    public RoleRoutes(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.roles = new Roles(tenant.state());
        this.eligibility = new ScheduleRequests(tenant.state(), true);
        this.activation = new ScheduleRequests(tenant.state(), false);
    }

    @Override
    public String name() {
        return "Directory roles";
    }

    @Override
    public List<GraphRoute> routes() {
        Permit eligible = Permit.anyOf(
                "RoleEligibilitySchedule.Read.Directory",
                "RoleEligibilitySchedule.ReadWrite.Directory",
                "RoleManagement.Read.Directory");
        Permit active = Permit.anyOf(
                "RoleAssignmentSchedule.Read.Directory",
                "RoleAssignmentSchedule.ReadWrite.Directory",
                "RoleManagement.Read.Directory");
        Permit activeRequest = Permit.anyOf(
                        "RoleAssignmentSchedule.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory")
                .roles("Privileged Role Administrator");
        Permit request = Permit.anyOf(
                        "RoleEligibilitySchedule.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory")
                .roles("Privileged Role Administrator");
        return List.of(
                GraphRoute.get(BASE + "/roleAssignments", READ, "A13", this::assignments),
                GraphRoute.get(BASE + "/roleAssignments/{assignment}", READ, "A13", this::assignment),
                GraphRoute.post(BASE + "/roleAssignments", WRITE, "U13", this::assign),
                GraphRoute.delete(BASE + "/roleAssignments/{assignment}", WRITE, "A13", this::remove),
                GraphRoute.get(BASE + "/roleDefinitions", READ, "A13", this::definitions),
                GraphRoute.get(BASE + "/roleDefinitions/{definition}", READ, "A13", this::definition),
                GraphRoute.get(
                        BASE + "/roleEligibilityScheduleInstances", eligible, "A14", call -> instances(call, true)),
                GraphRoute.get(BASE + "/roleEligibilitySchedules", eligible, "A14", call -> schedules(call, true)),
                GraphRoute.post(BASE + "/roleEligibilityScheduleRequests", request, "A14", eligibility::request)
                        .evidence(Evidence.FROM_MEMORY),
                GraphRoute.get(
                        BASE + "/roleAssignmentScheduleInstances", active, "A14", call -> instances(call, false)),
                GraphRoute.get(BASE + "/roleAssignmentSchedules", active, "A14", call -> schedules(call, false)),
                GraphRoute.post(BASE + "/roleAssignmentScheduleRequests", activeRequest, "A14", activation::request)
                        .evidence(Evidence.FROM_MEMORY),
                GraphRoute.get("/directoryRoles", READ, "A15", this::activated),
                GraphRoute.get("/directoryRoles/{role}/members", READ, "A15", this::members),
                GraphRoute.post("/directoryRoles/{role}/members/$ref", WRITE, "A15, U13", this::addMember),
                GraphRoute.delete("/directoryRoles/{role}/members/{member}/$ref", WRITE, "A15", this::removeMember));
    }

    private WireResponse assignments(GraphCall call) {
        List<JsonObject> rows = roles.all()
                .filter(assignment -> !assignment.eligible())
                .map(assignment -> expanded(assignment, call))
                .toList();
        String expanded = call.query().expand().contains("roleDefinition")
                ? "(roleDefinition())"
                : call.query().expand().contains("principal") ? "(principal())" : "";
        return Pages.plain("roleManagement/directory/roleAssignments" + expanded, 100, 999)
                .answer(call, rows);
    }

    private JsonObject expanded(RoleAssignment assignment, GraphCall call) {
        JsonObject json = roles.assignment(assignment);
        if (call.query().expand().contains("roleDefinition")) {
            json.add("roleDefinition", roles.definition(assignment.roleTemplateId()));
        }
        if (call.query().expand().contains("principal")) {
            call.findUser(assignment.principalId()).ifPresent(user -> {
                JsonObject principal = Json.object("@odata.type", "#microsoft.graph.user");
                UserShapes.identity(user)
                        .entrySet()
                        .forEach(member -> principal.add(member.getKey(), member.getValue()));
                json.add("principal", principal);
            });
        }
        return json;
    }

    private WireResponse assignment(GraphCall call) {
        return call.one("roleManagement/directory/roleAssignments/$entity", expanded(find(call), call));
    }

    private WireResponse assign(GraphCall call) {
        JsonObject body = call.body();
        String principal = Json.text(body, "principalId").orElse("");
        String template = Json.text(body, "roleDefinitionId")
                .flatMap(DirectoryRoles::findTemplateId)
                .orElseThrow(() -> GraphErrors.badRequest("The role definition does not exist."));
        if (call.findUser(principal).isEmpty()) {
            throw GraphErrors.notFound(principal);
        }
        String scope = Json.text(body, "directoryScopeId").orElse(RoleAssignment.TENANT);
        boolean held = roles.of(principal).anyMatch(known -> known.isFor(principal, template, scope));
        if (held) {
            throw GraphErrors.badRequest("A conflicting object with one or more of the specified property values is"
                    + " present in the directory.");
        }
        RoleAssignment made = roles.assign(call, principal, template, scope, false);
        call.request().trace().target(principal + "/" + made.id());
        return call.answer(201, "roleManagement/directory/roleAssignments/$entity", roles.assignment(made));
    }

    private WireResponse remove(GraphCall call) {
        roles.remove(call, find(call));
        return call.noContent();
    }

    private RoleAssignment find(GraphCall call) {
        String id = call.variable("assignment");
        RoleAssignment found = state.table(RoleAssignment.TABLE).find(id).orElseThrow(() -> GraphErrors.notFound(id));
        call.request().trace().target(found.principalId() + "/" + id);
        return found;
    }

    private WireResponse definitions(GraphCall call) {
        List<JsonObject> rows = DirectoryRoles.templateIdByName().values().stream()
                .map(roles::definition)
                .toList();
        return Pages.plain("roleManagement/directory/roleDefinitions", 100, 999).answer(call, rows);
    }

    private WireResponse definition(GraphCall call) {
        String id = DirectoryRoles.findTemplateId(call.variable("definition"))
                .orElseThrow(() -> GraphErrors.notFound(call.variable("definition")));
        return call.one("roleManagement/directory/roleDefinitions/$entity", roles.definition(id));
    }

    private WireResponse instances(GraphCall call, boolean eligible) {
        ScheduleRequests.checkLicence(state);
        List<JsonObject> rows = roles.all()
                .filter(assignment -> assignment.eligible() == eligible)
                .map(assignment -> {
                    JsonObject json = roles.instance(assignment);
                    if (call.query().expand().contains("roleDefinition")) {
                        json.add("roleDefinition", roles.definition(assignment.roleTemplateId()));
                    }
                    return json;
                })
                .toList();
        return Pages.plain(schedule(eligible) + "Instances", 100, 999).answer(call, rows);
    }

    private WireResponse schedules(GraphCall call, boolean eligible) {
        ScheduleRequests.checkLicence(state);
        List<JsonObject> rows = roles.all()
                .filter(assignment -> assignment.eligible() == eligible)
                .map(roles::schedule)
                .toList();
        return Pages.plain(schedule(eligible) + "s", 100, 999).answer(call, rows);
    }

    private static String schedule(boolean eligible) {
        return "roleManagement/directory/role" + (eligible ? "Eligibility" : "Assignment") + "Schedule";
    }

    private WireResponse activated(GraphCall call) {
        List<JsonObject> rows =
                roles.activatedTemplates().stream().map(roles::activated).toList();
        return Pages.plain("directoryRoles", 999, 999).answer(call, rows);
    }

    private WireResponse members(GraphCall call) {
        String template = template(call);
        List<JsonObject> rows = tenant.state().table(User.TABLE).allVisible(call.now()).stream()
                .filter(user -> roles.of(user.id())
                        .anyMatch(held -> held.roleTemplateId().equals(template)))
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

    private String template(GraphCall call) {
        String wanted = call.variable("role");
        return roles.activatedTemplates().stream()
                .filter(known -> roles.activatedId(known).equals(wanted))
                .findFirst()
                .orElseThrow(() -> GraphErrors.notFound(wanted));
    }

    private WireResponse addMember(GraphCall call) {
        String template = template(call);
        String reference = Json.text(call.body(), "@odata.id")
                .orElseThrow(() -> GraphErrors.badRequest("The property @odata.id is missing."));
        String principal = reference.substring(reference.lastIndexOf('/') + 1);
        if (call.findUser(principal).isEmpty()) {
            throw GraphErrors.notFound(principal);
        }
        if (tenantWide(principal, template).isPresent()) {
            throw GraphErrors.badRequest(
                    "One or more added object references already exist for the following modified properties:"
                            + " 'members'.");
        }
        RoleAssignment made = roles.assign(call, principal, template, RoleAssignment.TENANT, false);
        call.request().trace().target(principal + "/" + made.id());
        return call.noContent();
    }

    private WireResponse removeMember(GraphCall call) {
        String principal = call.variable("member");
        RoleAssignment held = tenantWide(principal, template(call)).orElseThrow(() -> GraphErrors.notFound(principal));
        call.request().trace().target(principal + "/" + held.id());
        roles.remove(call, held);
        return call.noContent();
    }

    private Optional<RoleAssignment> tenantWide(String principal, String template) {
        return state.table(RoleAssignment.TABLE).all().stream()
                .filter(role -> !role.eligible() && role.isFor(principal, template, RoleAssignment.TENANT))
                .findFirst();
    }
}
