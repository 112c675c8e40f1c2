package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Wire.Sleep;
import dev.cordon.tenant.ConsentGrants;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Consents over Graph.
 *
 * @param graph the client
 * @param sleep lets wall time pass
 */
public record GraphConsentGrants(GraphClient graph, Sleep sleep) implements ConsentGrants {
    /** Where mail, files and the directory can be reached: Microsoft Graph, Exchange Online, SharePoint Online. */
    private static final String INTERFACES = "appId in ('00000003-0000-0000-c000-000000000000',"
            + "'00000002-0000-0ff1-ce00-000000000000','00000003-0000-0ff1-ce00-000000000000')";

    @Override
    public Reading<List<ConsentGrant>> fetchGrants(String objectId) {
        Beside<Reading<List<Grant>>> everybody = Beside.start(
                graph.wire().transport().threads(),
                () -> grants(
                        "Read the consents given for everybody",
                        "/oauth2PermissionGrants?$filter=" + option("consentType eq 'AllPrincipals'")));
        Reading<List<Grant>> all = grants(
                        "Read the consents of " + objectId, "/users/" + segment(objectId) + "/oauth2PermissionGrants")
                .with(everybody.join(), GraphConsentGrants::once);
        return new Applications(graph, sleep).beside(all, Grant::clientId, Grant::withClient);
    }

    @Override
    public Receipt delete(ConsentGrant grant) {
        return graph.delete(
                Need.CHANGE_GRANTS,
                Need.CHANGE_GRANTS.bucket(),
                "Delete the consent " + grant.id(),
                V1 + "/oauth2PermissionGrants/" + segment(grant.id()));
    }

    @Override
    public Receipt disable(Application application) {
        JsonObject body = new JsonObject();
        body.addProperty("accountEnabled", false);
        return graph.change(
                Need.CHANGE_APPLICATIONS,
                "Disable the application " + application.displayName(),
                "PATCH",
                V1 + "/servicePrincipals/" + segment(application.servicePrincipalId()),
                body.toString(),
                Repeat.IDEMPOTENT);
    }

    @Override
    public Receipt delete(String objectId, AppRoleAssignment assignment) {
        return graph.delete(
                Need.CHANGE_ASSIGNMENTS,
                Need.CHANGE_ASSIGNMENTS.bucket(),
                "Delete the application assignment " + assignment.id() + " of " + objectId,
                V1 + "/users/" + segment(objectId) + "/appRoleAssignments/" + segment(assignment.id()));
    }

    private Reading<List<Grant>> grants(String attempted, String path) {
        return new Listing<>(graph, Need.READ_GRANTS, attempted, Grant::of).read(V1 + path);
    }

    private static List<Grant> once(List<Grant> own, List<Grant> everybody) {
        Set<String> seen = new HashSet<>();
        return Stream.concat(own.stream(), everybody.stream())
                .filter(grant -> seen.add(grant.id()))
                .toList();
    }

    /** A grant whose application is still only an id. */
    private record Grant(String id, String clientId, boolean forEverybody, List<String> scopes) {
        static Grant of(JsonItem grant) {
            return new Grant(
                    grant.text("id"),
                    grant.text("clientId"),
                    grant.text("consentType").equals("AllPrincipals"),
                    Arrays.stream(grant.textOrEmpty("scope").split(" "))
                            .filter(scope -> !scope.isEmpty())
                            .toList());
        }

        ConsentGrant withClient(Application client) {
            return new ConsentGrant(id, client, forEverybody, scopes);
        }
    }

    @Override
    public Reading<List<AppRoleAssignment>> fetchAppRoleAssignments(String objectId) {
        Reading<List<Assignment>> assignments = new Listing<>(
                        graph, Need.READ_GRANTS, "Read the application assignments of " + objectId, Assignment::of)
                .read(V1 + "/users/" + segment(objectId) + "/appRoleAssignments");
        return new Applications(graph, sleep)
                .beside(assignments, Assignment::applicationId, Assignment::withApplication);
    }

    @Override
    public Reading<List<AppRoleAssignment>> fetchApplicationPermissions() {
        Reading<List<String>> interfaces = new Listing<>(
                        graph,
                        Need.READ_DIRECTORY,
                        "Read the service principals of Graph, Exchange and SharePoint",
                        principal -> principal.text("id"))
                .read(V1 + "/servicePrincipals?$filter=" + option(INTERFACES));
        List<Supplier<Reading<List<Assignment>>>> reads = interfaces.value().stream()
                .<Supplier<Reading<List<Assignment>>>>map(id -> () -> permissions(id))
                .toList();
        Reading<List<Assignment>> all = Beside.all(graph.wire().transport().threads(), reads).stream()
                .reduce(interfaces.map(ids -> List.of()), (some, more) -> some.with(more, GraphConsentGrants::joined));
        return new Applications(graph, sleep).beside(all, Assignment::applicationId, Assignment::withApplication);
    }

    private Reading<List<Assignment>> permissions(String interfaceId) {
        return new Listing<>(
                        graph,
                        Need.READ_DIRECTORY,
                        "Read which applications may act on their own",
                        row -> Assignment.ofApplication(interfaceId, row))
                .read(V1 + "/servicePrincipals/" + segment(interfaceId) + "/appRoleAssignedTo")
                .map(rows -> rows.stream().flatMap(Optional::stream).toList());
    }

    private static List<Assignment> joined(List<Assignment> some, List<Assignment> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** An assignment whose application is still only an id. */
    private record Assignment(
            String id,
            String applicationId,
            String resourceId,
            String appRoleId,
            Optional<Instant> createdAt,
            boolean onItsOwn) {
        /** Users are assigned to an interface too; they cannot act through it on their own. */
        static Optional<Assignment> ofApplication(String interfaceId, JsonItem assignment) {
            return assignment.textOrEmpty("principalType").equals("ServicePrincipal")
                    ? Optional.of(of(assignment, assignment.text("principalId"), interfaceId, true))
                    : Optional.empty();
        }

        static Assignment of(JsonItem assignment) {
            String application = assignment.text("resourceId");
            return of(assignment, application, application, false);
        }

        private static Assignment of(JsonItem assignment, String applicationId, String resourceId, boolean onItsOwn) {
            return new Assignment(
                    assignment.text("id"),
                    applicationId,
                    resourceId,
                    assignment.text("appRoleId"),
                    assignment.findInstant("createdDateTime"),
                    onItsOwn);
        }

        AppRoleAssignment withApplication(Application application) {
            return new AppRoleAssignment(id, application, resourceId, appRoleId, createdAt, onItsOwn);
        }
    }
}
