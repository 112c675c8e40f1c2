package dev.cordon.simulator.logs;

import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every alert and every piece of its evidence says (E.1). */
final class AlertShapes {

    private final Tenant tenant;
    private final TenantState state;

    AlertShapes(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
    }

    /** What an alert of that name always says, whomever it is about. */
    record Kind(
            String title,
            String description,
            String severity,
            String category,
            String source,
            String product,
            String technique) {

        /** One of Defender for Office 365. */
        static Kind ofMail(String title, String severity, String category, String technique) {
            return new Kind(
                    title,
                    title,
                    severity,
                    category,
                    "microsoftDefenderForOffice365",
                    "Microsoft Defender for Office 365",
                    technique);
        }
    }

    /** When it happened, and when it was noticed first and last. */
    record When(Instant first, Instant last, Instant created, Instant updated) {

        static When noticed(Instant happened, Instant noticed) {
            return new When(happened, happened, noticed, noticed);
        }
    }

    Alert alert(String id, String about, Kind kind, When when, List<JsonObject> evidence) {
        var shape = Json.object(
                "id",
                "da" + id,
                "providerAlertId",
                id,
                "incidentId",
                null,
                "status",
                "new",
                "severity",
                kind.severity(),
                "classification",
                "unknown",
                "determination",
                "unknown",
                "serviceSource",
                kind.source(),
                "detectionSource",
                kind.source(),
                "detectorId",
                kind.title().replaceAll("\\W", ""),
                "tenantId",
                tenant.tenantId(),
                "title",
                kind.title(),
                "description",
                kind.description(),
                "recommendedActions",
                "",
                "category",
                kind.category(),
                "assignedTo",
                null,
                "alertWebUrl",
                "https://security.microsoft.com/alerts/da" + id + "?tid=" + tenant.tenantId(),
                "incidentWebUrl",
                null,
                "mitreTechniques",
                List.of(kind.technique()),
                "createdDateTime",
                Json.time(when.created()),
                "resolvedDateTime",
                null,
                "systemTags",
                List.of(),
                "comments",
                List.of(),
                "productName",
                kind.product(),
                "firstActivityDateTime",
                Json.time(when.first()),
                "lastActivityDateTime",
                Json.time(when.last()),
                "lastUpdateDateTime",
                Json.time(when.updated()),
                "evidence",
                evidence);
        return new Alert(about, when.created(), when.updated(), shape);
    }

    static JsonObject evidence(String kind, Instant at, String verdict) {
        return evidence(kind, at, verdict, false);
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

    JsonObject user(String userId, Instant at, String verdict) {
        var user = evidence("user", at, verdict, isDisrupted(userId));
        user.add("userAccount", account(userId));
        return user;
    }

    JsonObject account(String userId) {
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

    /** A mail that was delivered; it names sender and recipient, and accuses neither. */
    static JsonObject mail(Message message, String recipient, String direction, Instant at) {
        var sender = Json.object(
                "emailAddress",
                message.from(),
                "displayName",
                "",
                "domainName",
                message.from().replaceFirst(".*@", ""));
        var mail = evidence("analyzedMessage", at, "malicious");
        mail.addProperty("internetMessageId", message.internetMessageId());
        mail.addProperty("subject", message.subject());
        mail.addProperty("recipientEmailAddress", recipient);
        mail.addProperty("receivedDateTime", Json.time(message.at()));
        mail.addProperty("antiSpamDirection", direction);
        mail.addProperty("deliveryAction", "delivered");
        mail.add("p1Sender", sender);
        mail.add("p2Sender", sender.deepCopy());
        return mail;
    }

    /** Whether an application of Microsoft's has disabled him by itself (E.2). */
    boolean isDisrupted(String userId) {
        Optional<String> name = state.table(User.TABLE).find(userId).map(User::userPrincipalName);
        return state.scenario().history().audits().stream()
                .anyMatch(audit -> audit.activity().equalsIgnoreCase("Disable account")
                        && audit.app() != null
                        && !audit.at().isAfter(state.now())
                        && name.filter(upn -> upn.equalsIgnoreCase(audit.target()))
                                .isPresent());
    }
}
