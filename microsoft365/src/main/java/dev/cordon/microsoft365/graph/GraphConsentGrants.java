package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.microsoft365.wire.Wire.Sleep;
import dev.cordon.tenant.ConsentGrants;
import dev.cordon.tenant.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Consents over Graph.
 *
 * @param graph the client
 * @param sleep lets wall time pass
 */
public record GraphConsentGrants(GraphClient graph, Sleep sleep) implements ConsentGrants {
    @Override
    public Reading<List<ConsentGrant>> fetchGrants(String objectId) {
        Beside<Reading<List<JsonItem>>> everybody = Beside.start(
                graph.wire().transport().threads(),
                () -> new Listing(graph, Need.READ_GRANTS, "Read the consents given for everybody")
                        .read(V1 + "/oauth2PermissionGrants?$filter=" + option("consentType eq 'AllPrincipals'")));
        Reading<List<JsonItem>> own = new Listing(graph, Need.READ_GRANTS, "Read the consents of " + objectId)
                .read(V1 + "/users/" + segment(objectId) + "/oauth2PermissionGrants");
        Reading<List<JsonItem>> all = own.with(everybody.join(), GraphConsentGrants::once);
        return new Applications(graph, sleep).beside(all, "clientId", GraphConsentGrants::grant);
    }

    private static List<JsonItem> once(List<JsonItem> own, List<JsonItem> everybody) {
        List<String> ids = own.stream().map(grant -> grant.text("id")).toList();
        return Stream.concat(own.stream(), everybody.stream().filter(grant -> !ids.contains(grant.text("id"))))
                .toList();
    }

    private static ConsentGrant grant(JsonItem grant, Application client) {
        return new ConsentGrant(
                grant.text("id"),
                client,
                grant.text("consentType").equals("AllPrincipals"),
                Arrays.stream(grant.textOrEmpty("scope").split(" "))
                        .filter(scope -> !scope.isEmpty())
                        .toList());
    }

    @Override
    public Reading<List<AppRoleAssignment>> fetchAppRoleAssignments(String objectId) {
        Reading<List<JsonItem>> assignments = new Listing(
                        graph, Need.READ_GRANTS, "Read the application assignments of " + objectId)
                .read(V1 + "/users/" + segment(objectId) + "/appRoleAssignments");
        return new Applications(graph, sleep)
                .beside(
                        assignments,
                        "resourceId",
                        (assignment, application) -> new AppRoleAssignment(
                                assignment.text("id"),
                                application,
                                assignment.text("appRoleId"),
                                assignment.findInstant("createdDateTime")));
    }
}
