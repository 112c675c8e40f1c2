package dev.cordon.response;

import static dev.cordon.playbooks.preflight.AdministratorRole.AUTHENTICATION_ADMINISTRATOR;
import static dev.cordon.playbooks.preflight.AdministratorRole.EXCHANGE_ADMINISTRATOR;
import static dev.cordon.playbooks.preflight.AdministratorRole.GLOBAL_ADMINISTRATOR;
import static dev.cordon.playbooks.preflight.AdministratorRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR;
import static dev.cordon.playbooks.preflight.AdministratorRole.USER_ADMINISTRATOR;

import dev.cordon.playbooks.preflight.AdministratorRole;
import dev.cordon.tenant.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which directory roles and permissions a caller lacks for a response, and which for the collection of logs after it and for the review of a
 * tenant, and what will not work without them, as far as his token shows.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/users#who-can-reset-passwords">Who can reset passwords</a>
 */
public final class MissingRights {
    private MissingRights() {}

    /** A role that does, any one of them, and what does not work without. */
    private record RoleNeed(String without, List<AdministratorRole> anyOf) {}

    /** Permissions of which any one does, the first being the least, and what does not work without. */
    private record PermissionNeed(String without, List<String> anyOf) {}

    /** What is missing, a sentence each, what is merely useful the last; empty when nothing is. */
    public static List<String> of(Caller caller) {
        List<String> missing = new ArrayList<>();
        if (caller.roleTemplateIds().isEmpty()) {
            missing.add("Which directory roles we hold could not be seen: the token names none.");
        } else {
            roles().stream()
                    .filter(need -> !holdsAny(caller.roleTemplateIds(), need))
                    .map(need -> "Directory role missing: "
                            + need.anyOf().stream()
                                    .map(AdministratorRole::displayName)
                                    .collect(Collectors.joining(" or "))
                            + ". Without it: " + need.without() + ".")
                    .forEach(missing::add);
        }
        permissions(caller).stream()
                .filter(need -> need.anyOf().stream().noneMatch(caller.graphPermissions()::contains))
                .map(need -> "Graph permission missing: " + String.join(" or ", need.anyOf()) + ". Without it: "
                        + need.without() + ".")
                .forEach(missing::add);
        optional().stream()
                .filter(need -> need.anyOf().stream().noneMatch(caller.graphPermissions()::contains))
                .map(need -> "Optional Graph permission missing: "
                        + need.anyOf().getFirst() + ". Without it " + need.without() + ".")
                .forEach(missing::add);
        mail(caller).ifPresent(missing::add);
        return missing;
    }

    /** Of whoever signs in himself no permission does. */
    private static Optional<String> mail(Caller caller) {
        boolean isApplication = caller.kind() == Caller.Kind.APPLICATION;
        boolean mayRead =
                isApplication && Stream.of("Mail.Read", "Mail.ReadWrite").anyMatch(caller.graphPermissions()::contains);
        return mayRead
                ? Optional.empty()
                : Optional.of("Optional Graph permission missing: Mail.Read"
                        + (isApplication ? "" : " of an application that signs in with a certificate")
                        + ". Without it no copy of a mail that the rows of logs name is sealed.");
    }

    private static boolean holdsAny(Set<String> held, RoleNeed need) {
        return need.anyOf().stream().anyMatch(role -> held.stream().anyMatch(role.templateId()::equalsIgnoreCase));
    }

    private static List<RoleNeed> roles() {
        return List.of(
                new RoleNeed(
                        "no password can be reset and no account blocked",
                        List.of(
                                USER_ADMINISTRATOR,
                                AUTHENTICATION_ADMINISTRATOR,
                                PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
                                GLOBAL_ADMINISTRATOR)),
                new RoleNeed(
                        "the attacker's authentication methods cannot be removed",
                        List.of(
                                AUTHENTICATION_ADMINISTRATOR,
                                PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
                                GLOBAL_ADMINISTRATOR)),
                new RoleNeed(
                        "inbox rules, forwarding and delegates can neither be read nor removed",
                        List.of(EXCHANGE_ADMINISTRATOR, GLOBAL_ADMINISTRATOR)));
    }

    private static List<PermissionNeed> optional() {
        return List.of(
                new PermissionNeed(
                        "the unified audit log is read by Exchange's search alone, which is slower",
                        List.of("AuditLogsQuery.Read.All")),
                new PermissionNeed(
                        "the detections of Identity Protection are not collected",
                        List.of("IdentityRiskEvent.Read.All", "IdentityRiskEvent.ReadWrite.All")),
                new PermissionNeed(
                        "the alerts of Microsoft's security products are not collected",
                        List.of("SecurityAlert.Read.All", "SecurityAlert.ReadWrite.All")),
                new PermissionNeed(
                        "a review of the tenant does not see the incidents of Microsoft Defender",
                        List.of("SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All")),
                new PermissionNeed(
                        "a review of the tenant does not see its Secure Score",
                        List.of("SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All")));
    }

    private static List<PermissionNeed> permissions(Caller caller) {
        return List.of(
                new PermissionNeed(
                        "sessions cannot be revoked",
                        List.of("User.RevokeSessions.All", "User.ReadWrite.All", "Directory.ReadWrite.All")),
                caller.kind() == Caller.Kind.APPLICATION
                        ? new PermissionNeed(
                                "the password cannot be reset",
                                List.of(
                                        "User-PasswordProfile.ReadWrite.All",
                                        "User.ReadWrite.All",
                                        "Directory.ReadWrite.All"))
                        : new PermissionNeed(
                                "the password cannot be reset",
                                List.of(
                                        "UserAuthenticationMethod.ReadWrite.All",
                                        "UserAuthMethod-Password.ReadWrite.All")),
                new PermissionNeed(
                        "authentication methods cannot be removed", List.of("UserAuthenticationMethod.ReadWrite.All")),
                new PermissionNeed(
                        "sign-in log and directory audit cannot be read, so nothing can be verified",
                        List.of("AuditLog.Read.All")),
                new PermissionNeed(
                        "consents and role assignments cannot be read",
                        List.of("Directory.Read.All", "Directory.ReadWrite.All")));
    }
}
