package dev.cordon.simulator.mailbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.History;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.PlannedMailbox;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the scenario's mailboxes, and what was planted in them, into an empty tenant whose people are already there. */
public final class MailboxSeed {

    private final TenantState state;

    private MailboxSeed(TenantState state) {
        this.state = state;
    }

    /** Plants everything; leaves no events, for it was always there. */
    public static void plant(TenantState state) {
        var seed = new MailboxSeed(state);
        state.table(User.TABLE).all().forEach(seed::mailbox);
        state.scenario().persistence().forEach(seed::plant);
        state.scenario()
                .history()
                .mails()
                .forEach(mail ->
                        seed.message(mail, state.scenario().history().mails().indexOf(mail)));
        seed.remoteDomain();
    }

    private void mailbox(User user) {
        var planned = state.scenario().mailboxOf(user.userPrincipalName());
        var type = planned.map(PlannedMailbox::type)
                .orElse(user.licensed() ? PlannedMailbox.Type.USER : PlannedMailbox.Type.NONE);
        if (type == PlannedMailbox.Type.NONE) {
            return;
        }
        var created = user.created().plus(Duration.ofMinutes(4));
        state.table(Mailbox.TABLE)
                .put(
                        user.id(),
                        new Mailbox(
                                user.id(),
                                state.chance().guid("mailbox", user.id()),
                                user.userPrincipalName(),
                                type,
                                created,
                                created,
                                MailboxDefaults.settings(
                                        planned.map(PlannedMailbox::audited).orElse(true),
                                        planned.map(PlannedMailbox::auditBypass).orElse(false),
                                        planned.map(PlannedMailbox::litigationHold)
                                                .orElse(false))));
        MailFolder.USUAL.forEach(folder -> folder(user.id(), folder.get(0), folder.get(1), folder.get(2), ""));
        planned.map(PlannedMailbox::folders).orElse(List.of()).forEach(name -> findOrMakeFolder(user.id(), name));
        systemRule(user, created);
        for (var special : List.of("Default", "Anonymous")) {
            for (var folder : List.of("Inbox", "Calendar")) {
                var right = folder.equals("Calendar") && special.equals("Default") ? "AvailabilityOnly" : "None";
                var permission =
                        FolderPermission.in(findOrMakeFolder(user.id(), folder), special, List.of(right), List.of());
                state.table(FolderPermission.TABLE).put(permission.key(), permission);
            }
        }
    }

    private void systemRule(User user, Instant created) {
        var rule = new InboxRule(
                identity("junk", user.id()),
                user.id(),
                "Junk E-mail Rule",
                0,
                true,
                InboxRule.Origin.SYSTEM,
                created,
                new JsonObject(),
                new JsonObject(),
                new JsonObject());
        state.table(InboxRule.TABLE).put(rule.key(), rule);
    }

    private String identity(String... words) {
        var random = state.chance().generator("rule", String.join("/", words));
        return Long.toUnsignedString(random.nextLong() | Long.MIN_VALUE);
    }

    private MailFolder findOrMakeFolder(String ownerId, String name) {
        return new Mailboxes(state)
                .findFolder(ownerId, name)
                .orElseGet(() -> folder(ownerId, name, "User Created", "", ""));
    }

