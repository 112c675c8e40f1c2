package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.AutoReplyWords;
import dev.cordon.simulator.mailbox.FolderPermission;
import dev.cordon.simulator.mailbox.MailFolder;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The cmdlets by which a planted thing of a mailbox or of the mail flow came to be (D.1, U3-U7). */
final class PlantedCommands {

    /** What a scenario may say of a transport rule, and New-TransportRule cannot be told. */
    private static final Set<String> NOT_GIVEN = Set.of("State", "Conditions", "Actions", "Description", "direction");

    private final PlantedObject planted;
    private final String user;
    private final UnaryOperator<String> folders;
    private final JsonObject object;

    private PlantedCommands(PlantedObject planted, String user, UnaryOperator<String> folders) {
        this.planted = planted;
        this.user = user;
        this.folders = folders;
        this.object = planted.object();
    }

    /**
     * The commands; none for what is made without Exchange.
     *
     * @param user whose mailbox it is
     * @param folders how cmdlets name the folder of that name
     */
    static List<Command> of(PlantedObject planted, String user, UnaryOperator<String> folders) {
        return new PlantedCommands(planted, user, folders).commands();
    }

    private List<Command> commands() {
        return switch (planted.kind()) {
            case INBOX_RULE -> List.of(rule());
            case FORWARDING -> List.of(new Command("Set-Mailbox", identified(user, object)));
            case DELEGATE -> delegate();
            case FOLDER_PERMISSION -> List.of(folderPermission());
            case CALENDAR_PUBLISHING -> List.of(calendar());
            case AUTO_REPLY -> List.of(autoReply());
            case TRANSPORT_RULE -> List.of(new Command("New-TransportRule", transportRule()));
            case CONNECTOR -> List.of(new Command("New-" + connector(), given()));
            case REMOTE_DOMAIN -> remoteDomain();
            case AUTHENTICATION_METHOD, CONSENT, APP_ROLE_ASSIGNMENT, DEVICE, ROLE -> List.of();
        };
    }

    private Command rule() {
        if (object.has("sweep")) {
            return new Command("New-SweepRule", object.getAsJsonObject("sweep"));
        }
        var throughOutlook = planted.hidden() || Json.bool(object, "clientOnly").orElse(false);
        return throughOutlook
                ? new Command(AuditOperation.UPDATE_RULES, new JsonObject())
                : new Command("New-InboxRule", AuditParameters.rule(object, UnaryOperator.identity()));
    }

    private List<Command> delegate() {
        var trustee =
                Json.text(object, "User").or(() -> Json.text(object, "Trustee")).orElse("");
        var commands = new ArrayList<Command>();
        var others = new JsonArray();
        for (var right : object.get("AccessRights") instanceof JsonArray rights ? rights : new JsonArray()) {
            switch (right.getAsString().toLowerCase(Locale.ROOT)) {
                case "sendas" ->
                    commands.add(new Command(
                            "Add-RecipientPermission",
                            Json.object("Identity", user, "Trustee", trustee, "AccessRights", right)));
                case "sendonbehalf" ->
                    commands.add(
                            new Command("Set-Mailbox", Json.object("Identity", user, "GrantSendOnBehalfTo", trustee)));
                default -> others.add(right);
            }
        }
        if (!others.isEmpty()) {
            var parameters = Json.object("Identity", user, "User", trustee, "AccessRights", others);
            only(Set.of("InheritanceType", "AutoMapping", "Deny"))
                    .entrySet()
                    .forEach(more -> parameters.add(more.getKey(), more.getValue()));
            commands.add(new Command("Add-MailboxPermission", parameters));
        }
        return commands;
    }

    /** What always stands there can only be set; for anybody else a permission is added. */
    private Command folderPermission() {
        var who = Json.text(object, "User").orElse("Default");
        return new Command(
                (FolderPermission.isSpecial(who) ? "Set" : "Add") + "-MailboxFolderPermission",
                identified(folder(), only(Set.of("User", "AccessRights", "SharingPermissionFlags"))));
    }

    /** A calendar that stands in a scenario is published unless it says otherwise. */
    private Command calendar() {
        var parameters = only(Set.of("PublishEnabled", "DetailLevel", "SearchableUrlEnabled"));
        if (!parameters.has("PublishEnabled")) {
            parameters.addProperty("PublishEnabled", true);
        }
        return new Command("Set-MailboxCalendarFolder", identified(folder(), parameters));
    }

    private String folder() {
        return folders.apply(MailFolder.named(Json.text(object, "Folder").orElse(MailFolder.CALENDAR)));
    }

    private Command autoReply() {
        var parameters = Json.object("Identity", user);
        parameters.addProperty(
                "AutoReplyState",
                AutoReplyWords.state(Json.text(object, "status").orElse("alwaysEnabled")));
        Json.text(object, "externalAudience")
                .ifPresent(word -> parameters.addProperty("ExternalAudience", AutoReplyWords.audience(word)));
        Map.of(
                        "internalReplyMessage",
                        "InternalMessage",
                        "externalReplyMessage",
                        "ExternalMessage",
                        "scheduledStartDateTime",
                        "StartTime",
                        "scheduledEndDateTime",
                        "EndTime")
                .forEach((from, to) -> Json.text(object, from).ifPresent(text -> parameters.addProperty(to, text)));
        return new Command("Set-MailboxAutoReplyConfiguration", parameters);
    }

    private JsonObject transportRule() {
        var parameters = given();
        parameters.addProperty(
                "Enabled", !Json.text(object, "State").orElse("Enabled").equals("Disabled"));
        return parameters;
    }

    private String connector() {
        return Json.text(object, "direction").orElse("outbound").equals("inbound")
                ? "InboundConnector"
                : "OutboundConnector";
    }

    private List<Command> remoteDomain() {
        var domain = Json.text(object, "DomainName").orElse("*");
        var name = Json.text(object, "Name").orElse(domain);
        var set = object.deepCopy();
        set.remove("Name");
        set.remove("DomainName");
        var commands = new ArrayList<Command>();
        commands.add(new Command("New-RemoteDomain", Json.object("Name", name, "DomainName", domain)));
        if (!set.isEmpty()) {
            commands.add(new Command("Set-RemoteDomain", identified(name, set)));
        }
        return commands;
    }

    private JsonObject given() {
        var parameters = new JsonObject();
        object.entrySet().stream()
                .filter(member -> !NOT_GIVEN.contains(member.getKey()))
                .forEach(member -> parameters.add(member.getKey(), member.getValue()));
        return parameters;
    }

    private JsonObject only(Set<String> names) {
        var some = new JsonObject();
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            if (names.contains(member.getKey())) {
                some.add(member.getKey(), member.getValue());
            }
        }
        return some;
    }

    private static JsonObject identified(String identity, JsonObject rest) {
        var parameters = Json.object("Identity", identity);
        rest.entrySet().forEach(member -> parameters.add(member.getKey(), member.getValue()));
        return parameters;
    }
}
