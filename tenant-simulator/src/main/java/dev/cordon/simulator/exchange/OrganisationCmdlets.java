package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.MailFlowObject;
import dev.cordon.simulator.scenario.ObjectKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What holds for the whole organisation: mail flow, outbound policy, audit configuration (X15-X18, X21, U14). */
final class OrganisationCmdlets {

    private static final Map<String, List<String>> SHOWN = new LinkedHashMap<>();

    static {
        SHOWN.put(
                "transport-rule",
                List.of(
                        "State",
                        "Mode",
                        "Priority",
                        "Comments",
                        "From",
                        "SentTo",
                        "FromScope",
                        "SentToScope",
                        "SubjectContainsWords",
                        "SubjectOrBodyContainsWords",
                        "RecipientDomainIs",
                        "SenderDomainIs",
                        "RedirectMessageTo",
                        "BlindCopyTo",
                        "CopyTo",
                        "AddToRecipients",
                        "DeleteMessage",
                        "SetSCL",
                        "StopRuleProcessing",
                        "Description"));
        SHOWN.put(
                "inbound",
                List.of(
                        "Enabled",
                        "ConnectorType",
                        "ConnectorSource",
                        "Comment",
                        "SenderDomains",
                        "SenderIPAddresses",
                        "RequireTls",
                        "RestrictDomainsToIPAddresses",
                        "RestrictDomainsToCertificate",
                        "TlsSenderCertificateName",
                        "CloudServicesMailEnabled"));
        SHOWN.put(
                "outbound",
                List.of(
                        "Enabled",
                        "ConnectorType",
                        "ConnectorSource",
                        "Comment",
                        "RecipientDomains",
                        "SmartHosts",
                        "UseMXRecord",
                        "TlsSettings",
                        "TlsDomain",
                        "AllAcceptedDomains",
                        "IsTransportRuleScoped",
                        "RouteAllMessagesViaOnPremises",
                        "CloudServicesMailEnabled"));
        SHOWN.put(
                "remote-domain",
                List.of(
                        "DomainName",
                        "AutoForwardEnabled",
                        "AutoReplyEnabled",
                        "AllowedOOFType",
                        "DeliveryReportEnabled",
                        "NDREnabled",
                        "MeetingForwardNotificationEnabled",
                        "TNEFEnabled",
                        "TrustedMailOutboundEnabled",
                        "TrustedMailInboundEnabled",
                        "IsInternal"));
    }

    private OrganisationCmdlets() {}

