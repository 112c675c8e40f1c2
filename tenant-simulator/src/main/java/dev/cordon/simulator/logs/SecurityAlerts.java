package dev.cordon.simulator.logs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.licences.ServicePlans;
import dev.cordon.simulator.logs.AlertShapes.Kind;
import dev.cordon.simulator.logs.AlertShapes.When;
import dev.cordon.simulator.mailbox.InboxRule;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.state.TenantState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Alerts (E4), each from the product that is licensed: Identity Protection's of risky sign-ins with Entra ID P2, Defender
 * for Office 365's of rules that forward, of mail and of clicks. Plain E3 has none. Kept for 180 days. What is known of
 * their wording is from memory.
 */
final class SecurityAlerts {

    private static final Duration RULE_NOTICED = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(180);
    private static final Kind RISKY = new Kind(
            "Anomalous Token",
            "Anomalous token use involving one user",
            "high",
            "CredentialAccess",
            "azureAdIdentityProtection",
            "Microsoft Entra ID Protection",
            "T1528");
    private static final Kind FORWARDING = new Kind(
            "Creation of forwarding/redirect rule",
            "Creation of forwarding/redirect rule involving one user",
            "informational",
            "Collection",
            "microsoftDefenderForOffice365",
            "Microsoft Defender for Office 365",
            "T1114.003");

    private final TenantState state;
    private final AlertShapes shapes;

    SecurityAlerts(Tenant tenant) {
        this.state = tenant.state();
        this.shapes = new AlertShapes(tenant);
    }

    /** Those there are by now. */
    List<Alert> all() {
        var alerts = new ArrayList<Alert>();
        if (ServicePlans.hasPremiumP2(state.licences())) {
            var detections = new RiskDetections(state);
            detections.users().forEach(user -> alerts.add(risky(user, detections.noticed(user))));
        }
        if (ServicePlans.hasDefenderP1(state.licences())) {
            state.table(InboxRule.TABLE).all().stream()
                    .filter(SecurityAlerts::forwards)
                    .map(this::forwarding)
                    .forEach(alerts::add);
        }
        if (ServicePlans.hasDefenderP2(state.licences())) {
            alerts.addAll(new MailAlerts(state, shapes).all());
        }
        var now = state.now();
        alerts.removeIf(alert -> alert.created().isAfter(now) || alert.updated().isBefore(now.minus(KEPT)));
        return alerts;
    }

    private static boolean forwards(InboxRule rule) {
        return rule.origin() == InboxRule.Origin.VISIBLE
                && Stream.of("forwardTo", "redirectTo", "forwardAsAttachmentTo").anyMatch(rule.actions()::has);
    }

    private Alert risky(String userId, List<RiskDetection> found) {
        var first = found.getFirst();
        var last = found.getLast();
        var evidence = new ArrayList<JsonObject>();
        evidence.add(shapes.user(userId, first.detectedAt(), "suspicious"));
        found.stream()
                .map(RiskDetection::ip)
                .distinct()
                .filter(ip -> !ip.isJsonNull())
                .forEach(ip -> evidence.add(address(ip, first.detectedAt(), country(found, ip))));
        var alert = shapes.alert(
                state.chance().guid("alert", userId),
                userId,
                RISKY,
                new When(first.at(), last.at(), first.detectedAt(), last.detectedAt()),
                evidence);
        if (shapes.isDisrupted(userId)) {
            alert.shape().addProperty("detectionSource", "microsoft365Defender");
        }
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
        var evidence = AlertShapes.evidence("ip", at, "suspicious");
        evidence.add("ipAddress", ip);
        evidence.add("countryLetterCode", country);
        return evidence;
    }

    private Alert forwarding(InboxRule rule) {
        var noticed = rule.created().plus(RULE_NOTICED);
        var account = shapes.account(rule.ownerId());
        var mailbox = AlertShapes.evidence("mailbox", noticed, "unknown");
        mailbox.add(
                "primaryAddress",
                Json.element(state.table(Mailbox.TABLE).find(rule.ownerId()).map(Mailbox::address)));
        mailbox.add("displayName", account.get("displayName"));
        mailbox.add("upn", account.get("userPrincipalName"));
        mailbox.add("userAccount", account);
        return shapes.alert(
                state.chance().guid("alert-of-rule", rule.key()),
                rule.ownerId(),
                FORWARDING,
                When.noticed(rule.created(), noticed),
                List.of(shapes.user(rule.ownerId(), noticed, "unknown"), mailbox));
    }
}
