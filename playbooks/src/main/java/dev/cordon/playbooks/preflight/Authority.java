package dev.cordon.playbooks.preflight;

import static dev.cordon.playbooks.preflight.AdministratorRole.AUTHENTICATION_ADMINISTRATOR;
import static dev.cordon.playbooks.preflight.AdministratorRole.DIRECTORY_READERS;
import static dev.cordon.playbooks.preflight.AdministratorRole.GLOBAL_ADMINISTRATOR;
import static dev.cordon.playbooks.preflight.AdministratorRole.GROUPS_ADMINISTRATOR;
import static dev.cordon.playbooks.preflight.AdministratorRole.GUEST_INVITER;
import static dev.cordon.playbooks.preflight.AdministratorRole.HELPDESK_ADMINISTRATOR;
import static dev.cordon.playbooks.preflight.AdministratorRole.MESSAGE_CENTER_READER;
import static dev.cordon.playbooks.preflight.AdministratorRole.PASSWORD_ADMINISTRATOR;
import static dev.cordon.playbooks.preflight.AdministratorRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR;
import static dev.cordon.playbooks.preflight.AdministratorRole.REPORTS_READER;
import static dev.cordon.playbooks.preflight.AdministratorRole.USAGE_SUMMARY_REPORTS_READER;
import static dev.cordon.playbooks.preflight.AdministratorRole.USER_ADMINISTRATOR;

import dev.cordon.tenant.RoleHoldings;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may reset whose password, computed before the first write so that a refusal is known at once and not at minute three.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/users#who-can-reset-passwords">Who can reset passwords</a>
 */
final class Authority {
    private static final Set<AdministratorRole> MAY_ACT_ON_ANYBODY =
            EnumSet.of(GLOBAL_ADMINISTRATOR, PRIVILEGED_AUTHENTICATION_ADMINISTRATOR);
    private static final Set<AdministratorRole> MAY_ACT = EnumSet.of(
            GLOBAL_ADMINISTRATOR,
            PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
            USER_ADMINISTRATOR,
            AUTHENTICATION_ADMINISTRATOR);
    private static final Set<AdministratorRole> UNDER_USER_ADMINISTRATOR = EnumSet.of(
            DIRECTORY_READERS,
            GUEST_INVITER,
            PASSWORD_ADMINISTRATOR,
            MESSAGE_CENTER_READER,
            REPORTS_READER,
            USAGE_SUMMARY_REPORTS_READER,
            HELPDESK_ADMINISTRATOR,
            USER_ADMINISTRATOR,
            GROUPS_ADMINISTRATOR);
    private static final Set<AdministratorRole> UNDER_AUTHENTICATION_ADMINISTRATOR = EnumSet.of(
            DIRECTORY_READERS,
            GUEST_INVITER,
            PASSWORD_ADMINISTRATOR,
            MESSAGE_CENTER_READER,
            REPORTS_READER,
            USAGE_SUMMARY_REPORTS_READER,
            AUTHENTICATION_ADMINISTRATOR);

    private Authority() {}

    /** Why {@code callerRoles} may not reset the password of who holds {@code target}; empty when they may. */
    static Optional<String> refusal(Set<String> callerRoles, RoleHoldings target, boolean managementRestricted) {
        Set<AdministratorRole> caller = EnumSet.noneOf(AdministratorRole.class);
        callerRoles.forEach(id -> AdministratorRole.find(id).ifPresent(caller::add));
        if (managementRestricted) {
            return Optional.of(
                    "The account is in a restricted-management administrative unit: only a role assigned for that unit may act.");
        }
        if (caller.stream().anyMatch(MAY_ACT_ON_ANYBODY::contains)) {
            return Optional.empty();
        }
        List<String> above = outranking(caller, target);
        if (!above.isEmpty()) {
            return Optional.of("The account is protected by " + String.join(", ", above)
                    + "; a Privileged Authentication Administrator or Global Administrator must act.");
        }
        if (!isWithoutRole(callerRoles)) {
            return Optional.empty();
        }
        return Optional.of("We hold neither User Administrator nor Authentication Administrator.");
    }

    /** Whether {@code callerRoles} allow to reset nobody's password. */
    static boolean isWithoutRole(Set<String> callerRoles) {
        return callerRoles.stream()
                .flatMap(id -> AdministratorRole.find(id).stream())
                .noneMatch(MAY_ACT::contains);
    }

    private static List<String> outranking(Set<AdministratorRole> caller, RoleHoldings target) {
        Set<AdministratorRole> allowed = EnumSet.noneOf(AdministratorRole.class);
        if (caller.contains(USER_ADMINISTRATOR)) {
            allowed.addAll(UNDER_USER_ADMINISTRATOR);
        }
        if (caller.contains(AUTHENTICATION_ADMINISTRATOR)) {
            allowed.addAll(UNDER_AUTHENTICATION_ADMINISTRATOR);
        }
        List<String> roles = target.roles().stream()
                .filter(role -> AdministratorRole.find(role.templateId())
                        .map(known -> !allowed.contains(known))
                        .orElse(true))
                .map(role -> "the role " + role.displayName())
                .distinct()
                .toList();
        if (!roles.isEmpty() || target.roleAssignableGroups().isEmpty()) {
            return roles;
        }
        return List.of("membership of a role-assignable group");
    }
}
