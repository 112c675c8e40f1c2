package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.CalendarFolder;
import dev.cordon.simulator.mailbox.MailFolder;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.MailboxAccess;
import dev.cordon.simulator.scenario.PlannedMailbox;
import dev.cordon.simulator.state.CriticalEvent;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Mailboxes and their settings: forwarding, access protocols, auto-reply, calendar (X1-X4, X12, X14, X22). */
final class MailboxCmdlets {

    private static final Set<String> SETTINGS = Set.of(
            "ForwardingSmtpAddress",
            "ForwardingAddress",
            "DeliverToMailboxAndForward",
            "AuditEnabled",
            "LitigationHoldEnabled",
            "LitigationHoldDuration",
            "SingleItemRecoveryEnabled",
            "RetainDeletedItemsFor",
            "HiddenFromAddressListsEnabled");
    private static final Set<String> OWN_SETTINGS =
            Set.of("ForwardingSmtpAddress", "ForwardingAddress", "DeliverToMailboxAndForward", "GrantSendOnBehalfTo");
    private static final List<String> CALENDAR_SETTINGS =
            List.of("PublishEnabled", "DetailLevel", "SearchableUrlEnabled");
    private static final List<String> PROTOCOLS = List.of(
            "ImapEnabled",
            "PopEnabled",
            "SmtpClientAuthenticationDisabled",
            "ActiveSyncEnabled",
            "OWAEnabled",
            "EwsEnabled",
            "MAPIEnabled");

    private MailboxCmdlets() {}

    static List<Cmdlet> all() {
        return List.of(
                Cmdlet.of(
                                "Get-Mailbox",
                                Access.RECIPIENT_READ,
                                "Identity RecipientTypeDetails Filter Anr SortBy PropertySets Properties",
                                "X1",
                                MailboxCmdlets::get)
                        .ownToo(),
                Cmdlet.of(
                                "Set-Mailbox",
                                Access.RECIPIENT_WRITE,
                                "Identity GrantSendOnBehalfTo " + String.join(" ", SETTINGS),
                                "X2, X3, X4, U4",
                                MailboxCmdlets::set)
                        .ownToo(),
                Cmdlet.of("Get-CASMailbox", Access.RECIPIENT_READ, "Identity", "X12", MailboxCmdlets::getCas)
                        .ownToo(),
                Cmdlet.of(
                        "Set-CASMailbox",
                        Access.RECIPIENT_WRITE,
                        "Identity " + String.join(" ", PROTOCOLS),
                        "X12",
                        MailboxCmdlets::setCas),
                Cmdlet.of(
                                "Get-MailboxAutoReplyConfiguration",
                                Access.RECIPIENT_READ,
                                "Identity",
                                "X14",
                                MailboxCmdlets::getAutoReply)
                        .ownToo(),
                Cmdlet.of(
                                "Set-MailboxAutoReplyConfiguration",
                                Access.RECIPIENT_WRITE,
                                "Identity AutoReplyState ExternalAudience InternalMessage ExternalMessage StartTime EndTime",
                                "U11",
                                MailboxCmdlets::setAutoReply)
                        .ownToo(),
                Cmdlet.of(
                                "Get-MailboxCalendarFolder",
                                Access.RECIPIENT_READ,
                                "Identity",
                                "X14",
                                MailboxCmdlets::getCalendar)
                        .ownToo(),
                Cmdlet.of(
                                "Set-MailboxCalendarFolder",
                                Access.RECIPIENT_WRITE,
                                "Identity PublishEnabled DetailLevel SearchableUrlEnabled ResetUrl",
                                "X14",
                                MailboxCmdlets::setCalendar)
                        .ownToo(),
                Cmdlet.of(
                                "Get-MailboxJunkEmailConfiguration",
                                Access.RECIPIENT_READ,
                                "Identity",
                                "X14",
                                MailboxCmdlets::junk)
                        .ownToo(),
                Cmdlet.of(
                        "Get-MailboxAuditBypassAssociation",
                        Access.RECIPIENT_READ,
                        "Identity",
                        "X22",
                        MailboxCmdlets::bypass),
                Cmdlet.of("Get-User", Access.RECIPIENT_READ, "Identity", "X27", MailboxCmdlets::user)
                        .ownToo());
    }

    private static CmdletResult get(CmdletCall call) {
        if (call.find("Identity").isPresent()) {
            return CmdletResult.of(row(call, call.mailbox("Identity")));
        }
        if (!call.cmdlet().access().suits(call.token().roles())) {
            throw CmdletRefusal.outOfScope();
        }
        var wanted = call.find("RecipientTypeDetails").orElse("");
        return CmdletResult.of(
                call.state().table(Mailbox.TABLE).allVisible(call.state().now()).stream()
                        .filter(mailbox ->
                                wanted.isEmpty() || typeDetails(mailbox).equalsIgnoreCase(wanted))
                        .map(mailbox -> row(call, mailbox))
                        .toList());
    }

