package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.wire.Bucket;
import dev.cordon.microsoft365.wire.TokenClaims;
import java.util.List;
import java.util.Set;

/**
 * What the tenant must have granted for an operation: the least permission first, then those that include it, and the directory roles.
 *
 * @see <a href="https://learn.microsoft.com/graph/permissions-reference">Permissions reference</a>
 */
@SuppressWarnings("ImmutableEnumChecker") // Every field is an immutable copy.
enum Need {
    READ_USERS(
            Bucket.IDENTITY,
            "Global Reader",
            Set.of(),
            "User.Read.All",
            "User.ReadWrite.All",
            "Directory.Read.All",
            "Directory.ReadWrite.All"),
    READ_DIRECTORY(Bucket.IDENTITY, "Global Reader", Set.of(), "Directory.Read.All", "Directory.ReadWrite.All"),
    READ_ROLES(
            Bucket.IDENTITY,
            "Global Reader",
            Set.of(),
            "RoleManagement.Read.Directory",
            "Directory.Read.All",
            "RoleManagement.ReadWrite.Directory",
            "RoleManagement.Read.All",
            "Directory.ReadWrite.All"),
    READ_ELIGIBILITY(
            Bucket.IDENTITY,
            "Global Reader",
            Set.of(),
            "RoleEligibilitySchedule.Read.Directory",
            "RoleManagement.Read.Directory",
            "RoleManagement.Read.All",
            "RoleEligibilitySchedule.ReadWrite.Directory",
            "RoleManagement.ReadWrite.Directory"),
    READ_ORGANIZATION(
            Bucket.IDENTITY,
            "Global Reader",
            Set.of(),
            "Organization.Read.All",
            "Directory.Read.All",
            "Directory.ReadWrite.All"),
    READ_LICENCES(
            Bucket.IDENTITY,
            "Global Reader",
            Set.of(),
            "LicenseAssignment.Read.All",
            "Organization.Read.All",
            "Directory.Read.All",
            "Directory.ReadWrite.All"),
    READ_DOMAINS(Bucket.IDENTITY, "Global Reader", Set.of(), "Domain.Read.All", "Directory.Read.All"),
    REVOKE_SESSIONS(
            Bucket.IDENTITY,
            "User Administrator, or Privileged Authentication Administrator where the target is an administrator",
            Roles.RESET,
            "User.RevokeSessions.All",
            "User.ReadWrite.All",
            "Directory.ReadWrite.All"),
    ENABLE_ACCOUNT(
            Bucket.IDENTITY,
            "User Administrator, or Privileged Authentication Administrator where the target is an administrator",
            Roles.RESET,
            "User.EnableDisableAccount.All",
            "User.ReadWrite.All",
            "Directory.ReadWrite.All"),
    SET_PASSWORD(
            Bucket.IDENTITY,
            "User Administrator, or Privileged Authentication Administrator where the target is an administrator",
            Roles.RESET,
            "User-PasswordProfile.ReadWrite.All",
            "User.ReadWrite.All",
            "Directory.ReadWrite.All"),
    RESET_PASSWORD(
            Bucket.IDENTITY,
            "Authentication Administrator, or Privileged Authentication Administrator where the target is an"
                    + " administrator",
            Roles.RESET,
            "UserAuthenticationMethod.ReadWrite.All",
            "UserAuthMethod-Password.ReadWrite.All"),
    READ_METHODS(
            Bucket.IDENTITY,
            "Authentication Administrator or Global Reader",
            Roles.METHODS_READ,
            "UserAuthenticationMethod.Read.All",
            "UserAuthenticationMethod.ReadWrite.All"),
    DELETE_METHODS(
            Bucket.IDENTITY,
            "Authentication Administrator, or Privileged Authentication Administrator where the target is an"
                    + " administrator",
            Roles.METHODS,
            "UserAuthenticationMethod.ReadWrite.All"),
    ADD_METHODS(
            Bucket.IDENTITY,
            "Authentication Administrator, or Privileged Authentication Administrator where the target is an administrator",
            Roles.METHODS,
            "UserAuthenticationMethod.ReadWrite.All",
            "UserAuthMethod-Phone.ReadWrite.All",
            "UserAuthMethod-Email.ReadWrite.All"),
    ISSUE_PASS(
            Bucket.IDENTITY,
            "Authentication Administrator, or Privileged Authentication Administrator where the target is an"
                    + " administrator",
            Roles.METHODS,
            "UserAuthMethod-TAP.ReadWrite.All",
            "UserAuthenticationMethod.ReadWrite.All"),
    READ_MAIL(Bucket.IDENTITY, "", Set.of(), "Mail.Read", "Mail.ReadWrite"),
    CHANGE_MAIL(Bucket.IDENTITY, "", Set.of(), "Mail.ReadWrite"),
    SEND_MAIL(Bucket.IDENTITY, "", Set.of(), "Mail.Send"),
    READ_RULES(Bucket.IDENTITY, "", Set.of(), "MailboxSettings.Read", "MailboxSettings.ReadWrite"),
    CHANGE_RULES(Bucket.IDENTITY, "", Set.of(), "MailboxSettings.ReadWrite"),
    READ_GRANTS(
            Bucket.IDENTITY,
            "Global Reader",
            Set.of(),
            "Directory.Read.All",
            "DelegatedPermissionGrant.ReadWrite.All",
            "Directory.ReadWrite.All"),
    READ_DEVICES(
            Bucket.IDENTITY, "Global Reader", Set.of(), "User.Read.All", "Directory.Read.All", "User.ReadWrite.All"),
    CHANGE_GRANTS(
            Bucket.IDENTITY,
            "Cloud Application Administrator",
            Roles.APPLICATIONS,
            "DelegatedPermissionGrant.ReadWrite.All",
            "Directory.ReadWrite.All"),
    CHANGE_ASSIGNMENTS(
            Bucket.IDENTITY,
            "Cloud Application Administrator",
            Roles.APPLICATIONS,
            "AppRoleAssignment.ReadWrite.All",
            "Directory.ReadWrite.All"),
    CHANGE_APPLICATIONS(
            Bucket.IDENTITY,
            "Cloud Application Administrator",
            Roles.APPLICATIONS,
            "Application.ReadWrite.All",
            "Directory.ReadWrite.All"),
    CHANGE_DEVICES(
            Bucket.IDENTITY,
            "Cloud Device Administrator",
            Roles.DEVICES,
            "Device.ReadWrite.All",
            "Directory.AccessAsUser.All"),
    CHANGE_ROLES(Bucket.IDENTITY, "Privileged Role Administrator", Roles.ROLES, "RoleManagement.ReadWrite.Directory"),
    CHANGE_ELIGIBILITY(
            Bucket.IDENTITY,
            "Privileged Role Administrator",
            Roles.ROLES,
            "RoleEligibilitySchedule.ReadWrite.Directory",
            "RoleManagement.ReadWrite.Directory"),
    READ_LOGS(Bucket.REPORTS, "Security Reader, Reports Reader or Global Reader", Roles.LOGS, "AuditLog.Read.All"),
    QUERY_AUDIT(
            Bucket.AUDIT_QUERIES,
            "Audit Reader",
            Set.of(),
            "AuditLogsQuery.Read.All",
            "AuditLogsQuery-Entra.Read.All",
            "AuditLogsQuery-Exchange.Read.All",
            "AuditLogsQuery-SharePoint.Read.All",
            "AuditLogsQuery-OneDrive.Read.All",
            "AuditLogsQuery-Endpoint.Read.All",
            "AuditLogsQuery-CRM.Read.All"),
    READ_RISK(
            Bucket.IDENTITY_PROTECTION,
            "Security Reader or Global Reader",
            Roles.LOGS,
            "IdentityRiskyUser.Read.All",
            "IdentityRiskyUser.ReadWrite.All"),
    READ_DETECTIONS(
            Bucket.IDENTITY_PROTECTION,
            "Security Reader or Global Reader",
            Roles.LOGS,
            "IdentityRiskEvent.Read.All",
            "IdentityRiskEvent.ReadWrite.All"),
    READ_ALERTS(
            Bucket.ALERTS,
            "Security Reader or Global Reader",
            Roles.LOGS,
            "SecurityAlert.Read.All",
            "SecurityAlert.ReadWrite.All"),
    READ_INCIDENTS(
            Bucket.INCIDENTS,
            "Security Reader or Global Reader",
            Roles.LOGS,
            "SecurityIncident.Read.All",
            "SecurityIncident.ReadWrite.All"),
    READ_SCORES(
            Bucket.ALERTS, "Security Reader", Roles.LOGS, "SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"),
    HUNT(Bucket.HUNTING, "Security Reader", Roles.LOGS, "ThreatHunting.Read.All"),
    SUBMIT_THREATS(Bucket.SUBMISSIONS, "Security Administrator", Set.of(), "ThreatSubmission.ReadWrite.All"),
    OPEN_CHATS(Bucket.TEAMS, "", Set.of(), "Chat.Create", "Chat.ReadWrite"),
    POST_TO_CHATS(Bucket.TEAMS, "", Set.of(), "ChatMessage.Send", "Chat.ReadWrite");

