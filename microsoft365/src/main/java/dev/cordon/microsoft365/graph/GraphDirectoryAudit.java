package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.quoted;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.tenant.DirectoryAudit;
import dev.cordon.tenant.DirectoryAuditQuestion;
import dev.cordon.tenant.LogSource;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.Reading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The directory audit over Graph.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/directoryaudit-list">List directoryAudits</a>
 */
public record GraphDirectoryAudit(GraphClient graph) implements DirectoryAudit {
    @Override
    public Reading<List<AuditEvent>> fetchAbout(String objectId, Instant from) {
        return read(
                "Read the audit about " + objectId, "targetResources/any(t: t/id eq " + quoted(objectId) + ")", from);
    }

    @Override
    public Reading<List<AuditEvent>> fetchBy(String objectId, Instant from) {
        return read("Read the audit of what " + objectId + " did", "initiatedBy/user/id eq " + quoted(objectId), from);
    }

    @Override
    public LogSource<PagePosition<DirectoryAuditQuestion>> rows() {
        return new DirectoryAuditRows(graph);
    }

    /** No order is asked for: the service refuses one beside {@code any}. */
    private Reading<List<AuditEvent>> read(String attempted, String whom, Instant from) {
        String filter = "activityDateTime ge " + from.truncatedTo(ChronoUnit.SECONDS) + " and " + whom;
        return new Listing<>(graph, Need.READ_LOGS, attempted, GraphDirectoryAudit::event)
                .read(V1 + "/auditLogs/directoryAudits?$filter=" + option(filter))
                .map(rows -> events(rows, from));
    }

    private static List<AuditEvent> events(List<AuditEvent> rows, Instant from) {
        Set<String> seen = new HashSet<>();
        return rows.stream()
                .filter(event -> seen.add(event.id()) && !event.at().isBefore(from))
                .sorted(Comparator.comparing(AuditEvent::at).reversed())
                .toList();
    }

    private static AuditEvent event(JsonItem row) {
        Optional<JsonItem> initiatedBy = row.findItem("initiatedBy");
        Optional<JsonItem> user = initiatedBy.flatMap(by -> by.findItem("user"));
        Optional<JsonItem> app = initiatedBy.flatMap(by -> by.findItem("app"));
        return new AuditEvent(
                row.text("id"),
                row.findInstant("activityDateTime").orElseThrow(() -> new UnreadableJson("An audit event has no time")),
                row.text("activityDisplayName"),
                row.textOrEmpty("category"),
                row.textOrEmpty("result").equals("success"),
                user.flatMap(each -> each.find("id"))
                        .or(() -> app.flatMap(each -> each.find("servicePrincipalId")))
                        .or(() -> app.flatMap(each -> each.find("appId")))
                        .orElse(""),
                user.flatMap(each -> each.find("userPrincipalName").or(() -> each.find("displayName")))
                        .or(() -> app.flatMap(each -> each.find("displayName")))
                        .orElse(""),
                user.flatMap(each -> each.find("ipAddress")).orElse(""),
                user.isEmpty() && app.isPresent(),
                row.find("correlationId"),
                targets(row),
                details(row));
    }

    private static Map<String, String> targets(JsonItem row) {
        Map<String, String> targets = new LinkedHashMap<>();
        for (JsonItem target : row.items("targetResources")) {
            String name = target.find("userPrincipalName")
                    .or(() -> target.find("displayName"))
                    .orElse("");
            targets.putIfAbsent(target.textOrEmpty("id"), name);
        }
        return targets;
    }

    private static Map<String, String> details(JsonItem row) {
        Map<String, String> details = new LinkedHashMap<>();
        for (JsonItem target : row.items("targetResources")) {
            for (JsonItem property : target.items("modifiedProperties")) {
                String name = property.textOrEmpty("displayName");
                property.find("newValue").ifPresent(value -> put(details, name, value));
                property.find("oldValue").ifPresent(value -> put(details, name + " (before)", value));
            }
        }
        for (JsonItem detail : row.items("additionalDetails")) {
            put(details, detail.textOrEmpty("key"), detail.textOrEmpty("value"));
        }
        return details;
    }

    private static void put(Map<String, String> details, String name, String value) {
        String free = name;
        for (int copy = 2; details.containsKey(free); copy++) {
            free = name + " (" + copy + ")";
        }
        details.put(free, value);
    }
}
