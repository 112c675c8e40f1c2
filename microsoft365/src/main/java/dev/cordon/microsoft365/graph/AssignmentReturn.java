package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Assigns the user to applications again, and enables applications again that may act on their own.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-post-approleassignments">Grant an appRoleAssignment to a user</a>
 */
public record AssignmentReturn(GraphClient graph) implements Returnable {
    private static final String PRINCIPAL = "principal";
    private static final String ENABLED = "accountEnabled";

    @Override
    public boolean reads(String request) {
        return isOfUser(request) || isOfApplications(request) || isBatch(request);
    }

    private static boolean isOfUser(String request) {
        return request.startsWith("GET ") && request.contains("/appRoleAssignments");
    }

    private static boolean isOfApplications(String request) {
        return request.startsWith("GET ") && request.contains("/appRoleAssignedTo");
    }

    private static boolean isBatch(String request) {
        return request.contains("/$batch GET ") && request.contains("/servicePrincipals/");
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        List<Former> formers = new ArrayList<>();
        Page.items(answers, AssignmentReturn::isOfUser).forEach(row -> formers.add(ofUser(row)));
        Map<String, JsonItem> applications = applications(answers);
        for (JsonItem row : Page.items(answers, AssignmentReturn::isOfApplications)) {
            Optional.ofNullable(applications.get(row.textOrEmpty("principalId")))
                    .ifPresent(application -> formers.add(ofApplication(row, application)));
        }
        return formers;
    }

    private static Former ofUser(JsonItem row) {
        Map<String, String> settable =
                Fields.of(row, "principalId", "resourceId", "appRoleId").map();
        return Former.of(
                row.textOrEmpty("id"),
                row.textOrEmpty("resourceId") + "|" + row.textOrEmpty("appRoleId"),
                settable,
                Fields.of(row, "id", "createdDateTime").map());
    }

    /** What was taken from it is that it may be used at all. */
    private static Former ofApplication(JsonItem row, JsonItem application) {
        String id = row.textOrEmpty("id");
        Fields settable = new Fields()
                .with("principalId", row.textOrEmpty("principalId"))
                .with("resourceId", row.textOrEmpty("resourceId"))
                .with("appRoleId", row.textOrEmpty("appRoleId"));
        Optional<Boolean> enabled = application.findFlag(ENABLED);
        enabled.ifPresent(flag -> settable.with(ENABLED, flag));
        Former former = Former.of(id, id, settable.map(), Map.of())
                .whenRemoved(new Fields().with(ENABLED, false).map())
                .withMeans(Map.of(PRINCIPAL, row.textOrEmpty("principalId")));
        return enabled.isPresent()
                ? former
                : former.withObstacle(
                        "Nothing shows whether the application was enabled (accountEnabled). An Application"
                                + " Administrator can tell: Microsoft Entra admin center > Enterprise applications.");
    }

    /** The applications in the batches; of one that stands in several, as the first shows it. */
    private static Map<String, JsonItem> applications(List<SealedAnswer> answers) {
        Map<String, JsonItem> applications = new HashMap<>();
        answers.stream()
                .filter(answer -> isBatch(answer.request()))
                .flatMap(answer -> responses(answer).stream())
                .flatMap(response -> response.findItem("body").stream())
                .filter(body -> body.has("id"))
                .forEach(body -> applications.putIfAbsent(body.textOrEmpty("id"), body));
        return applications;
    }

    private static List<JsonItem> responses(SealedAnswer answer) {
        try {
            return StrictJson.object(answer.body().toArray()).items("responses");
        } catch (UnreadableJson e) {
            return List.of();
        }
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        JsonObject body = new JsonObject();
        String application = former.means().getOrDefault(PRINCIPAL, "");
        if (!application.isEmpty()) {
            body.addProperty(ENABLED, true);
            return graph.change(
                    Need.CHANGE_APPLICATIONS,
                    "Enable the application " + application + " again",
                    "PATCH",
                    V1 + "/servicePrincipals/" + segment(application),
                    body.toString(),
                    Repeat.IDEMPOTENT);
        }
        List.of("principalId", "resourceId", "appRoleId")
                .forEach(name -> body.add(name, Fields.element(former.field(name))));
        return graph.change(
                Need.CHANGE_ASSIGNMENTS,
                "Assign " + objectId + " to the application again",
                "POST",
                V1 + "/users/" + segment(objectId) + "/appRoleAssignments",
                body.toString(),
                Repeat.ONCE);
    }
}