    private final Bucket bucket;
    private final String role;
    private final Set<String> roleTemplateIds;
    private final List<String> permissions;

    Need(Bucket bucket, String role, Set<String> roleTemplateIds, String... permissions) {
        this.bucket = bucket;
        this.role = role;
        this.roleTemplateIds = roleTemplateIds;
        this.permissions = List.of(permissions);
    }

    Bucket bucket() {
        return bucket;
    }

    /** The least permission, for the remedy. */
    String permission() {
        return permissions.getFirst();
    }

    /** The directory role, for the remedy; empty text when no role helps. */
    String role() {
        return role;
    }

    boolean isPermitted(TokenClaims claims) {
        return permissions.stream().anyMatch(claims.permissions()::contains);
    }

    /** Whether the caller holds one of the roles that allow this on somebody. */
    boolean hasRole(TokenClaims claims) {
        return roleTemplateIds.stream().anyMatch(claims.roleTemplateIds()::contains);
    }

    /** Whether who the target is matters beside who the caller is. */
    boolean isAboutRank() {
        return switch (this) {
            case REVOKE_SESSIONS,
                    ENABLE_ACCOUNT,
                    SET_PASSWORD,
                    RESET_PASSWORD,
                    DELETE_METHODS,
                    ADD_METHODS,
                    ISSUE_PASS,
                    READ_METHODS -> true;
            case READ_USERS,
                    READ_DIRECTORY,
                    READ_ROLES,
                    READ_ELIGIBILITY,
                    READ_ORGANIZATION,
                    READ_LICENCES,
                    READ_DOMAINS,
                    READ_MAIL,
                    CHANGE_MAIL,
                    SEND_MAIL,
                    READ_RULES,
                    CHANGE_RULES,
                    READ_GRANTS,
                    READ_DEVICES,
                    CHANGE_GRANTS,
                    CHANGE_ASSIGNMENTS,
                    CHANGE_APPLICATIONS,
                    CHANGE_DEVICES,
                    CHANGE_ROLES,
                    CHANGE_ELIGIBILITY,
                    READ_LOGS,
                    QUERY_AUDIT,
                    READ_RISK,
                    READ_DETECTIONS,
                    READ_ALERTS,
                    READ_INCIDENTS,
                    READ_SCORES,
                    HUNT,
                    SUBMIT_THREATS,
                    OPEN_CHATS,
                    POST_TO_CHATS -> false;
        };
    }
}
