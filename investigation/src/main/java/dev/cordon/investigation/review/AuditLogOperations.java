package dev.cordon.investigation.review;

import dev.cordon.tenant.MailboxAudit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The operations that a review asks the unified audit log for, as that log spells them: everything that persists and stands in no log of the
 * directory's. Accesses to mail and files, of which there are millions, are left to an incident.
 */
public final class AuditLogOperations {
    /** A rule of data loss prevention fitted something; counted, and no finding. */
    public static final String LOSS_PREVENTION = "DlpRuleMatch";

    /** Beside those that are asked for of one account. */
    private static final List<String> MORE = List.of(
            "UpdateFolderPermissions",
            "RemoveFolderPermissions",
            "Disable-TransportRule",
            "Remove-TransportRule",
            "New-JournalRule",
            "Set-JournalRule",
            "Enable-JournalRule",
            "Disable-JournalRule",
            "Remove-JournalRule",
            "Remove-InboundConnector",
            "Remove-OutboundConnector",
            "Remove-RemoteDomain",
            "Add-RoleGroupMember",
            "Remove-RoleGroupMember",
            "New-ManagementRoleAssignment",
            "Remove-ManagementRoleAssignment",
            "Set-OrganizationConfig",
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
        return Stream.of(
                        MailboxAudit.OF_A_MAILBOX,
                        MailboxAudit.OF_THE_TENANT,
                        MORE,
                        withSignIns ? SIGN_INS : List.<String>of())
                .flatMap(List::stream)
                .toList();
    }
}
