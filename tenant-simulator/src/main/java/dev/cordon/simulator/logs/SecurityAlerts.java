package dev.cordon.simulator.logs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.mailbox.InboxRule;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Alerts (E4), each from the product that is licensed: Identity Protection's of risky sign-ins with Entra ID P2, Defender
 * for Office 365's of rules that forward, and of links that the attacker mails to colleagues. Plain E3 has none. What is known of their wording is from memory.
 */
final class SecurityAlerts {

    private static final Duration RULE_NOTICED = Duration.ofMinutes(10);
    private static final Duration LINK_NOTICED = Duration.ofMinutes(10);

    private final Tenant tenant;
    private final TenantState state;

    SecurityAlerts(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
    }

    /** Those there are by now, the newest first. */
    List<JsonObject> rows() {
        var rows = new ArrayList<JsonObject>();
        if (ServicePlans.hasPremiumP2(state.licences())) {
            var detections = new RiskDetections(state);
            detections.users().forEach(user -> rows.add(risky(user, detections.noticed(user))));
        }
        if (ServicePlans.hasDefenderP1(state.licences())) {
            state.table(InboxRule.TABLE).all().stream()
                    .filter(rule -> forwards(rule) && !noticed(rule).isAfter(state.now()))
                    .map(this::forwarding)
                    .forEach(rows::add);
        }
        if (ServicePlans.hasDefenderP2(state.licences())) {
            state.table(Message.TABLE).all().stream()
                    .filter(this::isLinkFromInside)
                    .map(this::link)
                    .forEach(rows::add);
        }
        rows.sort(Comparator.comparing(
                        (JsonObject row) -> row.get("createdDateTime").getAsString())
                .reversed());
        return rows;
    }

    private static boolean forwards(InboxRule rule) {
        return rule.origin() == InboxRule.Origin.VISIBLE
                && Stream.of("forwardTo", "redirectTo", "forwardAsAttachmentTo").anyMatch(rule.actions()::has);
    }

    private static Instant noticed(InboxRule rule) {
        return rule.created().plus(RULE_NOTICED);
    }

    private JsonObject risky(String userId, List<RiskDetection> found) {
        var first = found.getFirst();
        var last = found.getLast();
        var evidence = new ArrayList<JsonObject>();
        var user = evidence("user", first.detectedAt(), "suspicious", isDisrupted(userId));
        user.add("userAccount", account(userId));
        evidence.add(user);
        found.stream()
                .map(RiskDetection::ip)
                .distinct()
                .filter(ip -> !ip.isJsonNull())
                .forEach(ip -> evidence.add(address(ip, first.detectedAt(), country(found, ip))));
        var alert = alert(
                state.chance().guid("alert", userId),
                "Anomalous Token",
                "Anomalous token use involving one user",
                "high",
                "CredentialAccess",
                "azureAdIdentityProtection",
                List.of("T1528"),
                first.detectedAt());
        alert.addProperty("productName", "Microsoft Entra ID Protection");
        if (isDisrupted(userId)) {
            alert.addProperty("detectionSource", "microsoft365Defender");
        }
        alert.addProperty("firstActivityDateTime", Json.time(first.at()));
        alert.addProperty("lastActivityDateTime", Json.time(last.at()));
        alert.addProperty("lastUpdateDateTime", Json.time(last.detectedAt()));
        alert.add("evidence", Json.array(evidence));
        return alert;
    }

    private static JsonElement country(List<RiskDetection> found, JsonElement ip) {
        return found.stream()
                .filter(detection -> detection.ip().equals(ip))
                .map(RiskDetection::country)
                .findFirst()
                .orElse(Json.element(null));
    }

    private static JsonObject address(JsonElement ip, Instant at, JsonElement country) {
        var evidence = evidence("ip", at, "suspicious", false);
        evidence.add("ipAddress", ip);
        evidence.add("countryLetterCode", country);
        return evidence;
    }

    private JsonObject forwarding(InboxRule rule) {
        var user = evidence("user", noticed(rule), "unknown", isDisrupted(rule.ownerId()));
        user.add("userAccount", account(rule.ownerId()));
        var mailbox = evidence("mailbox", noticed(rule), "unknown", false);
        var account = account(rule.ownerId());
        mailbox.add(
                "primaryAddress",
                Json.element(state.table(Mailbox.TABLE).find(rule.ownerId()).map(Mailbox::address)));
        mailbox.add("displayName", account.get("displayName"));
        mailbox.add("upn", account.get("userPrincipalName"));
        mailbox.add("userAccount", account);
        var alert = alert(
                state.chance().guid("alert-of-rule", rule.key()),
                "Creation of forwarding/redirect rule",
                "Creation of forwarding/redirect rule involving one user",
                "informational",
                "Collection",
                "microsoftDefenderForOffice365",
                List.of("T1114.003"),
                noticed(rule));
        alert.addProperty("productName", "Microsoft Defender for Office 365");
        alert.addProperty("firstActivityDateTime", Json.time(rule.created()));
        alert.addProperty("lastActivityDateTime", Json.time(rule.created()));
        alert.addProperty("lastUpdateDateTime", Json.time(noticed(rule)));
        alert.add("evidence", Json.array(List.of(user, mailbox)));
        return alert;
    }

