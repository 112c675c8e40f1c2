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
                        call -> set(call, ObjectKind.TRANSPORT_RULE, "", "State", new JsonPrimitive("Disabled"))),
                Cmdlet.of(
                        "Enable-TransportRule",
                        Access.ORGANISATION_WRITE,
                        "Identity Mode",
                        "U14",
                        call -> set(call, ObjectKind.TRANSPORT_RULE, "", "State", new JsonPrimitive("Enabled"))),
                Cmdlet.of("Remove-TransportRule", Access.ORGANISATION_WRITE, "Identity", "X15", call -> {
                    call.mailboxes().remove(call.cause(), find(call, ObjectKind.TRANSPORT_RULE, ""));
                    return CmdletResult.nothing();
                }),
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
                        "Identity Enabled",
                        "X16",
                        call -> set(call, ObjectKind.CONNECTOR, "inbound", "Enabled", call.value("Enabled"))),
                Cmdlet.of(
                        "Set-OutboundConnector",
                        Access.ORGANISATION_WRITE,
                        "Identity Enabled",
                        "X16",
                        call -> set(call, ObjectKind.CONNECTOR, "outbound", "Enabled", call.value("Enabled"))),
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
                        "Set-RemoteDomain",
                        Access.ORGANISATION_WRITE,
                        "Identity AutoForwardEnabled",
                        "X16",
                        call -> set(
                                call,
                                ObjectKind.REMOTE_DOMAIN,
                                "",
                                "AutoForwardEnabled",
                                call.value("AutoForwardEnabled"))),
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
                .filter(object -> object.kind() == kind)
                .filter(object -> direction.isEmpty()
                        || Json.text(object.properties(), "direction")
                                .orElse("outbound")
                                .equals(direction))
                .toList();
    }

    private static CmdletResult list(CmdletCall call, ObjectKind kind, String direction) {
        if (call.find("Identity").isPresent()) {
            return CmdletResult.of(row(find(call, kind, direction)));
        }
        return CmdletResult.of(objects(call, kind, direction).stream()
                .map(OrganisationCmdlets::row)
                .toList());
    }

    private static MailFlowObject find(CmdletCall call, ObjectKind kind, String direction) {
        var name = call.text("Identity");
        var found = objects(call, kind, direction).stream()
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

    private static CmdletResult set(
            CmdletCall call, ObjectKind kind, String direction, String property, JsonElement value) {
        if (value.isJsonNull()) {
            throw CmdletRefusal.missing(property);
        }
        call.mailboxes().change(call.cause(), find(call, kind, direction), property, value);
        return CmdletResult.nothing();
    }

    private static CmdletResult create(CmdletCall call, ObjectKind kind, String direction) {
        var properties = new JsonObject();
        call.cmdlet().parameters().stream().filter(call::has).forEach(name -> properties.add(name, call.value(name)));
        if (!direction.isEmpty()) {
            properties.addProperty("direction", direction);
        }
        var now = call.state().now();
        var id = call.state()
                .chance()
                .guid("mail-flow", call.text("Name"), call.state().events().size());
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
                true,
                "AdminAuditLogEnabled",
                true,
                "AdminAuditLogAgeLimit",
                "90.00:00:00"));
    }
}
