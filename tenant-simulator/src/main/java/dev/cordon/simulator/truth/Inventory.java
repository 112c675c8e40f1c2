package dev.cordon.simulator.truth;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.applications.AppRoleAssignment;
import dev.cordon.simulator.applications.Grant;
import dev.cordon.simulator.applications.ServicePrincipal;
import dev.cordon.simulator.devices.Device;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.CalendarFolder;
import dev.cordon.simulator.mailbox.FolderPermission;
import dev.cordon.simulator.mailbox.ForwardingSetting;
import dev.cordon.simulator.mailbox.InboxRule;
import dev.cordon.simulator.mailbox.MailFlowObject;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.MailboxAccess;
import dev.cordon.simulator.mailbox.MobileDevice;
import dev.cordon.simulator.mailbox.SweepRule;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.MethodType;
import dev.cordon.simulator.state.RoleAssignment;
import dev.cordon.simulator.state.TenantState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Everything in the tenant that could keep somebody in, of every kind. */
final class Inventory {

    private final TenantState state;
    private final List<Thing> things = new ArrayList<>();

    private Inventory(TenantState state) {
        this.state = state;
    }

    static List<Thing> of(TenantState state) {
        var inventory = new Inventory(state);
        inventory.rules();
        inventory.mailboxes();
        inventory.permissions();
        inventory.directory();
        inventory.applications();
        return inventory.things;
    }

    private void add(ObjectKind kind, String ownerId, String wireId, boolean active, JsonObject essence) {
        things.add(new Thing(kind, ownerId, wireId, active, essence));
    }

    private void rules() {
        for (var rule : state.table(InboxRule.TABLE).all()) {
            if (rule.origin() != InboxRule.Origin.SYSTEM) {
                add(
                        ObjectKind.INBOX_RULE,
                        rule.ownerId(),
                        rule.identity(),
                        rule.enabled(),
                        Json.object(
                                "name", rule.name(),
                                "sequence", rule.sequence(),
                                "conditions", rule.conditions(),
                                "exceptions", rule.exceptions(),
                                "actions", rule.actions()));
            }
        }
        for (var rule : state.table(SweepRule.TABLE).all()) {
            add(ObjectKind.INBOX_RULE, rule.ownerId(), rule.id(), rule.enabled(), sweep(rule));
        }
    }

    /** What can be told to New-SweepRule, in its names. */
    private static JsonObject sweep(SweepRule rule) {
        var essence = Json.object("Name", rule.name());
        rule.details().entrySet().stream()
                .filter(detail -> !Set.of("Name", "Enabled").contains(detail.getKey()))
                .filter(detail -> !detail.getValue().isJsonNull())
                .forEach(detail -> essence.add(detail.getKey(), detail.getValue()));
        return essence;
    }

    /** What an object of the mail flow says, but whether it works, which stands beside. */
    private static JsonObject mailFlow(MailFlowObject object) {
        var essence = object.properties().deepCopy();
        var works = switch (object.kind()) {
            case TRANSPORT_RULE -> "State";
            case CONNECTOR -> "Enabled";
            default -> "AutoForwardEnabled";
        };
        essence.remove(works);
        if (object.kind() == ObjectKind.CONNECTOR) {
            essence.addProperty("direction", Json.text(essence, "direction").orElse("outbound"));
        }
        return essence;
    }

    private void mailboxes() {
        for (var mailbox : state.table(Mailbox.TABLE).all()) {
            forwarding(mailbox);
            if (!text(mailbox.setting("AutoReplyState")).equals("Disabled")) {
                add(
                        ObjectKind.AUTO_REPLY,
                        mailbox.ownerId(),
                        mailbox.guid(),
                        true,
                        settings(mailbox.settings(), "AutoReply"));
            }
        }
        for (var calendar : state.table(CalendarFolder.TABLE).all()) {
            if (calendar.isPublished()) {
                add(
                        ObjectKind.CALENDAR_PUBLISHING,
                        calendar.ownerId(),
                        calendar.folderId(),
                        true,
                        settings(calendar.settings(), ""));
            }
        }
    }

