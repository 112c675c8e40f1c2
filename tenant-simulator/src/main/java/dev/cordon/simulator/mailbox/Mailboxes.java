package dev.cordon.simulator.mailbox;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.PlannedMailbox;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds mailboxes and changes what is in them; every change leaves one event. Safe for many threads. */
public final class Mailboxes {

    private static final String MOBILE_DEVICE = "MobileDevice";

    private final TenantState state;

    /** The mailboxes of that tenant. */
    public Mailboxes(TenantState state) {
        this.state = state;
    }

    /** The mailbox a name stands for: UPN, address, alias, object id, Exchange id or display name. */
    public Optional<Mailbox> find(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return state.table(Mailbox.TABLE).all().stream()
                .filter(mailbox -> mailbox.type() != PlannedMailbox.Type.NONE)
                .filter(mailbox -> isCalled(mailbox, wanted))
                .findFirst();
    }

    private boolean isCalled(Mailbox mailbox, String wanted) {
        if (mailbox.guid().equals(wanted)
                || mailbox.ownerId().equals(wanted)
                || mailbox.address().toLowerCase(Locale.ROOT).equals(wanted)) {
            return true;
        }
        return owner(mailbox)
                .filter(user ->
                        user.userPrincipalName().toLowerCase(Locale.ROOT).equals(wanted)
                                || user.displayName().toLowerCase(Locale.ROOT).equals(wanted)
                                || user.aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(wanted)))
                .isPresent();
    }

    /** The account a mailbox belongs to. */
    public Optional<User> owner(Mailbox mailbox) {
        return state.table(User.TABLE).find(mailbox.ownerId());
    }

    /** A mailbox's rules as they truly are, of every origin, in their order. */
    public List<InboxRule> rules(String ownerId) {
        return state.table(InboxRule.TABLE).all().stream()
                .filter(rule -> rule.ownerId().equals(ownerId))
                .sorted(Comparator.comparingInt(InboxRule::sequence))
                .toList();
    }

    /** A mailbox's sweep rules. */
    public List<SweepRule> sweepRules(String ownerId) {
        return state.table(SweepRule.TABLE).all().stream()
                .filter(rule -> rule.ownerId().equals(ownerId))
                .toList();
    }

    /** What others may do with a mailbox. */
    public List<MailboxAccess> access(String ownerId) {
        return state.table(MailboxAccess.TABLE).all().stream()
                .filter(access -> access.ownerId().equals(ownerId))
                .toList();
    }

    /** What others may do with a mailbox, as replicas show it. */
    public List<MailboxAccess> visibleAccess(String ownerId) {
        return state.table(MailboxAccess.TABLE).allVisible(state.now()).stream()
                .filter(access -> access.ownerId().equals(ownerId))
                .toList();
    }

    /** A mailbox's folders. */
    public List<MailFolder> folders(String ownerId) {
        return state.table(MailFolder.TABLE).all().stream()
                .filter(folder -> folder.ownerId().equals(ownerId))
                .toList();
    }

    /** The folder of that id, well-known name or name. */
    public Optional<MailFolder> findFolder(String ownerId, String name) {
        return folders(ownerId).stream()
                .filter(folder -> folder.id().equals(name)
                        || folder.wellKnown().equalsIgnoreCase(name)
                        || folder.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A rule identity nobody has yet; its first bit is often set, as the real ones'. */
    public String newIdentity(String ownerId) {
        return Long.toUnsignedString(
                state.chance().generator("rule", ownerId, state.events().size()).nextLong());
    }

    /** Adds a rule. */
    public void create(Cause cause, InboxRule rule) {
        state.atomically(() -> {
            state.table(InboxRule.TABLE).put(rule.key(), rule);
            author(cause, ObjectKind.INBOX_RULE, rule.ownerId(), rule.identity());
            record(
                    cause,
                    Activity.CREATE_RULE,
                    "InboxRule",
                    rule.identity(),
                    rule.ownerId(),
                    new JsonObject(),
                    facts(rule));
        });
    }

    /** Switches a rule on or off. */
    public void enable(Cause cause, InboxRule rule, boolean on) {
        state.atomically(() -> {
            state.table(InboxRule.TABLE).put(rule.key(), rule.withEnabled(on));
            record(
                    cause,
                    on ? Activity.ENABLE_RULE : Activity.DISABLE_RULE,
                    "InboxRule",
                    rule.identity(),
                    rule.ownerId(),
                    facts(rule),
                    facts(rule.withEnabled(on)));
        });
    }

    /** Replaces a rule's content. */
    public void change(Cause cause, InboxRule before, InboxRule after) {
        state.atomically(() -> {
            state.table(InboxRule.TABLE).put(after.key(), after);
            record(
                    cause,
                    Activity.CHANGE_RULE,
                    "InboxRule",
                    after.identity(),
                    after.ownerId(),
                    facts(before),
                    facts(after));
        });
    }

    /** Removes a rule. */
    public void remove(Cause cause, InboxRule rule) {
        state.atomically(() -> {
            state.table(InboxRule.TABLE).remove(rule.key());
            record(
                    cause,
                    Activity.REMOVE_RULE,
                    "InboxRule",
                    rule.identity(),
                    rule.ownerId(),
                    facts(rule),
                    new JsonObject());
        });
    }

    /** What every rule edit through Exchange does unasked: the rules only Outlook knows are gone. */
    public void dropClientOnly(Cause cause, String ownerId) {
        rules(ownerId).stream()
                .filter(rule -> rule.origin() == InboxRule.Origin.CLIENT_ONLY)
                .forEach(rule -> remove(cause, rule));
    }

    /** Switches a sweep rule on or off. */
    public void enable(Cause cause, SweepRule rule, boolean on) {
        state.atomically(() -> {
            state.table(SweepRule.TABLE).put(rule.id(), rule.withEnabled(on));
            record(
                    cause,
                    on ? Activity.ENABLE_RULE : Activity.DISABLE_RULE,
                    "SweepRule",
                    rule.id(),
                    rule.ownerId(),
                    facts(rule),
                    facts(rule.withEnabled(on)));
        });
    }

    /** Adds a sweep rule. */
    public void create(Cause cause, SweepRule rule) {
        state.atomically(() -> {
            state.table(SweepRule.TABLE).put(rule.id(), rule);
            author(cause, ObjectKind.INBOX_RULE, rule.ownerId(), rule.id());
            record(cause, Activity.CREATE_RULE, "SweepRule", rule.id(), rule.ownerId(), new JsonObject(), facts(rule));
        });
    }

    /** Removes a sweep rule. */
    public void remove(Cause cause, SweepRule rule) {
        state.atomically(() -> {
            state.table(SweepRule.TABLE).remove(rule.id());
            record(cause, Activity.REMOVE_RULE, "SweepRule", rule.id(), rule.ownerId(), facts(rule), new JsonObject());
        });
    }

    /** Changes settings of a mailbox; says whether anything is different now. */
    public boolean change(Cause cause, Mailbox shown, JsonObject settings) {
        return state.atomically(() -> {
            var mailbox = state.table(Mailbox.TABLE).find(shown.ownerId()).orElse(shown);
            var before = new JsonObject();
            var changed = mailbox;
            for (var setting : settings.entrySet()) {
                var old = mailbox.setting(setting.getKey());
                if (!old.equals(setting.getValue())) {
                    before.add(setting.getKey(), old);
                    changed = changed.with(setting.getKey(), setting.getValue(), state.now());
                }
            }
            if (before.isEmpty()) {
                return false;
            }
            store(cause, changed, before, settings);
            return true;
        });
    }

    private void store(Cause cause, Mailbox changed, JsonObject before, JsonObject after) {
        var forwards = before.keySet().stream().anyMatch(name -> name.startsWith("Forwarding"));
        state.table(Mailbox.TABLE).put(changed.ownerId(), changed, state.visibleAt("mailbox", changed.ownerId()));
        for (var setting : ForwardingSetting.values()) {
            if (before.has(setting.word()) && setting.isSet(after)) {
                author(cause, ObjectKind.FORWARDING, changed.ownerId(), setting.wireId(changed.guid()));
            }
        }
        if (activity(after) == Activity.CHANGE_AUTO_REPLY) {
            author(cause, ObjectKind.AUTO_REPLY, changed.ownerId(), changed.guid());
        }
        record(
                cause,
                forwards ? Activity.CHANGE_FORWARDING : activity(after),
                "Mailbox",
                changed.guid(),
                changed.ownerId(),
                before,
                after);
    }

    private static Activity activity(JsonObject settings) {
        return settings.keySet().stream().anyMatch(name -> name.startsWith("AutoReply"))
                ? Activity.CHANGE_AUTO_REPLY
                : Activity.CHANGE_MAILBOX;
    }

    /** How a calendar is published. */
    public CalendarFolder calendar(MailFolder folder) {
        return state.table(CalendarFolder.TABLE).find(folder.id()).orElseGet(() -> CalendarFolder.untouched(folder));
    }

    /** How a calendar is published, as replicas show it. */
    public CalendarFolder visibleCalendar(MailFolder folder) {
        return state.table(CalendarFolder.TABLE)
                .findVisible(folder.id(), state.now())
                .orElseGet(() -> CalendarFolder.untouched(folder));
    }

    /** Changes how one calendar is published, and no other; says whether anything is different now. */
    public boolean change(Cause cause, MailFolder folder, JsonObject settings) {
        return state.atomically(() -> {
            var before = new JsonObject();
            var changed = calendar(folder);
            for (var setting : settings.entrySet()) {
                var old = changed.setting(setting.getKey());
                if (!old.equals(setting.getValue())) {
                    before.add(setting.getKey(), old);
                    changed = changed.with(setting.getKey(), setting.getValue());
                }
            }
            if (before.isEmpty()) {
                return false;
            }
            state.table(CalendarFolder.TABLE).put(folder.id(), changed, state.visibleAt("calendar", folder.id()));
            author(cause, ObjectKind.CALENDAR_PUBLISHING, folder.ownerId(), folder.id());
            record(
                    cause,
                    Activity.CHANGE_CALENDAR_PUBLISHING,
                    "CalendarFolder",
                    folder.id(),
                    folder.ownerId(),
                    before,
                    settings);
            return true;
        });
    }

    private void touch(String ownerId) {
        state.table(Mailbox.TABLE)
                .find(ownerId)
                .ifPresent(mailbox -> state.table(Mailbox.TABLE)
                        .put(ownerId, mailbox.changedAt(state.now()), state.visibleAt("mailbox", ownerId)));
    }

    /** Gives somebody a right. */
    public void grant(Cause cause, MailboxAccess access) {
        state.atomically(() -> {
            state.table(MailboxAccess.TABLE).put(access.key(), access, state.visibleAt("access", access.key()));
            touch(access.ownerId());
            author(cause, ObjectKind.DELEGATE, access.ownerId(), access.wireId());
            record(
                    cause,
                    Activity.ADD_DELEGATE,
                    "MailboxAccess",
                    access.wireId(),
                    access.ownerId(),
                    new JsonObject(),
                    facts(access));
        });
    }

    /** Takes somebody's right away. */
    public void revoke(Cause cause, MailboxAccess access) {
        state.atomically(() -> {
            state.table(MailboxAccess.TABLE).remove(access.key(), state.visibleAt("access", access.key()));
            touch(access.ownerId());
            record(
                    cause,
                    Activity.REMOVE_DELEGATE,
                    "MailboxAccess",
                    access.wireId(),
                    access.ownerId(),
                    facts(access),
                    new JsonObject());
        });
    }

    /** Gives somebody a permission in a folder, in place of an earlier one. */
    public void grant(Cause cause, FolderPermission permission) {
        state.atomically(() -> {
            var before = state.table(FolderPermission.TABLE).find(permission.key());
            if (before.filter(permission::equals).isPresent()) {
                return;
            }
            state.table(FolderPermission.TABLE).put(permission.key(), permission);
            if (permission.isActive()) {
                author(cause, ObjectKind.FOLDER_PERMISSION, permission.ownerId(), permission.wireId());
            }
            record(
                    cause,
                    before.isPresent() ? Activity.CHANGE_FOLDER_PERMISSION : Activity.ADD_FOLDER_PERMISSION,
                    "FolderPermission",
                    permission.wireId(),
                    permission.ownerId(),
                    before.map(Mailboxes::facts).orElseGet(JsonObject::new),
                    facts(permission));
        });
    }

    /** Takes somebody's permission in a folder away. */
    public void revoke(Cause cause, FolderPermission permission) {
        state.atomically(() -> {
            state.table(FolderPermission.TABLE).remove(permission.key());
            record(
                    cause,
                    Activity.REMOVE_FOLDER_PERMISSION,
                    "FolderPermission",
                    permission.wireId(),
                    permission.ownerId(),
                    facts(permission),
                    new JsonObject());
        });
    }

    /** Tells a telephone to wipe itself, or takes that back. */
    public void wipe(Cause cause, MobileDevice device, boolean on, boolean accountOnly) {
        state.atomically(() -> {
            var changed = on ? device.withWipe(state.now(), accountOnly) : device.withoutWipe();
            state.table(MobileDevice.TABLE).put(device.id(), changed);
            record(
                    cause,
                    Activity.WIPE_MOBILE_DEVICE,
                    MOBILE_DEVICE,
                    device.id(),
                    device.ownerId(),
                    device.details(),
                    changed.details());
        });
    }

    /** Ends a telephone's partnership with the mailbox. */
    public void remove(Cause cause, MobileDevice device) {
        state.atomically(() -> {
            state.table(MobileDevice.TABLE).remove(device.id(), state.visibleAt("mobile", device.id()));
            record(
                    cause,
                    Activity.REMOVE_MOBILE_DEVICE,
                    MOBILE_DEVICE,
                    device.id(),
                    device.ownerId(),
                    device.details(),
                    new JsonObject());
        });
    }

    /** Changes a transport rule, connector or remote domain; says whether anything is different now. */
    public boolean change(Cause cause, MailFlowObject object, JsonObject changes) {
        return state.atomically(() -> {
            var before = new JsonObject();
            var after = new JsonObject();
            changes.entrySet().stream()
                    .filter(change -> !object.property(change.getKey()).equals(change.getValue()))
                    .forEach(change -> {
                        before.add(change.getKey(), object.property(change.getKey()));
                        after.add(change.getKey(), change.getValue());
                    });
            if (after.isEmpty()) {
                return false;
            }
            store(object.with(after, state.now()));
            if (object.properties().has("direction")) {
                after.add("direction", object.properties().get("direction"));
            }
            record(cause, changed(object.kind()), object.kind().word(), object.id(), "", before, after);
            return true;
        });
    }

    private void store(MailFlowObject object) {
        state.table(MailFlowObject.TABLE).put(object.id(), object, state.visibleAt("mail-flow", object.id()));
    }

    private static Activity changed(ObjectKind kind) {
        return switch (kind) {
            case TRANSPORT_RULE -> Activity.CHANGE_TRANSPORT_RULE;
            case REMOTE_DOMAIN -> Activity.CHANGE_REMOTE_DOMAIN;
            default -> Activity.CHANGE_CONNECTOR;
        };
    }

    /** Removes a transport rule, connector or remote domain for good. */
    public void remove(Cause cause, MailFlowObject rule) {
        state.atomically(() -> {
            state.table(MailFlowObject.TABLE).remove(rule.id(), state.visibleAt("mail-flow", rule.id()));
            record(
                    cause,
                    switch (rule.kind()) {
                        case TRANSPORT_RULE -> Activity.REMOVE_TRANSPORT_RULE;
                        case REMOTE_DOMAIN -> Activity.REMOVE_REMOTE_DOMAIN;
                        default -> Activity.REMOVE_CONNECTOR;
                    },
                    rule.kind().word(),
                    rule.id(),
                    "",
                    rule.properties(),
                    new JsonObject());
        });
    }

    /** Adds a transport rule, connector or remote domain. */
    public void create(Cause cause, MailFlowObject object) {
        state.atomically(() -> {
            store(object);
            author(cause, object.kind(), null, object.id());
            record(
                    cause,
                    switch (object.kind()) {
                        case TRANSPORT_RULE -> Activity.CREATE_TRANSPORT_RULE;
                        case REMOTE_DOMAIN -> Activity.CREATE_REMOTE_DOMAIN;
                        default -> Activity.CREATE_CONNECTOR;
                    },
                    object.kind().word(),
                    object.id(),
                    "",
                    new JsonObject(),
                    object.properties());
        });
    }

    private void author(Cause cause, ObjectKind kind, @Nullable String ownerId, String wireId) {
        var by = cause.actor().caller() == Caller.ATTACKER ? Author.ATTACKER : Author.LEGITIMATE;
        state.table(Origin.TABLE).put(originKey(kind, ownerId, wireId), new Origin(wireId, null, kind, ownerId, by));
    }

    /** The key under which the origin of a thing in a mailbox stands. */
    static String originKey(ObjectKind kind, @Nullable String ownerId, String wireId) {
        return kind.word() + "/" + (ownerId == null ? "" : ownerId) + "/" + wireId;
    }

    private void record(
            Cause cause,
            Activity activity,
            String type,
            String id,
            String ownerId,
            JsonObject before,
            JsonObject after) {
        state.record(cause, activity, type, id, ownerId, before, after);
    }

    private static JsonObject facts(InboxRule rule) {
        return Json.object(
                "Name", rule.name(),
                "Enabled", rule.enabled(),
                "Priority", rule.sequence(),
                "conditions", rule.conditions(),
                "exceptions", rule.exceptions(),
                "actions", rule.actions());
    }

    private static JsonObject facts(SweepRule rule) {
        var facts = Json.object("Name", rule.name(), "Enabled", rule.enabled());
        rule.details().entrySet().forEach(detail -> facts.add(detail.getKey(), detail.getValue()));
        facts.addProperty("Enabled", rule.enabled());
        return facts;
    }

    private static JsonObject facts(MailboxAccess access) {
        return Json.object("User", access.trustee(), "AccessRights", access.right());
    }

    private static JsonObject facts(FolderPermission permission) {
        return Json.object(
                "Folder", permission.folder(),
                "User", permission.user(),
                "AccessRights", permission.accessRights());
    }
}