    private static String typeDetails(Mailbox mailbox) {
        return switch (mailbox.type()) {
            case SHARED -> "SharedMailbox";
            case ROOM -> "RoomMailbox";
            case EQUIPMENT -> "EquipmentMailbox";
            case ON_PREMISES -> "RemoteUserMailbox";
            case USER, NONE -> "UserMailbox";
        };
    }

    private static JsonObject row(CmdletCall call, Mailbox mailbox) {
        var owner = call.mailboxes().owner(mailbox);
        var name = owner.map(User::displayName).orElse(mailbox.address());
        var addresses = new ArrayList<String>(List.of("SMTP:" + mailbox.address()));
        owner.ifPresent(user -> user.aliases().forEach(alias -> addresses.add("smtp:" + alias)));
        var row = Json.object(
                "Identity", mailbox.ownerId(),
                "Id", mailbox.ownerId(),
                "Guid", mailbox.guid(),
                "ExchangeGuid", mailbox.guid(),
                "ExternalDirectoryObjectId", mailbox.ownerId(),
                "DisplayName", name,
                "Alias", mailbox.address().replaceAll("@.*", ""),
                "UserPrincipalName", owner.map(User::userPrincipalName),
                "PrimarySmtpAddress", mailbox.address(),
                "WindowsEmailAddress", mailbox.address(),
                "EmailAddresses", addresses,
                "RecipientType", mailbox.type() == PlannedMailbox.Type.ON_PREMISES ? "MailUser" : "UserMailbox",
                "RecipientTypeDetails", typeDetails(mailbox),
                "ForwardingSmtpAddress", mailbox.setting("ForwardingSmtpAddress"),
                "ForwardingAddress", recipientName(call, mailbox.setting("ForwardingAddress")),
                "DeliverToMailboxAndForward", mailbox.setting("DeliverToMailboxAndForward"),
                "GrantSendOnBehalfTo", onBehalf(call, mailbox),
                "AuditEnabled", mailbox.setting("AuditEnabled"),
                "AuditLogAgeLimit", "90.00:00:00",
                "AuditOwner",
                        List.of(
                                "Update",
                                "MoveToDeletedItems",
                                "SoftDelete",
                                "HardDelete",
                                "UpdateFolderPermissions",
                                "UpdateInboxRules",
                                "MailItemsAccessed",
                                "Send"),
                "DefaultAuditSet", List.of("Admin", "Delegate", "Owner"),
                "LitigationHoldEnabled", mailbox.setting("LitigationHoldEnabled"),
                "InPlaceHolds", List.of(),
                "SingleItemRecoveryEnabled", mailbox.setting("SingleItemRecoveryEnabled"),
                "RetainDeletedItemsFor", mailbox.setting("RetainDeletedItemsFor"),
                "HiddenFromAddressListsEnabled", mailbox.setting("HiddenFromAddressListsEnabled"),
                "IsDirSynced", owner.map(User::synchronised).orElse(false),
                "AccountDisabled", owner.map(user -> !user.accountEnabled()).orElse(false),
                "IsMailboxEnabled", true,
                "WhenMailboxCreated", Rows.time(mailbox.created()),
                "WhenCreatedUTC", Rows.time(mailbox.created()),
                "WhenChangedUTC", Rows.time(mailbox.changed()));
        tokens(call, mailbox, row);
        return row;
    }

