package dev.cordon.simulator.logs;

import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.time.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Defender's incidents (E1): alerts about the same account or mail, as long as no week without one lies between them. One
 * that holds a user whom Microsoft disabled by itself is marked as E.2 says.
 */
final class SecurityIncidents {

    private static final Duration TOGETHER = Duration.ofDays(7);
    private static final List<String> SEVERITIES = List.of("informational", "low", "medium", "high");

    private final String tenantId;
    private final Chance chance;
    private final List<List<Alert>> groups;

    SecurityIncidents(Tenant tenant) {
        this.tenantId = tenant.tenantId();
        this.chance = tenant.state().chance();
        this.groups = groups(new SecurityAlerts(tenant).all());
    }

    private static List<List<Alert>> groups(List<Alert> alerts) {
        var groups = new ArrayList<List<Alert>>();
        Map<String, List<Alert>> latest = new LinkedHashMap<>();
        alerts.stream()
                .sorted(Comparator.comparing(Alert::created)
                        .thenComparing(alert -> alert.shape().get("id").getAsString()))
                .forEach(alert -> {
                    var known = latest.get(alert.about());
                    if (known == null
                            || known.getLast().updated().plus(TOGETHER).isBefore(alert.created())) {
                        known = new ArrayList<>();
                        latest.put(alert.about(), known);
                        groups.add(known);
                    }
                    known.add(alert);
                });
        return groups;
    }

    /** The alerts, the newest first, each with its incident. */
    List<JsonObject> alerts() {
        return groups.stream()
                .flatMap(group -> group.stream().map(alert -> shown(alert, id(group))))
                .sorted(newest("createdDateTime"))
                .toList();
    }

    /** The incidents, the newest first. */
    List<JsonObject> incidents(boolean withAlerts) {
        return groups.stream()
                .map(group -> incident(group, withAlerts))
                .sorted(newest("createdDateTime"))
                .toList();
    }

    private static Comparator<JsonObject> newest(String member) {
        return Comparator.comparing((JsonObject row) -> row.get(member).getAsString())
                .reversed();
    }

    private String id(List<Alert> group) {
        var first = group.getFirst().shape().get("providerAlertId").getAsString();
        return String.valueOf(1_000 + chance.generator("incident", first).nextInt(900_000));
    }

    private JsonObject shown(Alert alert, String incident) {
        var shape = alert.shape().deepCopy();
        shape.addProperty("incidentId", incident);
        shape.addProperty("incidentWebUrl", url(incident));
        return shape;
    }

    private String url(String incident) {
        return "https://security.microsoft.com/incidents/" + incident + "?tid=" + tenantId;
    }

    private JsonObject incident(List<Alert> group, boolean withAlerts) {
        var id = id(group);
        var disrupted = group.stream().anyMatch(SecurityIncidents::isDisrupted);
        var incident = Json.object(
                "id",
                id,
                "tenantId",
                tenantId,
                "status",
                "active",
                "incidentWebUrl",
                url(id),
                "redirectIncidentId",
                null,
                "displayName",
                name(group) + (disrupted ? " (attack disruption)" : ""),
                "createdDateTime",
                Json.time(group.getFirst().created()),
                "lastUpdateDateTime",
                Json.time(group.stream()
                        .map(Alert::updated)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH)),
                "assignedTo",
                null,
                "classification",
                "unknown",
                "determination",
                "unknown",
                "severity",
                severity(group),
                "customTags",
                List.of(),
                "systemTags",
                disrupted ? List.of("Attack Disruption") : List.of(),
                "description",
                null,
                "lastModifiedBy",
                "Microsoft 365 Defender-AlertCorrelation",
                "resolvingComment",
                null,
                "summary",
                null,
                "comments",
                List.of());
        if (withAlerts) {
            incident.add(
                    "alerts",
                    Json.array(group.stream().map(alert -> shown(alert, id)).toList()));
        }
        return incident;
    }

    /** One alert lends its own words; of several, what they are about. */
    private static String name(List<Alert> group) {
        var categories = group.stream()
                .map(alert -> alert.shape().get("category").getAsString().replaceAll("([a-z])([A-Z])", "$1 $2"))
                .map(SecurityIncidents::sentence)
                .distinct()
                .toList();
        return group.size() == 1
                ? group.getFirst().shape().get("description").getAsString()
                : categories.size() == 1
                        ? categories.getFirst() + " incident involving one user"
                        : "Multi-stage incident involving " + String.join(" & ", categories) + " involving one user";
    }

    private static String sentence(String words) {
        return words.substring(0, 1) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String severity(List<Alert> group) {
        return SEVERITIES.get(group.stream()
                .mapToInt(alert ->
                        SEVERITIES.indexOf(alert.shape().get("severity").getAsString()))
                .max()
                .orElse(0));
    }

    private static boolean isDisrupted(Alert alert) {
        return alert.shape().getAsJsonArray("evidence").asList().stream()
                .anyMatch(evidence -> evidence.getAsJsonObject()
                        .get("remediationStatus")
                        .getAsString()
                        .equals("remediated"));
    }
}
