package dev.cordon.simulator.attacker;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.attacker.AttackerWire.Reply;
import dev.cordon.simulator.identity.Resource;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.MailFolder;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.MethodType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/** How the attacker makes each kind of persistence with the session of his victim. */
final class Creations {

    private static final Set<String> RECIPIENTS =
            Set.of("forwardTo", "redirectTo", "forwardAsAttachmentTo", "fromAddresses", "sentToAddresses");

    private final Sessions sessions;

    Creations(Sessions sessions) {
        this.sessions = sessions;
    }

    Reply create(AttackerSession session, ObjectKind kind, JsonObject object, boolean hidden) {
        return switch (kind) {
            case INBOX_RULE -> rule(session, object, hidden);
            case FORWARDING -> forwarding(session, object);
            case DELEGATE -> delegate(session, object);
            case FOLDER_PERMISSION -> folderPermission(session, object);
            case CALENDAR_PUBLISHING -> calendar(session, object);
            case AUTHENTICATION_METHOD -> method(session, object);
            case CONSENT -> consent(session, object);
            case APP_ROLE_ASSIGNMENT -> graph(session, "POST", "/v1.0/me/appRoleAssignments", object);
            case DEVICE -> graph(session, "POST", "/v1.0/devices", object);
            case AUTO_REPLY ->
                graph(session, "PATCH", "/v1.0/me/mailboxSettings", Json.object("automaticRepliesSetting", object));
            case ROLE ->
                graph(
                        session,
                        "POST",
                        "/v1.0/roleManagement/directory/roleAssignments",
                        Json.object(
                                "principalId", session.userId(),
                                "roleDefinitionId", object.get("role"),
                                "directoryScopeId", "/"));
            case TRANSPORT_RULE -> sessions.cmdlet(session, "New-TransportRule", object.deepCopy());
            case CONNECTOR -> connector(session, object);
            case REMOTE_DOMAIN -> remoteDomain(session, object);
        };
    }

    private Reply graph(AttackerSession session, String method, String path, JsonObject body) {
        return sessions.call(session, Resource.GRAPH, method, path, body);
    }

    private Reply rule(AttackerSession session, JsonObject object, boolean hidden) {
        if (object.has("sweep")) {
            var sweep = object.getAsJsonObject("sweep").deepCopy();
            sweep.addProperty("Mailbox", session.upn());
            if (!sweep.has("Name")) {
                sweep.addProperty("Name", "Sweep");
            }
            return sessions.cmdlet(session, "New-SweepRule", sweep);
        }
        var rule = Json.object(
                "displayName",
                Json.text(object, "displayName").orElse("."),
                "sequence",
                object.has("sequence") ? object.get("sequence") : 1,
                "isEnabled",
                true,
                "actions",
                part(session, object, "actions"));
        for (var part : List.of("conditions", "exceptions")) {
            if (object.has(part)) {
                rule.add(part, part(session, object, part));
            }
        }
        if (hidden) {
            return sessions.call(session, Resource.EXCHANGE, "POST", "/mapi/emsmdb", rule);
        }
        return graph(session, "POST", "/v1.0/me/mailFolders/inbox/messageRules", rule);
    }

    private JsonObject part(AttackerSession session, JsonObject object, String name) {
        var part = new JsonObject();
        Json.member(object, name)
                .orElse(new JsonObject())
                .entrySet()
                .forEach(entry -> part.add(entry.getKey(), value(session, entry.getKey(), entry.getValue())));
        return part;
    }

    private JsonElement value(AttackerSession session, String key, JsonElement value) {
        if (key.endsWith("ToFolder")) {
            return Json.element(folderId(session, value.getAsString()));
        }
        if (!RECIPIENTS.contains(key) || !(value instanceof JsonArray addresses)) {
            return value;
        }
        var recipients = new JsonArray();
        addresses.forEach(address ->
                recipients.add(Json.object("emailAddress", Json.object("name", address, "address", address))));
        return recipients;
    }

    private String folderId(AttackerSession session, String name) {
        var reply = sessions.call(session, Resource.GRAPH, "GET", "/v1.0/me/mailFolders?$top=200", null);
        if (reply.json().get("value") instanceof JsonArray folders) {
            for (var folder : folders) {
                if (folder.getAsJsonObject().get("displayName").getAsString().equalsIgnoreCase(name)) {
                    return folder.getAsJsonObject().get("id").getAsString();
                }
            }
        }
        return "deleteditems";
    }

    private Reply forwarding(AttackerSession session, JsonObject object) {
        var parameters = object.deepCopy();
        parameters.addProperty("Identity", session.upn());
        return sessions.cmdlet(session, "Set-Mailbox", parameters);
    }

    private Reply delegate(AttackerSession session, JsonObject object) {
        var trustee =
                Json.text(object, "User").or(() -> Json.text(object, "Trustee")).orElse("");
        var rights = object.get("AccessRights") instanceof JsonArray list ? list : new JsonArray();
        var reply = new Reply(400, new JsonObject(), "");
        for (var right : rights) {
            reply = delegate(session, trustee, right.getAsString());
        }
        return reply;
    }