    /** What Exchange has heard of revocations, which is later than the directory knows them. */
    private static void tokens(CmdletCall call, Mailbox mailbox, JsonObject row) {
        var now = call.state().now();
        var enforced = new JsonArray();
        var latest = mailbox.created();
        for (var event : call.state().table(CriticalEvent.TABLE).all()) {
            if (event.userId().equals(mailbox.ownerId()) && !event.effectiveAt().isAfter(now)) {
                latest = later(latest, event.at());
                enforced.add(Json.object(
                        "EventTimestamp", Json.exactTime(event.at()),
                        "EnforcedUntilTimestamp", Json.exactTime(event.at().plusSeconds(86_400)),
                        "EventType", event.code()));
            }
        }
        row.addProperty("StsRefreshTokensValidFrom", Rows.time(latest));
        row.addProperty("EnforcedTimestamps", Json.write(enforced));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static JsonElement recipientName(CmdletCall call, JsonElement recipient) {
        return recipient.isJsonNull()
                ? JsonNull.INSTANCE
                : new JsonPrimitive(call.mailboxes()
                        .find(recipient.getAsString())
                        .flatMap(call.mailboxes()::owner)
                        .map(User::displayName)
                        .orElse(recipient.getAsString()));
    }

    private static List<String> onBehalf(CmdletCall call, Mailbox mailbox) {
        return call.mailboxes().visibleAccess(mailbox.ownerId()).stream()
                .filter(access -> access.right().equalsIgnoreCase("SendOnBehalf"))
                .map(MailboxAccess::trustee)
                .toList();
    }

    private static CmdletResult set(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        if (!call.cmdlet().access().suits(call.token().roles())
                && call.parameters().keySet().stream()
                        .anyMatch(name -> SETTINGS.contains(name) && !OWN_SETTINGS.contains(name))) {
            throw CmdletRefusal.outOfScope();
        }
        var changes = new JsonObject();
        SETTINGS.stream().filter(call::has).forEach(name -> changes.add(name, setting(call, name)));
        var changed = !changes.isEmpty() && call.mailboxes().change(call.cause(), mailbox, changes);
        var delegates = call.has("GrantSendOnBehalfTo") && setOnBehalf(call, mailbox);
        return changed || delegates ? CmdletResult.nothing() : unmodified(mailbox);
    }

    private static JsonElement setting(CmdletCall call, String name) {
        var value = call.value(name);
        if (value.isJsonNull() || value.getAsString().isEmpty()) {
            return JsonNull.INSTANCE;
        }
        return switch (name) {
            case "ForwardingSmtpAddress" -> {
                var address = value.getAsString();
                yield new JsonPrimitive(
                        address.toLowerCase(Locale.ROOT).startsWith("smtp:") ? address : "smtp:" + address);
            }
            case "ForwardingAddress" -> {
                var recipient = call.mailboxes()
                        .find(value.getAsString())
                        .orElseThrow(() -> CmdletRefusal.notFound(value.getAsString()));
                yield new JsonPrimitive(recipient.address());
            }
            default -> value;
        };
    }

    /** A hashtable adds and removes; anything else is the whole list, nothing at all the empty one. */
    private static boolean setOnBehalf(CmdletCall call, Mailbox mailbox) {
        var before = call.mailboxes().access(mailbox.ownerId()).stream()
                .filter(access -> access.right().equalsIgnoreCase("SendOnBehalf"))
                .map(MailboxAccess::trustee)
                .toList();
        var after = new LinkedHashSet<String>();
        if (call.value("GrantSendOnBehalfTo") instanceof JsonObject hash) {
            after.addAll(before);
            listed(hash, "remove").forEach(name -> {
                var address = call.mailboxes().find(name).map(Mailbox::address).orElse(name);
                after.removeIf(address::equalsIgnoreCase);
            });
            listed(hash, "add").forEach(name -> after.add(trustee(call, name)));
        } else {
            call.texts("GrantSendOnBehalfTo").stream()
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> after.add(trustee(call, name)));
        }
        var gone = without(before, after);
        var come = without(after, before);
        gone.forEach(name -> call.mailboxes().revoke(call.cause(), access(call, mailbox, name)));
        come.forEach(name -> call.mailboxes().grant(call.cause(), access(call, mailbox, name)));
        return !gone.isEmpty() || !come.isEmpty();
    }

    private static List<String> without(Collection<String> some, Collection<String> others) {
        return some.stream()
                .filter(name -> others.stream().noneMatch(name::equalsIgnoreCase))
                .toList();
    }

    private static MailboxAccess access(CmdletCall call, Mailbox mailbox, String trustee) {
        var access = new MailboxAccess(mailbox.ownerId(), trustee, "SendOnBehalf", false, "All");
        call.target(mailbox, access.wireId());
        return access;
    }

    /** Only people of the organisation can send on behalf. */
    private static String trustee(CmdletCall call, String name) {
        return call.mailboxes().find(name).map(Mailbox::address).orElseThrow(() -> CmdletRefusal.notFound(name));
    }

