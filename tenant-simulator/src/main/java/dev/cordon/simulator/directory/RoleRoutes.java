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
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.DirectoryRoles;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.RoleAssignment;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.users.UserShapes;
import dev.cordon.simulator.wire.WireResponse;
import java.util.List;

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
    private final EligibilityRequests eligibility;

    /** The roles of that tenant. */
    public RoleRoutes(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.roles = new Roles(tenant.state());
        this.eligibility = new EligibilityRequests(tenant.state());
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
                GraphRoute.get(BASE + "/roleEligibilityScheduleInstances", eligible, "A14", this::eligible),
                GraphRoute.get(BASE + "/roleEligibilitySchedules", eligible, "A14", this::schedules),
                GraphRoute.post(BASE + "/roleEligibilityScheduleRequests", request, "A14", eligibility::request)
                        .evidence(Evidence.FROM_MEMORY),
                GraphRoute.get("/directoryRoles", READ, "A15", this::activated),
                GraphRoute.get("/directoryRoles/{role}/members", READ, "A15", this::members));
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
        boolean held =
                roles.of(principal).anyMatch(known -> known.roleTemplateId().equals(template));
        if (held) {
            throw GraphErrors.badRequest("A conflicting object with one or more of the specified property values is"
                    + " present in the directory.");
        }
        RoleAssignment made = state.atomically(() -> {
            String id = state.chance()
                            .letters(
                                    43,
                                    "role",
                                    principal,
                                    template,
                                    state.events().size()) + "-1";
            var assignment = new RoleAssignment(id, principal, template, false);
            state.table(RoleAssignment.TABLE).put(id, assignment, state.visibleAt(id));
            Author by = call.token().actor().caller() == Caller.ATTACKER ? Author.ATTACKER : Author.LEGITIMATE;
            state.table(Origin.TABLE).put(id, new Origin(id, null, ObjectKind.ROLE, principal, by));
            roles.record(call, Activity.ADD_ROLE_MEMBER, assignment, new JsonObject(), Roles.facts(assignment));
            return assignment;
        });
        call.request().trace().target(principal + "/" + made.id());
        return call.answer(201, "roleManagement/directory/roleAssignments/$entity", roles.assignment(made));
    }

    private WireResponse remove(GraphCall call) {
        RoleAssignment assignment = find(call);
        state.atomically(() -> {
            state.table(RoleAssignment.TABLE).remove(assignment.id(), state.visibleAt(assignment.id()));
            roles.record(call, Activity.REMOVE_ROLE_MEMBER, assignment, Roles.facts(assignment), new JsonObject());
        });
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

    private WireResponse eligible(GraphCall call) {
        EligibilityRequests.checkLicence(state);
        List<JsonObject> rows = roles.all()
                .filter(RoleAssignment::eligible)
                .map(assignment -> {
                    JsonObject json = roles.eligibility(assignment);
                    if (call.query().expand().contains("roleDefinition")) {
                        json.add("roleDefinition", roles.definition(assignment.roleTemplateId()));
                    }
                    return json;
                })
                .toList();
        return Pages.plain("roleManagement/directory/roleEligibilityScheduleInstances", 100, 999)
                .answer(call, rows);
    }

    private WireResponse schedules(GraphCall call) {
        EligibilityRequests.checkLicence(state);
        List<JsonObject> rows = roles.all()
                .filter(RoleAssignment::eligible)
                .map(roles::eligibilitySchedule)
                .toList();
        return Pages.plain("roleManagement/directory/roleEligibilitySchedules", 100, 999)
                .answer(call, rows);
    }

    private WireResponse activated(GraphCall call) {
        List<JsonObject> rows =
                roles.activatedTemplates().stream().map(roles::activated).toList();
        return Pages.plain("directoryRoles", 999, 999).answer(call, rows);
    }

    private WireResponse members(GraphCall call) {
        String wanted = call.variable("role");
        String template = roles.activatedTemplates().stream()
                .filter(known -> roles.activatedId(known).equals(wanted))
                .findFirst()
                .orElseThrow(() -> GraphErrors.notFound(wanted));
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
}
