package dev.cordon.investigation.review;

import java.util.List;
import java.util.stream.Stream;

/**
 * The operations that a review asks the unified audit log for, as that log spells them: everything that persists and stands in no log of the
 * directory's. Accesses to mail and files, of which there are millions, are left to an incident.
 */
public final class AuditLogOperations {
    /** A rule of data loss prevention fitted something; counted, and no finding. */
    public static final String LOSS_PREVENTION = "DlpRuleMatch";

    private static final List<String> PERSISTENCE = List.of(
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
            "Add-MailboxPermission",
            "Remove-MailboxPermission",
            "Add-RecipientPermission",
            "Remove-RecipientPermission",
            "Add-MailboxFolderPermission",
            "Set-MailboxFolderPermission",
            "Remove-MailboxFolderPermission",
            "AddFolderPermissions",
            "ModifyFolderPermissions",
            "UpdateFolderPermissions",
            "RemoveFolderPermissions",
            "UpdateCalendarDelegation",
            "Set-MailboxCalendarFolder",
            "Set-MailboxAutoReplyConfiguration",
            "New-TransportRule",
            "Set-TransportRule",
            "Enable-TransportRule",
            "Disable-TransportRule",
            "Remove-TransportRule",
            "New-JournalRule",
            "Set-JournalRule",
            "Enable-JournalRule",
            "Disable-JournalRule",
            "Remove-JournalRule",
            "New-InboundConnector",
            "Set-InboundConnector",
            "Remove-InboundConnector",
            "New-OutboundConnector",
            "Set-OutboundConnector",
            "Remove-OutboundConnector",
            "New-RemoteDomain",
            "Set-RemoteDomain",
            "Remove-RemoteDomain",
            "Add-RoleGroupMember",
            "Remove-RoleGroupMember",
            "New-ManagementRoleAssignment",
            "Remove-ManagementRoleAssignment",
            "Set-AdminAuditLogConfig",
            "Set-OrganizationConfig",
            "Set-MailboxAuditBypassAssociation",
            "New-UnifiedAuditLogRetentionPolicy",
            "Set-UnifiedAuditLogRetentionPolicy",
            "Remove-UnifiedAuditLogRetentionPolicy",
            "New-MailboxSearch",
            "Set-MailboxSearch",
            "Start-MailboxSearch",
            "New-ComplianceSearch",
            "Start-ComplianceSearch",
            "New-ComplianceSearchAction",
            "SearchCreated",
            "SearchStarted",
            "SearchExported",
            "SearchExportDownloaded",
            "New-MailboxExportRequest",
            "AnonymousLinkCreated",
            "AnonymousLinkUpdated",
            "AnonymousLinkRemoved",
            "SharingInvitationCreated",
            "AddedToSecureLink",
            "RemovedFromSecureLink",
            LOSS_PREVENTION);

    private static final List<String> SIGN_INS = List.of("UserLoggedIn", "UserLoginFailed");

    private AuditLogOperations() {}

    /** What is asked for; sign-ins too, where the log of sign-ins cannot be read. */
    public static List<String> names(boolean withSignIns) {
        return withSignIns
                ? Stream.concat(PERSISTENCE.stream(), SIGN_INS.stream()).toList()
                : PERSISTENCE;
    }
}
