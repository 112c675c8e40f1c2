package dev.cordon.simulator.exchange;

import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.TenantEvent;

/** What the unified audit log calls an event: operation, record type, workload. An empty name means: no row. */
record AuditOperation(String name, int type) {

    static final int ADMIN = 1;
    static final int ITEM = 2;
    static final int DIRECTORY = 8;
    static final int SIGN_IN = 15;
    static final int AGGREGATED = 50;

    String workload() {
        return type == DIRECTORY || type == SIGN_IN ? "AzureActiveDirectory" : "Exchange";
    }

    static AuditOperation of(TenantEvent event) {
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
            case ADD_FOLDER_PERMISSION -> new AuditOperation("AddFolderPermissions", ITEM);
            case REMOVE_FOLDER_PERMISSION -> new AuditOperation("RemoveFolderPermissions", ITEM);
            case CHANGE_AUTO_REPLY -> new AuditOperation("Set-MailboxAutoReplyConfiguration", ADMIN);
            case CHANGE_CALENDAR_PUBLISHING -> new AuditOperation("Set-MailboxCalendarFolder", ADMIN);
            case CREATE_TRANSPORT_RULE -> new AuditOperation("New-TransportRule", ADMIN);
            case CHANGE_TRANSPORT_RULE -> new AuditOperation(transportRule(event), ADMIN);
            case REMOVE_TRANSPORT_RULE -> new AuditOperation("Remove-TransportRule", ADMIN);
            case CREATE_CONNECTOR -> new AuditOperation("New-" + connector(event), ADMIN);
            case CHANGE_CONNECTOR -> new AuditOperation("Set-" + connector(event), ADMIN);
            case CHANGE_REMOTE_DOMAIN -> new AuditOperation("Set-RemoteDomain", ADMIN);
            case READ_MAIL -> new AuditOperation("MailItemsAccessed", AGGREGATED);
            case SEND_MAIL -> new AuditOperation("Send", ITEM);
            case SEARCH -> new AuditOperation("SearchQueryInitiatedExchange", ITEM);
            default ->
                new AuditOperation(
                        event.activity().displayName().isEmpty()
                                ? ""
                                : event.activity().displayName() + ".",
                        DIRECTORY);
        };
    }

    private static String connector(TenantEvent event) {
        var inbound = Json.text(event.after(), "direction").orElse("outbound").equals("inbound");
        return inbound ? "InboundConnector" : "OutboundConnector";
    }

    private static String transportRule(TenantEvent event) {
        return Json.text(event.after(), "State")
                .map(state -> state.equals("Disabled") ? "Disable-TransportRule" : "Enable-TransportRule")
                .orElse("Set-TransportRule");
    }

    private static String delegate(String verb, TenantEvent event) {
        var facts = event.after().isEmpty() ? event.before() : event.after();
        var sendAs = Json.text(facts, "AccessRights").orElse("").equalsIgnoreCase("SendAs");
        return verb + (sendAs ? "-RecipientPermission" : "-MailboxPermission");
    }

    static AuditOperation of(ObjectKind kind, boolean throughOutlook) {
        return switch (kind) {
            case INBOX_RULE ->
                throughOutlook
                        ? new AuditOperation("UpdateInboxRules", ITEM)
                        : new AuditOperation("New-InboxRule", ADMIN);
            case FORWARDING -> new AuditOperation("Set-Mailbox", ADMIN);
            case DELEGATE -> new AuditOperation("Add-MailboxPermission", ADMIN);
            case FOLDER_PERMISSION -> new AuditOperation("AddFolderPermissions", ITEM);
            case CALENDAR_PUBLISHING -> new AuditOperation("Set-MailboxCalendarFolder", ADMIN);
            case AUTO_REPLY -> new AuditOperation("Set-MailboxAutoReplyConfiguration", ADMIN);
            case TRANSPORT_RULE -> new AuditOperation("New-TransportRule", ADMIN);
            case CONNECTOR -> new AuditOperation("New-OutboundConnector", ADMIN);
            case REMOTE_DOMAIN -> new AuditOperation("Set-RemoteDomain", ADMIN);
            case AUTHENTICATION_METHOD -> new AuditOperation("Update user.", DIRECTORY);
            case CONSENT -> new AuditOperation("Consent to application.", DIRECTORY);
            case APP_ROLE_ASSIGNMENT -> new AuditOperation("Add app role assignment grant to user.", DIRECTORY);
            case DEVICE -> new AuditOperation("Add device.", DIRECTORY);
            case ROLE -> new AuditOperation("Add member to role.", DIRECTORY);
        };
    }
}
