package dev.cordon.simulator.mailbox;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;

/** The settings of a mailbox nobody has touched. */
final class MailboxDefaults {

    private MailboxDefaults() {}

    static JsonObject settings(boolean audited, boolean auditBypass, boolean litigationHold) {
        return Json.object(
                "ForwardingSmtpAddress",
                null,
                "ForwardingAddress",
                null,
                "DeliverToMailboxAndForward",
                false,
                "AuditEnabled",
                audited,
                "AuditBypassEnabled",
                auditBypass,
                "LitigationHoldEnabled",
                litigationHold,
                "SingleItemRecoveryEnabled",
                true,
                "RetainDeletedItemsFor",
                "14.00:00:00",
                "HiddenFromAddressListsEnabled",
                false,
                "ImapEnabled",
                true,
                "PopEnabled",
                true,
                "SmtpClientAuthenticationDisabled",
                true,
                "ActiveSyncEnabled",
                true,
                "OWAEnabled",
                true,
                "EwsEnabled",
                true,
                "MAPIEnabled",
                true,
                "AutoReplyState",
                "Disabled",
                "AutoReplyExternalAudience",
                "All",
                "AutoReplyInternalMessage",
                "",
                "AutoReplyExternalMessage",
                "");
    }
}
