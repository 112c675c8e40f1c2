package dev.cordon.simulator.identity;

import dev.cordon.simulator.scenario.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What applications are consented to.
 *
 * @see <a href="https://learn.microsoft.com/graph/permissions-reference">Graph permissions reference</a>
 */
public final class Permissions {

    /** The one Exchange application role that works for cmdlets. */
    public static final String EXCHANGE_AS_APP = "Exchange.ManageAsApp";

    /** The delegated Exchange scope. */
    public static final String EXCHANGE_MANAGE = "Exchange.Manage";

    private static final List<String> READ = List.of(
            "Directory.Read.All",
            "User.Read.All",
            "AuditLog.Read.All",
            "UserAuthenticationMethod.Read.All",
            "Policy.Read.All",
            "AuditLogsQuery-Entra.Read.All",
            "AuditLogsQuery-Exchange.Read.All",
            "AuditLogsQuery.Read.All",
            "SecurityIncident.Read.All",
            "SecurityAlert.Read.All",
            "ExchangeMessageTrace.Read.All",
            "MailboxSettings.Read",
            "ThreatHunting.Read.All",
            "IdentityRiskyUser.Read.All",
            "IdentityRiskEvent.Read.All",
            "SecurityEvents.Read.All",
            "RoleManagement.Read.Directory",
            "RoleEligibilitySchedule.Read.Directory",
            "Domain-InternalFederation.Read.All");

    private static final List<String> RESPOND = List.of(
            "User.RevokeSessions.All",
            "User.EnableDisableAccount.All",
            "User-PasswordProfile.ReadWrite.All",
            "UserAuthenticationMethod.ReadWrite.All",
            "DelegatedPermissionGrant.ReadWrite.All",
            "SecurityIncident.ReadWrite.All",
            "Mail.Send",
            "AppRoleAssignment.ReadWrite.All",
            "Application.ReadWrite.All",
            "Device.ReadWrite.All",
            "MailboxSettings.ReadWrite",
            "Mail.ReadWrite",
            "IdentityRiskyUser.ReadWrite.All",
            "ThreatSubmission.ReadWrite.All",
            "eDiscovery.ReadWrite.All",
            "Policy.ReadWrite.AuthenticationMethod",
            "User.ReadWrite.All",
            "User.DeleteRestore.All");

    private static final List<String> ONLY_DELEGATED =
            List.of("Chat.Create", "ChatMessage.Send", "Directory.AccessAsUser.All");

    private static final List<String> ONLY_APPLICATION = List.of("Mail.ReadBasic.All", "Mail.Read");

    private Permissions() {}

    /** The Graph scopes the application may ask for in somebody's name. */
    public static Set<String> delegated(Application application) {
        return graph(application, ONLY_DELEGATED);
    }

    /** The Graph roles the application has by itself. */
    public static Set<String> application(Application application) {
        return graph(application, ONLY_APPLICATION);
    }

    /** What it may do at Exchange in somebody's name. */
    public static Set<String> exchangeDelegated(Application application) {
        return exchange(application, EXCHANGE_MANAGE);
    }

    /** What it may do at Exchange by itself. */
    public static Set<String> exchangeApplication(Application application) {
        return exchange(application, EXCHANGE_AS_APP);
    }

    /** What Microsoft's own client applications get in the name of any person who signs in. */
    public static Set<String> firstParty() {
        return Set.of(
                "User.Read",
                "Mail.ReadWrite",
                "Mail.Send",
                "MailboxSettings.ReadWrite",
                "Files.ReadWrite.All",
                "UserAuthenticationMethod.ReadWrite",
                "DelegatedPermissionGrant.ReadWrite.All",
                "Directory.AccessAsUser.All");
    }

    private static Set<String> graph(Application application, List<String> more) {
        var all = new LinkedHashSet<String>();
        switch (application.profile()) {
            case NONE -> {}
            case READ_ONLY -> {
                all.addAll(READ);
                all.addAll(more.contains("Mail.Read") ? more : List.of());
            }
            case RESPOND -> {
                all.addAll(READ);
                all.addAll(RESPOND);
                all.addAll(more);
            }
            case LISTED -> all.addAll(application.permissions());
        }
        return all;
    }

    private static Set<String> exchange(Application application, String permission) {
        return switch (application.profile()) {
            case NONE -> Set.of();
            case READ_ONLY, RESPOND -> Set.of(permission);
            case LISTED -> application.permissions().contains(permission) ? Set.of(permission) : Set.of();
        };
    }
}