    private MailFolder findOrMakeCalendar(String ownerId, String name) {
        return new Mailboxes(state)
                .folders(ownerId).stream()
                        .filter(folder -> folder.isCalendar() && folder.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseGet(() -> folder(ownerId, name, "User Created", "", MailFolder.CALENDAR));
    }

    private MailFolder folder(String ownerId, String name, String type, String wellKnown, String parent) {
        var path = parent.isEmpty() ? name : parent + "/" + name;
        var id = "AAMk" + state.chance().letters(44, "folder", ownerId, path) + "=";
        var folder = new MailFolder(id, ownerId, name, type, wellKnown, parent);
        state.table(MailFolder.TABLE).put(id, folder);
        return folder;
    }

    private void plant(PlantedObject planted) {
        switch (planted.kind()) {
            case INBOX_RULE -> inboxRule(planted);
            case FORWARDING -> forwarding(planted);
            case DELEGATE -> delegate(planted);
            case FOLDER_PERMISSION -> folderPermission(planted);
            case CALENDAR_PUBLISHING -> calendar(planted);
            case AUTO_REPLY -> autoReply(planted);
            case TRANSPORT_RULE, CONNECTOR, REMOTE_DOMAIN -> mailFlow(planted);
            case DEVICE -> mobile(planted);
            case AUTHENTICATION_METHOD, CONSENT, APP_ROLE_ASSIGNMENT, ROLE -> {}
        }
    }

    private Optional<Mailbox> box(PlantedObject planted) {
        var owner = planted.owner();
        return owner == null ? Optional.empty() : new Mailboxes(state).find(owner);
    }

    private void origin(PlantedObject planted, String ownerId, String wireId) {
        var owner = ownerId.isEmpty() ? null : ownerId;
        state.table(Origin.TABLE)
                .put(
                        Mailboxes.originKey(planted.kind(), owner, wireId),
                        new Origin(wireId, planted.id(), planted.kind(), owner, planted.by()));
    }

    private void inboxRule(PlantedObject planted) {
        box(planted).ifPresent(mailbox -> {
            if (planted.object().has("sweep")) {
                sweepRule(planted, mailbox);
                return;
            }
            var rule = PlannedRules.rule(
                    planted.object(),
                    identity(planted.id(), mailbox.ownerId()),
                    mailbox.ownerId(),
                    planted.hidden() ? InboxRule.Origin.HIDDEN : visibility(planted.object()),
                    planted.created(),
                    name -> findOrMakeFolder(mailbox.ownerId(), name).id());
            state.table(InboxRule.TABLE).put(rule.key(), rule);
            origin(planted, mailbox.ownerId(), rule.identity());
        });
    }

    private static InboxRule.Origin visibility(JsonObject object) {
        return Json.bool(object, "clientOnly").orElse(false) ? InboxRule.Origin.CLIENT_ONLY : InboxRule.Origin.VISIBLE;
    }

    private void sweepRule(PlantedObject planted, Mailbox mailbox) {
        var details = planted.object().getAsJsonObject("sweep");
        var name = Json.text(details, "Name")
                .or(() -> Json.text(planted.object(), "displayName"))
                .orElse(planted.id());
        var id = state.chance().guid("sweep", planted.id());
        var enabled = Json.bool(details, "Enabled").orElse(true);
        state.table(SweepRule.TABLE)
                .put(id, new SweepRule(id, mailbox.ownerId(), name, enabled, planted.created(), details));
        origin(planted, mailbox.ownerId(), id);
    }

    private void forwarding(PlantedObject planted) {
        box(planted).ifPresent(mailbox -> {
            var changed = mailbox;
            for (var setting : planted.object().entrySet()) {
                changed = changed.with(setting.getKey(), setting.getValue(), planted.created());
            }
            state.table(Mailbox.TABLE).put(mailbox.ownerId(), changed);
            for (var setting : ForwardingSetting.values()) {
                if (setting.isSet(planted.object())) {
                    origin(planted, mailbox.ownerId(), setting.wireId(mailbox.guid()));
                }
            }
        });
    }

    private void delegate(PlantedObject planted) {
        box(planted).ifPresent(mailbox -> {
            var object = planted.object();
            var trustee = Json.text(object, "User")
                    .or(() -> Json.text(object, "Trustee"))
                    .orElse("");
            texts(object.get("AccessRights")).forEach(right -> {
                var access = new MailboxAccess(
                        mailbox.ownerId(),
                        trustee,
                        right,
                        Json.bool(object, "Deny").orElse(false),
                        Json.text(object, "InheritanceType").orElse(right.equalsIgnoreCase("SendAs") ? "None" : "All"));
                state.table(MailboxAccess.TABLE).put(access.key(), access);
                origin(planted, mailbox.ownerId(), access.wireId());
            });
            state.table(Mailbox.TABLE).put(mailbox.ownerId(), mailbox.changedAt(planted.created()));
        });
    }

    private void folderPermission(PlantedObject planted) {
        box(planted).ifPresent(mailbox -> {
            var object = planted.object();
            var named = Json.text(object, "Folder").orElse(MailFolder.CALENDAR);
            var folder = findOrMakeFolder(mailbox.ownerId(), MailFolder.named(named));
            var permission = FolderPermission.in(
                    folder,
                    Json.text(object, "User").orElse("Default"),
                    texts(object.get("AccessRights")),
                    texts(object.get("SharingPermissionFlags")));
            state.table(FolderPermission.TABLE).put(permission.key(), permission);
            origin(planted, mailbox.ownerId(), permission.wireId());
        });
    }

    private void calendar(PlantedObject planted) {
        box(planted).ifPresent(mailbox -> {
            var named = Json.text(planted.object(), "Folder").orElse(MailFolder.CALENDAR);
            var folder = findOrMakeCalendar(mailbox.ownerId(), MailFolder.named(named));
            var calendar = new Mailboxes(state).calendar(folder).with("PublishEnabled", new JsonPrimitive(true));
            for (var setting : planted.object().entrySet()) {
                if (!setting.getKey().equals("Folder")) {
                    calendar = calendar.with(setting.getKey(), setting.getValue());
                }
            }
            state.table(CalendarFolder.TABLE).put(folder.id(), calendar);
            origin(planted, mailbox.ownerId(), folder.id());
        });
    }

    private void autoReply(PlantedObject planted) {
        box(planted).ifPresent(mailbox -> {
            var object = planted.object();
            var status = Json.text(object, "status").orElse("alwaysEnabled");
            var changed =
                    mailbox.with("AutoReplyState", new JsonPrimitive(AutoReplyWords.state(status)), planted.created());
            changed = copy(changed, object, "externalAudience", "AutoReplyExternalAudience", planted.created());
            changed = copy(changed, object, "internalReplyMessage", "AutoReplyInternalMessage", planted.created());
            changed = copy(changed, object, "externalReplyMessage", "AutoReplyExternalMessage", planted.created());
            changed = copy(changed, object, "scheduledStartDateTime", "AutoReplyStartTime", planted.created());
            changed = copy(changed, object, "scheduledEndDateTime", "AutoReplyEndTime", planted.created());
            state.table(Mailbox.TABLE).put(mailbox.ownerId(), changed);
            origin(planted, mailbox.ownerId(), mailbox.guid());
        });
    }

    private static Mailbox copy(Mailbox mailbox, JsonObject from, String name, String setting, Instant at) {
        return Json.text(from, name)
                .map(text -> mailbox.with(
                        setting,
                        new JsonPrimitive(name.equals("externalAudience") ? AutoReplyWords.audience(text) : text),
                        at))
                .orElse(mailbox);
    }

    private void mailFlow(PlantedObject planted) {
        var properties = planted.object().deepCopy();
        if (!properties.has("Name")) {
            properties.addProperty("Name", Json.text(properties, "DomainName").orElse(planted.id()));
        }
        var id = state.chance().guid("mail-flow", planted.id());
        state.table(MailFlowObject.TABLE)
                .put(id, new MailFlowObject(id, planted.kind(), planted.created(), planted.created(), properties));
        origin(planted, "", id);
    }

    private void remoteDomain() {
        var id = state.chance().guid("remote-domain", "default");
        var properties = Json.object(
                "Name", "Default",
                "DomainName", "*",
                "AutoForwardEnabled", true,
                "AutoReplyEnabled", true,
                "AllowedOOFType", "External");
        state.table(MailFlowObject.TABLE)
                .put(id, new MailFlowObject(id, ObjectKind.REMOTE_DOMAIN, Instant.EPOCH, Instant.EPOCH, properties));
    }

    private void mobile(PlantedObject planted) {
        if (!Json.bool(planted.object(), "mobile").orElse(false)) {
            return;
        }
        box(planted).ifPresent(mailbox -> {
            var id = state.chance().guid("mobile", planted.id());
            state.table(MobileDevice.TABLE)
                    .put(id, new MobileDevice(id, mailbox.ownerId(), planted.created(), planted.object()));
            origin(planted, mailbox.ownerId(), id);
        });
    }

    private void message(History.Mail mail, int number) {
        new Mailboxes(state).find(mail.mailbox()).ifPresent(mailbox -> {
            var id = "AAMk" + state.chance().letters(60, "message", mail.mailbox(), number) + "=";
            var folder = findOrMakeFolder(mailbox.ownerId(), mail.folder()).name();
            state.table(Message.TABLE)
                    .put(
                            id,
                            new Message(
                                    id,
                                    mailbox.ownerId(),
                                    folder,
                                    mail.at(),
                                    mail.from(),
                                    mail.to(),
                                    mail.subject(),
                                    mail.body(),
                                    mail.attachments(),
                                    mail.read(),
                                    mail.by()));
        });
    }

    /** A text or list of texts as a list; nothing for null. */
    static List<String> texts(@Nullable JsonElement element) {
        return switch (element) {
            case null -> List.of();
            case JsonNull none -> List.of();
            case JsonArray array -> {
                var texts = new ArrayList<String>();
                array.forEach(item -> texts.add(item.getAsString()));
                yield texts;
            }
            case JsonElement single -> List.of(single.getAsString());
        };
    }
}
