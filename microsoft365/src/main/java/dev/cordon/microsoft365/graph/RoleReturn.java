package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;

import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives directory roles back that were assigned directly, and eligibilities.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/rbacapplication-post-roleassignments">Create unifiedRoleAssignment</a>
 * @see <a href="https://learn.microsoft.com/graph/api/rbacapplication-post-roleeligibilityschedulerequests">Create
 *     roleEligibilityScheduleRequest</a>
 */
public record RoleReturn(GraphClient graph) implements Returnable {
    private static final String ELIGIBLE = "eligible";
    private static final String END = "endDateTime";
    private static final List<String> FIELDS = List.of("principalId", "roleDefinitionId", "directoryScopeId");

    @Override
    public boolean reads(String request) {
        return isAssigned(request) || isEligible(request);
    }

    private static boolean isAssigned(String request) {
        return request.startsWith("GET ") && request.contains("/roleManagement/directory/roleAssignments");
    }

    private static boolean isEligible(String request) {
        return request.startsWith("GET ")
                && request.contains("/roleManagement/directory/roleEligibilityScheduleInstances");
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        return Stream.concat(
                        Page.items(answers, RoleReturn::isAssigned).stream().map(row -> former(row, false)),
                        Page.items(answers, RoleReturn::isEligible).stream().map(row -> former(row, true)))
                .filter(former -> Fields.plain(former.field("principalId")).equalsIgnoreCase(objectId))
                .toList();
    }

    private static Former former(JsonItem row, boolean eligible) {
        Map<String, String> settable = new LinkedHashMap<>(
                Fields.of(row, FIELDS.toArray(String[]::new)).map());
        if (eligible) {
            settable.putAll(Fields.of(row, END).map());
        }
        return Former.of(
                        row.textOrEmpty("id"),
                        (eligible ? ELIGIBLE : "assigned") + " " + row.textOrEmpty("roleDefinitionId") + " "
                                + row.textOrEmpty("directoryScopeId"),
                        settable,
                        Fields.of(row, "id", "startDateTime").map())
                .withMeans(eligible ? Map.of(ELIGIBLE, "true") : Map.of());
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        JsonObject body = new JsonObject();
        FIELDS.forEach(name -> body.add(name, Fields.element(former.field(name))));
        if (!former.means().containsKey(ELIGIBLE)) {
            return graph.change(
                    Need.CHANGE_ROLES,
                    attempted(objectId, former),
                    "POST",
                    V1 + "/roleManagement/directory/roleAssignments",
                    body.toString(),
                    Repeat.ONCE);
        }
        body.addProperty("action", "adminAssign");
        body.addProperty("justification", "Given back after incident response");
        body.add("scheduleInfo", schedule(former));
        return graph.change(
                Need.CHANGE_ELIGIBILITY,
                attempted(objectId, former),
                "POST",
                V1 + "/roleManagement/directory/roleEligibilityScheduleRequests",
                body.toString(),
                Repeat.ONCE);
    }

    /** From now on, until it would have ended. */
    private static JsonObject schedule(Former former) {
        String end = Fields.plain(former.field(END));
        JsonObject expiration = new JsonObject();
        expiration.addProperty("type", end.isEmpty() ? "noExpiration" : "afterDateTime");
        if (!end.isEmpty()) {
            expiration.addProperty(END, end);
        }
        JsonObject schedule = new JsonObject();
        schedule.add("expiration", expiration);
        return schedule;
    }

    private static String attempted(String objectId, Former former) {
        return "Give the role " + Fields.plain(former.field("roleDefinitionId")) + " to " + objectId + " again";
    }
}