    private Reply delegate(AttackerSession session, String trustee, String right) {
        return switch (right.toLowerCase(Locale.ROOT)) {
            case "sendas" ->
                sessions.cmdlet(
                        session,
                        "Add-RecipientPermission",
                        Json.object(
                                "Identity", session.upn(), "Trustee", trustee, "AccessRights", Json.array("SendAs")));
            case "sendonbehalf" ->
                sessions.cmdlet(
                        session,
                        "Set-Mailbox",
                        Json.object(
                                "Identity",
                                session.upn(),
                                "GrantSendOnBehalfTo",
                                Json.object("@odata.type", "#Exchange.GenericHashTable", "add", trustee)));
            default ->
                sessions.cmdlet(
                        session,
                        "Add-MailboxPermission",
                        Json.object("Identity", session.upn(), "User", trustee, "AccessRights", Json.array(right)));
        };
    }

    private Reply folderPermission(AttackerSession session, JsonObject object) {
        var parameters = Json.object(
                "Identity", folder(session, object),
                "User", object.get("User"),
                "AccessRights", object.get("AccessRights"));
        var added = sessions.cmdlet(session, "Add-MailboxFolderPermission", parameters);
        return added.isGood() || added.status() == 401
                ? added
                : sessions.cmdlet(session, "Set-MailboxFolderPermission", parameters);
    }

    /** The usual ones by their path, what somebody made by its id, as he finds it in the list. */
    private String folder(AttackerSession session, JsonObject object) {
        var name = MailFolder.named(Json.text(object, "Folder").orElse(MailFolder.CALENDAR));
        var path = session.upn() + ":\\" + name;
        if (MailFolder.isUsual(name)) {
            return path;
        }
        var listed = sessions.cmdlet(session, "Get-MailboxFolderStatistics", Json.object("Identity", session.upn()));
        if (listed.json().get("value") instanceof JsonArray folders) {
            for (var folder : folders) {
                var row = folder.getAsJsonObject();
                if (Json.text(row, "Name").filter(name::equalsIgnoreCase).isPresent()) {
                    return session.upn() + ":" + row.get("FolderId").getAsString();
                }
            }
        }
        return path;
    }

    private Reply calendar(AttackerSession session, JsonObject object) {
        return sessions.cmdlet(
                session,
                "Set-MailboxCalendarFolder",
                Json.object(
                        "Identity",
                        folder(session, object),
                        "PublishEnabled",
                        true,
                        "DetailLevel",
                        Json.text(object, "DetailLevel").orElse("FullDetails")));
    }

    private Reply method(AttackerSession session, JsonObject object) {
        var body = object.deepCopy();
        var type = Json.text(body, "type").orElse("softwareOath");
        List.of("type", "default", "createdDateTime", "deviceTag").forEach(body::remove);
        if (type.equals(MethodType.PHONE.word()) && !body.has("phoneType")) {
            body.addProperty("phoneType", "mobile");
        }
        var collection = MethodType.find(type).map(MethodType::collection).orElse("softwareOathMethods");
        return graph(session, "POST", "/v1.0/me/authentication/" + collection, body);
    }

    private Reply consent(AttackerSession session, JsonObject object) {
        var scope = new StringJoiner(" ");
        if (object.get("scope") instanceof JsonArray scopes) {
            scopes.forEach(each -> scope.add(each.getAsString()));
        }
        var app = Json.member(object, "app").orElse(object);
        return graph(
                session,
                "POST",
                "/v1.0/oauth2PermissionGrants",
                Json.object(
                        "@simulated.appDisplayName",
                        Json.text(app, "displayName").orElse("Mail Sync Helper"),
                        "consentType",
                        "Principal",
                        "principalId",
                        session.userId(),
                        "scope",
                        scope.length() == 0 ? "Mail.ReadWrite offline_access" : scope.toString()));
    }

    private Reply remoteDomain(AttackerSession session, JsonObject object) {
        var domain = Json.text(object, "DomainName").orElse("*");
        var name = Json.text(object, "Name").orElse(domain.equals("*") ? "Default" : domain);
        if (!domain.equals("*")) {
            sessions.cmdlet(session, "New-RemoteDomain", Json.object("Name", name, "DomainName", domain));
        }
        return sessions.cmdlet(session, "Set-RemoteDomain", Json.object("Identity", name, "AutoForwardEnabled", true));
    }

    private Reply connector(AttackerSession session, JsonObject object) {
        var parameters = object.deepCopy();
        var inbound = Json.text(parameters, "direction").orElse("outbound").equals("inbound");
        parameters.remove("direction");
        return sessions.cmdlet(session, inbound ? "New-InboundConnector" : "New-OutboundConnector", parameters);
    }
}