    private static List<String> listed(JsonObject hash, String name) {
        for (var member : hash.entrySet()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue() instanceof JsonArray array
                        ? array.asList().stream().map(JsonElement::getAsString).toList()
                        : List.of(member.getValue().getAsString());
            }
        }
        return List.of();
    }

    private static CmdletResult unmodified(Mailbox mailbox) {
        return CmdletResult.warning("The command completed successfully but no settings of '" + mailbox.ownerId()
                + "' have been modified.");
    }

    private static CmdletResult getCas(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        var row = Json.object(
                "Identity", mailbox.ownerId(), "Guid", mailbox.guid(), "PrimarySmtpAddress", mailbox.address());
        PROTOCOLS.forEach(name -> row.add(name, mailbox.setting(name)));
        return CmdletResult.of(row);
    }

    private static CmdletResult setCas(CmdletCall call) {
        return change(call, PROTOCOLS, "");
    }

    private static CmdletResult change(CmdletCall call, List<String> names, String prefix) {
        var mailbox = call.mailbox("Identity");
        var changes = new JsonObject();
        names.stream().filter(call::has).forEach(name -> changes.add(settingName(prefix, name), call.value(name)));
        return call.mailboxes().change(call.cause(), mailbox, changes) ? CmdletResult.nothing() : unmodified(mailbox);
    }

    private static String settingName(String prefix, String name) {
        return name.startsWith(prefix) ? name : prefix + name;
    }

    private static CmdletResult getAutoReply(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        return CmdletResult.of(Json.object(
                "Identity", mailbox.ownerId(),
                "MailboxOwnerId", mailbox.ownerId(),
                "AutoReplyState", mailbox.setting("AutoReplyState"),
                "ExternalAudience", mailbox.setting("AutoReplyExternalAudience"),
                "InternalMessage", mailbox.setting("AutoReplyInternalMessage"),
                "ExternalMessage", mailbox.setting("AutoReplyExternalMessage"),
                "StartTime", mailbox.setting("AutoReplyStartTime"),
                "EndTime", mailbox.setting("AutoReplyEndTime"),
                "IsValid", true));
    }

    private static CmdletResult setAutoReply(CmdletCall call) {
        return change(
                call,
                List.of(
                        "AutoReplyState",
                        "ExternalAudience",
                        "InternalMessage",
                        "ExternalMessage",
                        "StartTime",
                        "EndTime"),
                "AutoReply");
    }

    private static MailFolder calendar(CmdletCall call, Mailbox mailbox) {
        var folder = FolderIdentity.find(call, mailbox, MailFolder.CALENDAR);
        if (!folder.isCalendar()) {
            throw CmdletRefusal.notFound(call.text("Identity"));
        }
        return folder;
    }

    private static CmdletResult getCalendar(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        var folder = calendar(call, mailbox);
        var calendar = call.mailboxes().visibleCalendar(folder);
        return CmdletResult.of(Json.object(
                "Identity", folder.identity(mailbox.ownerId()),
                "PublishEnabled", calendar.isPublished(),
                "DetailLevel", calendar.setting("DetailLevel"),
                "SearchableUrlEnabled", calendar.setting("SearchableUrlEnabled"),
                "PublishDateRangeFrom", calendar.setting("PublishDateRangeFrom"),
                "PublishDateRangeTo", calendar.setting("PublishDateRangeTo"),
                "PublishedCalendarUrl", url(call, mailbox, calendar, "PublishedCalendarUrl", "html"),
                "PublishedICalUrl", url(call, mailbox, calendar, "PublishedICalUrl", "ics")));
    }

    private static JsonElement url(
            CmdletCall call, Mailbox mailbox, CalendarFolder calendar, String name, String suffix) {
        if (!calendar.isPublished()) {
            return JsonNull.INSTANCE;
        }
        var own = calendar.setting(name);
        return own.isJsonNull()
                ? new JsonPrimitive("https://outlook.office365.com/owa/calendar/" + mailbox.guid() + "/"
                        + call.state().chance().letters(24, "calendar", calendar.folderId()) + "/calendar." + suffix)
                : own;
    }

    private static CmdletResult setCalendar(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        var folder = calendar(call, mailbox);
        var changes = new JsonObject();
        CALENDAR_SETTINGS.stream().filter(call::has).forEach(name -> changes.add(name, call.value(name)));
        call.target(mailbox, folder.id());
        return call.mailboxes().change(call.cause(), folder, changes) ? CmdletResult.nothing() : unmodified(mailbox);
    }

    private static CmdletResult junk(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        return CmdletResult.of(Json.object(
                "Identity", mailbox.ownerId(),
                "Enabled", true,
                "TrustedSendersAndDomains", List.of(),
                "BlockedSendersAndDomains", List.of()));
    }

    private static CmdletResult bypass(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        return CmdletResult.of(Json.object(
                "Identity", mailbox.ownerId(), "AuditBypassEnabled", mailbox.setting("AuditBypassEnabled")));
    }

    private static CmdletResult user(CmdletCall call) {
        var mailbox = call.mailbox("Identity");
        var owner = call.mailboxes().owner(mailbox).orElseThrow(() -> CmdletRefusal.notFound(mailbox.ownerId()));
        return CmdletResult.of(Json.object(
                "Identity", owner.id(),
                "DisplayName", owner.displayName(),
                "UserPrincipalName", owner.userPrincipalName(),
                "Department", owner.department(),
                "Title", owner.jobTitle(),
                "AccountDisabled", !owner.accountEnabled(),
                "RecipientTypeDetails", typeDetails(mailbox)));
    }
}
