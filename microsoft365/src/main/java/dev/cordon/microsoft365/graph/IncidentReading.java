package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.json.EnumWords;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.tenant.SecurityIncident;
import dev.cordon.tenant.SecurityIncident.Alert;
import dev.cordon.tenant.SecurityIncident.AlertStatus;
import dev.cordon.tenant.SecurityIncident.NamedUser;
import dev.cordon.tenant.SecurityIncident.Remediation;
import dev.cordon.tenant.SecurityIncident.Severity;
import dev.cordon.tenant.SecurityIncident.Status;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an incident says.
 *
 * @param incident the incident
 * @param mergedInto the id of the one that it was merged into
 * @param lacks sentences about what of it did not come or could not be understood
 * @see <a href="https://learn.microsoft.com/graph/api/resources/security-incident">incident</a>
 */
record IncidentReading(SecurityIncident incident, Optional<String> mergedInto, List<String> lacks) {
    IncidentReading {
        lacks = List.copyOf(lacks);
    }

    /** Reads an incident; one without an id or its times is refused. */
    static IncidentReading of(JsonItem row) {
        List<String> lacks = new ArrayList<>();
        String id = row.text("id");
        SecurityIncident incident = new SecurityIncident(
                id,
                List.of(),
                row.textOrEmpty("displayName"),
                severity(row),
                EnumWords.find(Status.class, row.textOrEmpty("status")).orElse(Status.OTHER),
                row.find("classification").orElse("unknown"),
                row.find("determination").orElse("unknown"),
                time(row, "createdDateTime"),
                time(row, "lastUpdateDateTime"),
                row.texts("systemTags"),
                alerts(id, row, lacks),
                webAddress(row.textOrEmpty("incidentWebUrl")));
        Optional<String> mergedInto = incident.status() == Status.REDIRECTED
                ? row.findScalar("redirectIncidentId").filter(other -> !other.isBlank())
                : Optional.empty();
        return new IncidentReading(incident, mergedInto, lacks);
    }

    private static Severity severity(JsonItem row) {
        return EnumWords.find(Severity.class, row.textOrEmpty("severity")).orElse(Severity.OTHER);
    }

    private static Instant time(JsonItem row, String name) {
        return row.findInstant(name).orElseThrow(() -> new UnreadableJson("An incident has no " + name));
    }

    private static Optional<URI> webAddress(String text) {
        try {
            return Optional.of(URI.create(text)).filter(address -> "https".equals(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Alert> alerts(String id, JsonItem row, List<String> lacks) {
        if (!row.has("alerts") || row.has("alerts@odata.nextLink")) {
            lacks.add("Alerts of incident " + id + " did not come with it.");
        }
        List<Alert> alerts = new ArrayList<>();
        for (JsonItem each : row.items("alerts")) {
            try {
                alerts.add(alert(each));
            } catch (UnreadableJson | IllegalArgumentException e) {
                lacks.add("An alert of incident " + id + " could not be understood.");
            }
        }
        return alerts;
    }

    private static Alert alert(JsonItem row) {
        return new Alert(
                row.text("id"),
                row.textOrEmpty("title"),
                severity(row),
                row.textOrEmpty("category"),
                EnumWords.find(AlertStatus.class, row.textOrEmpty("status")).orElse(AlertStatus.OTHER),
                row.textOrEmpty("serviceSource"),
                row.textOrEmpty("detectionSource"),
                row.findInstant("firstActivityDateTime"),
                row.findInstant("lastActivityDateTime"),
                row.items("evidence").stream()
                        .filter(IncidentReading::isAboutPeople)
                        .flatMap(evidence -> named(evidence).stream())
                        .toList());
    }

    private static boolean isAboutPeople(JsonItem evidence) {
        String type = evidence.textOrEmpty("@odata.type");
        return type.endsWith(".userEvidence") || type.endsWith(".mailboxEvidence");
    }

    /** Whom evidence names; evidence of a mailbox or a user whom Microsoft does not know names nobody. */
    private static Optional<NamedUser> named(JsonItem evidence) {
        Optional<JsonItem> account = evidence.findItem("userAccount");
        String objectId = text(account, "azureAdUserId");
        String userPrincipalName = text(account, "userPrincipalName");
        String address = evidence.textOrEmpty("primaryAddress");
        String accountName = text(account, "accountName");
        if ((objectId + userPrincipalName + address + accountName).isBlank()) {
            return Optional.empty();
        }
        String domain = text(account, "domainName");
        return Optional.of(new NamedUser(
                objectId,
                userPrincipalName,
                address,
                domain.isEmpty() || accountName.isEmpty() ? accountName : domain + "\\" + accountName,
                EnumWords.find(Remediation.class, evidence.textOrEmpty("remediationStatus"))
                        .orElse(Remediation.OTHER),
                evidence.textOrEmpty("remediationStatusDetails")));
    }

    private static String text(Optional<JsonItem> account, String name) {
        return account.map(each -> each.textOrEmpty(name)).orElse("");
    }
}