    private void forwarding(Mailbox mailbox) {
        for (var setting : ForwardingSetting.values()) {
            if (setting.isSet(mailbox.settings())) {
                add(
                        ObjectKind.FORWARDING,
                        mailbox.ownerId(),
                        setting.wireId(mailbox.guid()),
                        true,
                        Json.object(
                                setting.word(),
                                mailbox.setting(setting.word()),
                                "DeliverToMailboxAndForward",
                                mailbox.setting("DeliverToMailboxAndForward")));
            }
        }
    }

    /** The settings of one kind, without addresses, which are made anew. */
    private static JsonObject settings(JsonObject all, String prefix) {
        var settings = new JsonObject();
        all.entrySet().stream()
                .filter(setting ->
                        setting.getKey().startsWith(prefix) && !setting.getKey().endsWith("Url"))
                .filter(setting -> !setting.getValue().isJsonNull())
                .forEach(setting -> settings.add(setting.getKey(), setting.getValue()));
        return settings;
    }

    private static String text(JsonElement value) {
        return value.isJsonNull() ? "" : value.getAsString();
    }

    private void permissions() {
        for (var access : state.table(MailboxAccess.TABLE).all()) {
            add(
                    ObjectKind.DELEGATE,
                    access.ownerId(),
                    access.wireId(),
                    !access.deny(),
                    Json.object(
                            "trustee", access.trustee().toLowerCase(Locale.ROOT),
                            "right", access.right().toLowerCase(Locale.ROOT),
                            "inheritance", access.inheritance()));
        }
        for (var permission : state.table(FolderPermission.TABLE).all()) {
            add(
                    ObjectKind.FOLDER_PERMISSION,
                    permission.ownerId(),
                    permission.wireId(),
                    permission.isActive(),
                    Json.object(
                            "folder", permission.folder(),
                            "user", permission.user().toLowerCase(Locale.ROOT),
                            "rights", permission.accessRights(),
                            "flags", permission.sharingFlags()));
        }
        for (var object : state.table(MailFlowObject.TABLE).all()) {
            add(object.kind(), "", object.id(), object.isActive(), mailFlow(object));
        }
        for (var device : state.table(MobileDevice.TABLE).all()) {
            add(
                    ObjectKind.DEVICE,
                    device.ownerId(),
                    device.id(),
                    !device.wiped(state.now()),
                    device.withoutWipe().details());
        }
    }

    private void directory() {
        for (var method : state.table(AuthenticationMethod.TABLE).all()) {
            if (method.type() != MethodType.PASSWORD) {
                add(
                        ObjectKind.AUTHENTICATION_METHOD,
                        method.userId(),
                        method.id(),
                        true,
                        Json.object("type", method.type().word(), "details", method.details()));
            }
        }
        for (var device : state.table(Device.TABLE).all()) {
            add(
                    ObjectKind.DEVICE,
                    device.ownerId(),
                    device.id(),
                    device.enabled(),
                    Json.object("name", device.displayName()));
        }
        for (var role : state.table(RoleAssignment.TABLE).all()) {
            add(
                    ObjectKind.ROLE,
                    role.principalId(),
                    role.id(),
                    true,
                    Json.object("role", role.roleTemplateId(), "eligible", role.eligible(), "scope", role.scope()));
        }
    }

    private void applications() {
        for (var grant : state.table(Grant.TABLE).all()) {
            var owner = grant.principalId();
            add(
                    ObjectKind.CONSENT,
                    owner == null ? "" : owner,
                    grant.id(),
                    enabled(grant.clientId()),
                    Json.object("client", grant.clientId(), "resource", grant.resourceId(), "scope", grant.scope()));
        }
        for (var assignment : state.table(AppRoleAssignment.TABLE).all()) {
            var person = assignment.isPersons();
            add(
                    ObjectKind.APP_ROLE_ASSIGNMENT,
                    person ? assignment.principalId() : "",
                    assignment.id(),
                    enabled(person ? assignment.resourceId() : assignment.principalId()),
                    Json.object(
                            "role", assignment.appRoleId(),
                            "principal", assignment.principalId(),
                            "resource", assignment.resourceId()));
        }
    }

    private boolean enabled(String principalId) {
        return state.table(ServicePrincipal.TABLE)
                .find(principalId)
                .map(ServicePrincipal::enabled)
                .orElse(false);
    }
}