    static List<Cmdlet> all() {
        var rule = String.join(" ", shown("transport-rule"));
        return List.of(
                Cmdlet.of(
                        "Get-TransportRule",
                        Access.ORGANISATION_READ,
                        "Identity State Filter",
                        "X15",
                        call -> list(call, ObjectKind.TRANSPORT_RULE, "")),
                Cmdlet.of(
                        "New-TransportRule",
                        Access.ORGANISATION_WRITE,
                        "Name Enabled " + rule,
                        "X15",
                        call -> create(call, ObjectKind.TRANSPORT_RULE, "")),
                Cmdlet.of(
                        "Disable-TransportRule",
                        Access.ORGANISATION_WRITE,
                        "Identity",
                        "X15",
                        call -> set(call, ObjectKind.TRANSPORT_RULE, "", Json.object("State", "Disabled"))),
                Cmdlet.of(
                        "Enable-TransportRule",
                        Access.ORGANISATION_WRITE,
                        "Identity Mode",
                        "U14",
                        OrganisationCmdlets::enableRule),
                Cmdlet.of(
                        "Remove-TransportRule",
                        Access.ORGANISATION_WRITE,
                        "Identity",
                        "X15",
                        call -> remove(call, ObjectKind.TRANSPORT_RULE, "")),
                Cmdlet.of(
                        "Get-InboundConnector",
                        Access.ORGANISATION_READ,
                        "Identity ResultSize",
                        "X16",
                        call -> list(call, ObjectKind.CONNECTOR, "inbound")),
                Cmdlet.of(
                        "Get-OutboundConnector",
                        Access.ORGANISATION_READ,
                        "Identity IncludeTestModeConnectors IsTransportRuleScoped",
                        "X16",
                        call -> list(call, ObjectKind.CONNECTOR, "outbound")),
                Cmdlet.of(
                        "Set-InboundConnector",
                        Access.ORGANISATION_WRITE,
                        "Identity " + String.join(" ", shown("inbound")),
                        "X16",
                        call -> set(call, ObjectKind.CONNECTOR, "inbound")),
                Cmdlet.of(
                        "Remove-InboundConnector",
                        Access.ORGANISATION_WRITE,
                        "Identity",
                        "X16",
                        call -> remove(call, ObjectKind.CONNECTOR, "inbound")),
                Cmdlet.of(
                        "Set-OutboundConnector",
                        Access.ORGANISATION_WRITE,
                        "Identity " + String.join(" ", shown("outbound")),
                        "X16",
                        call -> set(call, ObjectKind.CONNECTOR, "outbound")),
                Cmdlet.of(
                        "Remove-OutboundConnector",
                        Access.ORGANISATION_WRITE,
                        "Identity",
                        "X16",
                        call -> remove(call, ObjectKind.CONNECTOR, "outbound")),
                Cmdlet.of(
                        "New-InboundConnector",
                        Access.ORGANISATION_WRITE,
                        "Name " + String.join(" ", shown("inbound")),
                        "X16",
                        call -> create(call, ObjectKind.CONNECTOR, "inbound")),
                Cmdlet.of(
                        "New-OutboundConnector",
                        Access.ORGANISATION_WRITE,
                        "Name " + String.join(" ", shown("outbound")),
                        "X16",
                        call -> create(call, ObjectKind.CONNECTOR, "outbound")),
                Cmdlet.of(
                        "Get-RemoteDomain",
                        Access.ORGANISATION_READ,
                        "Identity",
                        "X16",
                        call -> list(call, ObjectKind.REMOTE_DOMAIN, "")),
                Cmdlet.of(
                        "New-RemoteDomain",
                        Access.ORGANISATION_WRITE,
                        "Name DomainName",
                        "X16",
                        call -> create(call, ObjectKind.REMOTE_DOMAIN, "")),
                Cmdlet.of(
                        "Set-RemoteDomain",
                        Access.ORGANISATION_WRITE,
                        "Identity Name " + String.join(" ", shown("remote-domain")),
                        "X16",
                        call -> set(call, ObjectKind.REMOTE_DOMAIN, "")),
                Cmdlet.of(
                        "Remove-RemoteDomain",
                        Access.ORGANISATION_WRITE,
                        "Identity",
                        "X16",
                        call -> remove(call, ObjectKind.REMOTE_DOMAIN, "")),
                Cmdlet.of(
                        "Get-JournalRule", Access.ORGANISATION_READ, "Identity", "X16", call -> CmdletResult.nothing()),
                Cmdlet.of(
                        "Get-HostedOutboundSpamFilterPolicy",
                        Access.ORGANISATION_READ,
                        "Identity",
                        "X17",
                        OrganisationCmdlets::outbound),
                Cmdlet.of(
                        "Get-BlockedSenderAddress",
                        Access.ORGANISATION_READ,
                        "SenderAddress",
                        "X18",
                        call -> CmdletResult.nothing()),
                Cmdlet.of(
                        "Get-OrganizationConfig",
                        Access.ORGANISATION_READ,
                        "Identity",
                        "X16",
                        OrganisationCmdlets::organisation),
                Cmdlet.of(
                        "Get-AdminAuditLogConfig",
                        Access.ORGANISATION_READ,
                        "Identity",
                        "X21",
                        OrganisationCmdlets::audit));
    }

    private static List<String> shown(String kind) {
        return SHOWN.getOrDefault(kind, List.of());
    }

    private static List<MailFlowObject> objects(CmdletCall call, ObjectKind kind, String direction) {
        return call.state().table(MailFlowObject.TABLE).all().stream()
                .filter(object -> isOf(object, kind, direction))
                .toList();
    }

    private static boolean isOf(MailFlowObject object, ObjectKind kind, String direction) {
        return object.kind() == kind
                && (direction.isEmpty()
                        || Json.text(object.properties(), "direction")
                                .orElse("outbound")
                                .equals(direction));
    }

    /** What a replica shows. */
    private static CmdletResult list(CmdletCall call, ObjectKind kind, String direction) {
        var shown = call
                .state()
                .table(MailFlowObject.TABLE)
                .allVisible(call.state().now())
                .stream()
                .filter(object -> isOf(object, kind, direction))
                .toList();
        var name = call.find("Identity");
        return CmdletResult.of(
                name.isPresent()
                        ? List.of(row(find(call, shown)))
                        : shown.stream().map(OrganisationCmdlets::row).toList());
    }

    private static MailFlowObject find(CmdletCall call, ObjectKind kind, String direction) {
        return find(call, objects(call, kind, direction));
    }

    private static MailFlowObject find(CmdletCall call, List<MailFlowObject> objects) {
        var name = call.text("Identity");
        var found = objects.stream()
                .filter(object -> object.id().equals(name) || object.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CmdletRefusal.notFound(name));
        call.request().trace().target(found.id());
        return found;
    }

    private static JsonObject row(MailFlowObject object) {
        var row = Json.object(
                "Identity", object.name(),
                "Guid", object.id(),
                "Name", object.name(),
                "WhenCreated", Rows.time(object.created()),
                "WhenChanged", Rows.time(object.changed()),
                "IsValid", true);
        var kind = object.kind() == ObjectKind.CONNECTOR
                ? Json.text(object.properties(), "direction").orElse("outbound")
                : object.kind().word();
        shown(kind).forEach(name -> row.add(name, object.properties().get(name)));
        if (object.kind() == ObjectKind.TRANSPORT_RULE) {
            row.addProperty("State", object.isActive() ? "Enabled" : "Disabled");
            row.addProperty("Mode", Json.text(object.properties(), "Mode").orElse("Enforce"));
            row.add(
                    "Conditions",
                    classes(
                            object,
                            "Conditions",
                            List.of("From", "SentTo", "SubjectContainsWords", "SubjectOrBodyContainsWords")));
            row.add(
                    "Actions",
                    classes(
                            object,
                            "Actions",
                            List.of("RedirectMessageTo", "BlindCopyTo", "CopyTo", "AddToRecipients", "DeleteMessage")));
        } else if (object.kind() == ObjectKind.CONNECTOR) {
            row.addProperty("Enabled", object.isActive());
        }
        return row;
    }

