package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes to a mailbox as the unified audit log has them: the only place that dates rules, forwarding and delegates. Rows arrive an hour
 * or more late, and "none found" holds only up to a time that allows for it.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/search-unifiedauditlog">Search-UnifiedAuditLog</a>
 */
public interface MailboxAudit {
    /** Operations that change a mailbox, as the log spells them. */
    List<String> OF_A_MAILBOX = List.of(
            "New-InboxRule",
            "Set-InboxRule",
            "Enable-InboxRule",
            "Disable-InboxRule",
            "Remove-InboxRule",
            "UpdateInboxRules",
            "New-SweepRule",
            "Set-SweepRule",
            "Enable-SweepRule",
            "Disable-SweepRule",
            "Remove-SweepRule",
            "Set-Mailbox",
            "Set-MailboxAuditBypassAssociation",
            "Add-MailboxPermission",
            "Remove-MailboxPermission",
            "Add-RecipientPermission",
            "Remove-RecipientPermission",
            "Add-MailboxFolderPermission",
            "Set-MailboxFolderPermission",
            "Remove-MailboxFolderPermission",
            "AddFolderPermissions",
            "ModifyFolderPermissions",
            "UpdateCalendarDelegation",
            "Set-MailboxAutoReplyConfiguration",
            "Set-MailboxCalendarFolder");

    /** Operations that turn everybody's mail, or the log itself: they name no mailbox, so they are kept whoever made them. */
    List<String> OF_THE_TENANT = List.of(
            "Enable-TransportRule",
            "New-InboundConnector",
            "New-OutboundConnector",
            "New-RemoteDomain",
            "New-TransportRule",
            "Set-AdminAuditLogConfig",
            "Set-InboundConnector",
            "Set-OutboundConnector",
            "Set-RemoteDomain",
            "Set-TransportRule");

    /**
     * Rules made, changed or removed, forwarding set, delegates and folder permissions added or removed, at or after {@code from}, oldest
     * first, each row once: events whose actor or object is the mailbox, and, whoever made them, transport rules, connectors and remote
     * domains made or changed, which turn the mail of all mailboxes, and auditing switched for the tenant. Permission: Exchange role View-Only
     * Audit Logs.
     *
     * @param user the account whose mailbox it is
     */
    Reading<List<MailboxEvent>> fetchChanges(UserAccount user, Instant from);

    /**
     * Whether the tenant writes a unified audit log at all; empty when the answer does not say. Where it does not, the log's silence proves
     * nothing.
     *
     * @see <a href="https://learn.microsoft.com/powershell/module/exchange/get-adminauditlogconfig">Get-AdminAuditLogConfig</a>
     */
    Reading<Optional<Boolean>> fetchIngestion();

    /**
     * Whether the account is exempt: what it does in mailboxes is not written down. Empty when the answer does not say.
     *
     * @see <a href="https://learn.microsoft.com/powershell/module/exchange/get-mailboxauditbypassassociation">Get-MailboxAuditBypassAssociation</a>
     */
    Reading<Optional<Boolean>> fetchExemption(UserAccount user);

    /**
     * One change. Texts are untrusted.
     *
     * @param id the row's id
     * @param at when it happened
     * @param operation for example New-InboxRule, Set-Mailbox, Add-MailboxPermission, UpdateInboxRules
     * @param actor the acting user as the log names it
     * @param clientIp where from, without the port; empty text when the row has none
     * @param object what was changed, for example {@code mailbox\\rule name}
     * @param parameters parameter or property name to value
     */
    record MailboxEvent(
            String id,
            Instant at,
            String operation,
            String actor,
            String clientIp,
            String object,
            Map<String, String> parameters) {
        public MailboxEvent {
            requireNonNull(id, "id is null");
            requireNonNull(at, "at is null");
            requireNonNull(operation, "operation is null");
            requireNonNull(actor, "actor is null");
            requireNonNull(clientIp, "clientIp is null");
            requireNonNull(object, "object is null");
            parameters = Map.copyOf(parameters);
        }
    }
}
