package dev.cordon.simulator.applications;

import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.graph.Pages;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.wire.WireResponse;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Application roles of people and of applications, seen from the person, from the application that has them and from the
 * one that gives them (A18, A19, A25, U9).
 *
 * @see <a href="https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignedto">appRoleAssignedTo</a>
 */
final class AppRoles {

    private AppRoles() {}

    /** From whose side an assignment is asked for. */
    enum Side {
        /** The person's. */
        PERSON,
        /** The application's that has the role. */
        HOLDER,
        /** The application's or API's that gives the role. */
        GIVER;

        private boolean has(AppRoleAssignment assignment, String id) {
            return (this == GIVER ? assignment.resourceId() : assignment.principalId()).equals(id);
        }
    }

    /** Who holds a role. */
    private record Holder(String id, String type, String name) {}

    private static String subject(GraphCall call, Side side) {
        return side == Side.PERSON
                ? call.user().id()
                : ApplicationRoutes.found(call).id();
    }

    static WireResponse list(GraphCall call, Side side) {
        var id = subject(call, side);
        return list(call, assignment -> side.has(assignment, id));
    }

    private static WireResponse list(GraphCall call, Predicate<AppRoleAssignment> wanted) {
        return Pages.directory("appRoleAssignments")
                .answer(
                        call,
                        call.state().table(AppRoleAssignment.TABLE).allVisible(call.now()).stream()
                                .filter(wanted)
                                .map(AppRoleAssignment::shape)
                                .toList());
    }

    static WireResponse create(GraphCall call, Side side) {
        var subject = subject(call, side);
        var body = call.body();
        var resourceId = named(body, "resourceId", side == Side.GIVER ? subject : "");
        var principalId = named(body, "principalId", side == Side.GIVER ? "" : subject);
        var resource = application(call, resourceId);
        var holder = holder(call, principalId);
        var assignment = new AppRoleAssignment(
                call.state()
                        .chance()
                        .letters(
                                43,
                                "assignment",
                                holder.id(),
                                call.state().events().size()),
                Json.text(body, "appRoleId").orElse(AppRoleAssignment.DEFAULT_ROLE),
                holder.id(),
                holder.type(),
                holder.name(),
                resource.id(),
                resource.displayName(),
                call.now());
        refuseTwice(call, assignment);
        call.request().trace().target(holder.id() + "/" + assignment.id());
        call.state().atomically(() -> {
            call.state()
                    .table(AppRoleAssignment.TABLE)
                    .put(assignment.id(), assignment, call.state().visibleAt(assignment.id()));
            var by = call.token().actor().caller() == Caller.ATTACKER ? Author.ATTACKER : Author.LEGITIMATE;
            var kind = ObjectKind.APP_ROLE_ASSIGNMENT;
            call.state()
                    .table(Origin.TABLE)
                    .put(
                            kind.word() + "//" + assignment.id(),
                            new Origin(
                                    assignment.id(),
                                    null,
                                    kind,
                                    owner(assignment).orElse(null),
                                    by));
            record(call, assignment, new JsonObject(), assignment.shape());
        });
        return call.answer(201, "appRoleAssignments/$entity", assignment.shape());
    }

    /** The id the body names, which must be the path's where the path has one. */
    private static String named(JsonObject body, String member, String fromPath) {
        var named = Json.text(body, member).orElse(fromPath);
        if (named.isEmpty() || (!fromPath.isEmpty() && !named.equals(fromPath))) {
            throw GraphErrors.badRequest("Property " + member + " is invalid.");
        }
        return named;
    }

    private static ServicePrincipal application(GraphCall call, String id) {
        return call.state().table(ServicePrincipal.TABLE).find(id).orElseThrow(() -> GraphErrors.notFound(id));
    }

    private static Holder holder(GraphCall call, String id) {
        return call.state()
                .table(User.TABLE)
                .find(id)
                .map(user -> new Holder(id, AppRoleAssignment.USER, user.displayName()))
                .orElseGet(() ->
                        new Holder(id, "ServicePrincipal", application(call, id).displayName()));
    }

    private static void refuseTwice(GraphCall call, AppRoleAssignment wanted) {
        var exists = call.state().table(AppRoleAssignment.TABLE).all().stream()
                .anyMatch(known -> known.principalId().equals(wanted.principalId())
                        && known.resourceId().equals(wanted.resourceId())
                        && known.appRoleId().equals(wanted.appRoleId()));
        if (exists) {
            throw GraphErrors.badRequest("Permission being assigned already exists on the object");
        }
    }

    static WireResponse delete(GraphCall call, Side side) {
        var subject = subject(call, side);
        var id = call.variable("assignment");
        call.request().trace().target(subject + "/" + id);
        var assignment = call.state()
                .table(AppRoleAssignment.TABLE)
                .find(id)
                .filter(found -> side.has(found, subject))
                .orElseThrow(() -> GraphErrors.notFound(id));
        call.state().atomically(() -> {
            call.state().table(AppRoleAssignment.TABLE).remove(id, call.state().visibleAt(id));
            record(call, assignment, assignment.shape(), new JsonObject());
        });
        return call.noContent();
    }

    private static Optional<String> owner(AppRoleAssignment assignment) {
        return assignment.isPersons() ? Optional.of(assignment.principalId()) : Optional.empty();
    }

    private static void record(GraphCall call, AppRoleAssignment assignment, JsonObject before, JsonObject after) {
        var made = before.isEmpty();
        var activity = assignment.isPersons()
                ? made ? Activity.ADD_APP_ROLE : Activity.REMOVE_APP_ROLE
                : made ? Activity.ADD_APPLICATION_ROLE : Activity.REMOVE_APPLICATION_ROLE;
        call.state()
                .record(
                        call.cause(),
                        activity,
                        "AppRoleAssignment",
                        assignment.id(),
                        owner(assignment).orElse(""),
                        before,
                        after);
    }
}