    private static JsonElement classes(MailFlowObject object, String own, List<String> names) {
        if (object.properties().has(own)) {
            return object.properties().get(own);
        }
        var classes = new ArrayList<String>();
        names.stream()
                .filter(name -> object.properties().has(name))
                .forEach(name -> classes.add("Microsoft.Exchange.MessagingPolicies.Rules.Tasks." + name
                        + (own.equals("Actions") ? "Action" : "Predicate")));
        return Json.array(classes);
    }

    private static CmdletResult enableRule(CmdletCall call) {
        var changes = Json.object("State", "Enabled");
        call.find("Mode").ifPresent(mode -> changes.addProperty("Mode", mode));
        return set(call, ObjectKind.TRANSPORT_RULE, "", changes);
    }

    private static CmdletResult set(CmdletCall call, ObjectKind kind, String direction) {
        return set(call, kind, direction, given(call));
    }

    private static CmdletResult set(CmdletCall call, ObjectKind kind, String direction, JsonObject changes) {
        var object = find(call, kind, direction);
        return call.mailboxes().change(call.cause(), object, changes)
                ? CmdletResult.nothing()
                : CmdletResult.warning("The command completed successfully but no settings of '" + object.name()
                        + "' have been modified.");
    }

    private static CmdletResult remove(CmdletCall call, ObjectKind kind, String direction) {
        var object = find(call, kind, direction);
        if (kind == ObjectKind.REMOTE_DOMAIN && object.name().equals("Default")) {
            throw CmdletRefusal.invalid("The remote domain 'Default' can't be removed.");
        }
        call.mailboxes().remove(call.cause(), object);
        return CmdletResult.nothing();
    }

    /** What was given, Identity aside. */
    private static JsonObject given(CmdletCall call) {
        var properties = new JsonObject();
        call.cmdlet().parameters().stream()
                .filter(name -> !name.equals("Identity") && call.has(name))
                .forEach(name -> properties.add(name, call.value(name)));
        return properties;
    }

    private static CmdletResult create(CmdletCall call, ObjectKind kind, String direction) {
        var properties = given(call);
        var name = call.text("Name");
        if (objects(call, kind, direction).stream()
                .anyMatch(object -> object.name().equalsIgnoreCase(name))) {
            throw CmdletRefusal.exists(name);
        }
        if (!direction.isEmpty()) {
            properties.addProperty("direction", direction);
        }
        if (kind == ObjectKind.TRANSPORT_RULE && properties.remove("Enabled") instanceof JsonPrimitive enabled) {
            properties.addProperty("State", enabled.getAsBoolean() ? "Enabled" : "Disabled");
        }
        var now = call.state().now();
        var id = call.state()
                .chance()
                .guid("mail-flow", name, call.state().events().size());
        var object = new MailFlowObject(id, kind, now, now, properties);
        call.request().trace().target(id);
        call.mailboxes().create(call.cause(), object);
        return CmdletResult.of(row(object));
    }

    private static CmdletResult outbound(CmdletCall call) {
        var open = call.state().scenario().organisation().policies().externalForwarding();
        return CmdletResult.of(Json.object(
                "Identity",
                "Default",
                "Name",
                "Default",
                "AutoForwardingMode",
                open ? "On" : "Automatic",
                "RecipientLimitExternalPerHour",
                500,
                "RecipientLimitInternalPerHour",
                1000,
                "RecipientLimitPerDay",
                1000,
                "ActionWhenThresholdReached",
                "BlockUserForToday",
                "NotifyOutboundSpam",
                false));
    }

    private static CmdletResult organisation(CmdletCall call) {
        return CmdletResult.of(Json.object(
                "Identity",
                call.tenant().initialDomain(),
                "Name",
                call.tenant().initialDomain(),
                "DisplayName",
                call.state().scenario().organisation().name(),
                "AuditDisabled",
                false,
                "OAuth2ClientProfileEnabled",
                true,
                "AutoExpandingArchiveEnabled",
                false,
                "RemotePublicFolderMailboxes",
                new JsonArray()));
    }

    private static CmdletResult audit(CmdletCall call) {
        return CmdletResult.of(Json.object(
                "Identity",
                "Admin Audit Log Settings",
                "UnifiedAuditLogIngestionEnabled",
                call.state().scenario().organisation().policies().unifiedAuditLog(),
                "AdminAuditLogEnabled",
                true,
                "AdminAuditLogAgeLimit",
                "90.00:00:00"));
    }
}
