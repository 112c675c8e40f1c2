package dev.cordon.simulator.exchange;

import dev.cordon.simulator.applications.PlantedPermission;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.Command;
import dev.cordon.simulator.state.TenantEvent;
import java.util.Locale;

/** What the unified audit log calls an event: operation, record type, workload. An empty name means: no row. */
record AuditOperation(String name, int type) {

    static final int ADMIN = 1;
    static final int ITEM = 2;
    static final int GROUP = 3;
    static final int FILE = 6;
    static final int DIRECTORY = 8;
    static final int SIGN_IN = 15;
    static final int AGGREGATED = 50;
    static final int SEARCH = 101;

    String workload() {
        return switch (type) {
            case DIRECTORY, SIGN_IN -> "AzureActiveDirectory";
            case FILE -> "SharePoint";
            default -> "Exchange";
        };
    }

    /** Whether a mailbox writes it, and neither the directory nor a cmdlet. */
    boolean isOfMailbox() {
        return type == ITEM || type == GROUP || type == AGGREGATED || type == SEARCH;
    }

    /** What Outlook does with rules; not a cmdlet. */
    static final String UPDATE_RULES = "UpdateInboxRules";

    static AuditOperation of(Command command) {
        return new AuditOperation(command.name(), command.name().equals(UPDATE_RULES) ? ITEM : ADMIN);
    }

    static AuditOperation of(TenantEvent event) {
        var command = event.command();
        if (command != null) {
            return of(command);
        }
        var sweep = event.targetType().equals("SweepRule") ? "SweepRule" : "InboxRule";
        return switch (event.activity()) {
            case SIGN_IN ->
                new AuditOperation(
                        event.after().has("errorCode")
                                        && event.after().get("errorCode").getAsInt() != 0
                                ? "UserLoginFailed"
                                : "UserLoggedIn",
                        SIGN_IN);
            case CREATE_RULE -> new AuditOperation("New-" + sweep, ADMIN);
            case CHANGE_RULE -> new AuditOperation("Set-" + sweep, ADMIN);
            case DISABLE_RULE -> new AuditOperation("Disable-" + sweep, ADMIN);
            case ENABLE_RULE -> new AuditOperation("Enable-" + sweep, ADMIN);
            case REMOVE_RULE -> new AuditOperation("Remove-" + sweep, ADMIN);
            case CHANGE_MAILBOX, CHANGE_FORWARDING -> new AuditOperation("Set-Mailbox", ADMIN);
            case ADD_DELEGATE -> new AuditOperation(delegate("Add", event), ADMIN);
            case REMOVE_DELEGATE -> new AuditOperation(delegate("Remove", event), ADMIN);
            case ADD_FOLDER_PERMISSION -> new AuditOperation("Add-MailboxFolderPermission", ADMIN);
            case CHANGE_FOLDER_PERMISSION -> new AuditOperation("Set-MailboxFolderPermission", ADMIN);
            case REMOVE_FOLDER_PERMISSION -> new AuditOperation("Remove-MailboxFolderPermission", ADMIN);
            case CHANGE_AUTO_REPLY -> new AuditOperation("Set-MailboxAutoReplyConfiguration", ADMIN);
            case CHANGE_CALENDAR_PUBLISHING -> new AuditOperation("Set-MailboxCalendarFolder", ADMIN);
            case WIPE_MOBILE_DEVICE -> new AuditOperation("Clear-MobileDevice", ADMIN);
            case REMOVE_MOBILE_DEVICE -> new AuditOperation("Remove-MobileDevice", ADMIN);
            case CREATE_TRANSPORT_RULE -> new AuditOperation("New-TransportRule", ADMIN);
            case CHANGE_TRANSPORT_RULE -> new AuditOperation(transportRule(event), ADMIN);
            case REMOVE_TRANSPORT_RULE -> new AuditOperation("Remove-TransportRule", ADMIN);
            case CREATE_CONNECTOR -> new AuditOperation("New-" + connector(event), ADMIN);
            case CHANGE_CONNECTOR -> new AuditOperation("Set-" + connector(event), ADMIN);
            case REMOVE_CONNECTOR -> new AuditOperation("Remove-" + connector(event), ADMIN);
            case CREATE_REMOTE_DOMAIN -> new AuditOperation("New-RemoteDomain", ADMIN);
            case REMOVE_REMOTE_DOMAIN -> new AuditOperation("Remove-RemoteDomain", ADMIN);
            case CHANGE_REMOTE_DOMAIN -> new AuditOperation("Set-RemoteDomain", ADMIN);
            case READ_MAIL -> new AuditOperation("MailItemsAccessed", AGGREGATED);
            case SEND_MAIL ->
                new AuditOperation(Json.text(event.after(), "operation").orElse("Send"), ITEM);
            case SEARCH -> new AuditOperation("SearchQueryInitiatedExchange", SEARCH);
            case DELETE_MAIL -> new AuditOperation(deletion(event), GROUP);
            default ->
                new AuditOperation(
                        event.activity().displayName().isEmpty()
                                ? ""
                                : event.activity().displayName() + ".",
                        DIRECTORY);
        };
    }

    private static String connector(TenantEvent event) {
        var facts = event.after().isEmpty() ? event.before() : event.after();
        var inbound = Json.text(facts, "direction").orElse("outbound").equals("inbound");
        return inbound ? "InboundConnector" : "OutboundConnector";
    }

    private static String transportRule(TenantEvent event) {
        return Json.text(event.after(), "State")
                .map(state -> state.equals("Disabled") ? "Disable-TransportRule" : "Enable-TransportRule")
                .orElse("Set-TransportRule");
    }

    /** Whereto decides what it is called (D.1). */
    private static String deletion(TenantEvent event) {
        return switch (Json.text(event.after(), "to").orElse("")) {
            case "" -> "HardDelete";
            case "Deleted Items" -> "MoveToDeletedItems";
            case "Recoverable Items\\Deletions" -> "SoftDelete";
            default -> "Move";
        };
    }

    private static String delegate(String verb, TenantEvent event) {
        var facts = event.after().isEmpty() ? event.before() : event.after();
        return switch (Json.text(facts, "AccessRights").orElse("").toLowerCase(Locale.ROOT)) {
            case "sendas" -> verb + "-RecipientPermission";
            case "sendonbehalf" -> "Set-Mailbox";
            default -> verb + "-MailboxPermission";
        };
    }

    /** What the directory calls the making of a planted thing; an empty name for what is made without the directory. */
    static AuditOperation of(PlantedObject planted) {
        var name = switch (planted.kind()) {
            case AUTHENTICATION_METHOD -> "Update user.";
            case CONSENT -> "Consent to application.";
            case APP_ROLE_ASSIGNMENT ->
                PlantedPermission.holder(planted).isPresent()
                        ? "Add app role assignment grant to user."
                        : "Add app role assignment to service principal.";
            case DEVICE -> Json.bool(planted.object(), "mobile").orElse(false) ? "" : "Add device.";
            case ROLE ->
                Json.bool(planted.object(), "eligible").orElse(false)
                        ? "Add eligible member to role."
                        : "Add member to role.";
            case INBOX_RULE,
                    FORWARDING,
                    DELEGATE,
                    FOLDER_PERMISSION,
                    CALENDAR_PUBLISHING,
                    AUTO_REPLY,
                    TRANSPORT_RULE,
                    CONNECTOR,
                    REMOTE_DOMAIN -> "";
        };
        return new AuditOperation(name, DIRECTORY);
    }
}