    /** A delivered copy of a mail of the attacker with a link, from a mailbox of the tenant. */
    private boolean isLinkFromInside(Message message) {
        return message.by() == Author.ATTACKER
                && message.body().contains("https://")
                && !message.at().plus(LINK_NOTICED).isAfter(state.now())
                && state.table(Mailbox.TABLE).all().stream()
                        .anyMatch(mailbox -> mailbox.address().equalsIgnoreCase(message.from()))
                && address(message)
                        .filter(own -> !own.equalsIgnoreCase(message.from()))
                        .isPresent();
    }

    private Optional<String> address(Message message) {
        return state.table(Mailbox.TABLE).find(message.ownerId()).map(Mailbox::address);
    }

    private JsonObject link(Message message) {
        var noticed = message.at().plus(LINK_NOTICED);
        var sender = Json.object(
                "emailAddress",
                message.from(),
                "displayName",
                "",
                "domainName",
                message.from().replaceFirst(".*@", ""));
        var mail = evidence("analyzedMessage", noticed, "malicious", false);
        mail.addProperty("internetMessageId", message.internetMessageId());
        mail.addProperty("subject", message.subject());
        mail.addProperty("recipientEmailAddress", address(message).orElse(""));
        mail.addProperty("receivedDateTime", Json.time(message.at()));
        mail.addProperty("antiSpamDirection", "intraorg");
        mail.addProperty("deliveryAction", "delivered");
        mail.add("p1Sender", sender);
        mail.add("p2Sender", sender.deepCopy());
        var alert = alert(
                state.chance().guid("alert-of-mail", message.id()),
                "Email messages containing malicious URL removed after delivery",
                "Email messages containing malicious URL removed after delivery",
                "informational",
                "InitialAccess",
                "microsoftDefenderForOffice365",
                List.of("T1566.002"),
                noticed);
        alert.addProperty("productName", "Microsoft Defender for Office 365");
        alert.addProperty("firstActivityDateTime", Json.time(message.at()));
        alert.addProperty("lastActivityDateTime", Json.time(message.at()));
        alert.addProperty("lastUpdateDateTime", Json.time(noticed));
        alert.add("evidence", Json.array(List.of(mail)));
        return alert;
    }

    private JsonObject alert(
            String id,
            String title,
            String description,
            String severity,
            String category,
            String source,
            List<String> techniques,
            Instant created) {
        var incident =
                String.valueOf(1_000 + state.chance().generator("incident", id).nextInt(900_000));
        return Json.object(
                "id",
                "da" + id,
                "providerAlertId",
                id,
                "incidentId",
                incident,
                "status",
                "new",
                "severity",
                severity,
                "classification",
                "unknown",
                "determination",
                "unknown",
                "serviceSource",
                source,
                "detectionSource",
                source,
                "detectorId",
                title.replaceAll("\\W", ""),
                "tenantId",
                tenant.tenantId(),
                "title",
                title,
                "description",
                description,
                "recommendedActions",
                "",
                "category",
                category,
                "assignedTo",
                null,
                "alertWebUrl",
                "https://security.microsoft.com/alerts/da" + id + "?tid=" + tenant.tenantId(),
                "incidentWebUrl",
                "https://security.microsoft.com/incidents/" + incident + "?tid=" + tenant.tenantId(),
                "mitreTechniques",
                techniques,
                "createdDateTime",
                Json.time(created),
                "resolvedDateTime",
                null,
                "systemTags",
                List.of(),
                "comments",
                List.of());
    }

    private static JsonObject evidence(String kind, Instant at, String verdict, boolean disrupted) {
        return Json.object(
                "@odata.type",
                "#microsoft.graph.security." + kind + "Evidence",
                "createdDateTime",
                Json.time(at),
                "verdict",
                verdict,
                "remediationStatus",
                disrupted ? "remediated" : "none",
                "remediationStatusDetails",
                disrupted ? "Disabled by automatic attack disruption" : null,
                "roles",
                List.of(),
                "detailedRoles",
                List.of(),
                "tags",
                List.of());
    }

    private JsonObject account(String userId) {
        var user = state.table(User.TABLE).find(userId);
        var name = user.map(User::userPrincipalName).orElse("");
        return Json.object(
                "accountName",
                name.replaceFirst("@.*", ""),
                "domainName",
                null,
                "userSid",
                null,
                "azureAdUserId",
                userId,
                "userPrincipalName",
                name,
                "displayName",
                user.map(User::displayName));
    }

    /** Whether an application of Microsoft's has disabled him by itself (E.2). */
    private boolean isDisrupted(String userId) {
        Optional<String> name = state.table(User.TABLE).find(userId).map(User::userPrincipalName);
        return state.scenario().history().audits().stream()
                .anyMatch(audit -> audit.activity().equalsIgnoreCase("Disable account")
                        && audit.app() != null
                        && !audit.at().isAfter(state.now())
                        && name.filter(upn -> upn.equalsIgnoreCase(audit.target()))
                                .isPresent());
    }
}
