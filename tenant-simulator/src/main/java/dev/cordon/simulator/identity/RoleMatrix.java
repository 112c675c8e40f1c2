package dev.cordon.simulator.identity;

import dev.cordon.simulator.scenario.DirectoryRoles;
import java.util.Map;
import java.util.Set;

/**
 * Which administrator may act on whom, by directory roles.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions">who
 *     can reset passwords and perform sensitive actions</a>
 */
public final class RoleMatrix {

    private static final String GLOBAL = id("Global Administrator");
    private static final String PRIVILEGED_AUTHENTICATION = id("Privileged Authentication Administrator");
    private static final String AUTHENTICATION = id("Authentication Administrator");
    private static final String USER = id("User Administrator");
    private static final String HELPDESK = id("Helpdesk Administrator");
    private static final String PASSWORD = id("Password Administrator");
    private static final String READERS = id("Directory Readers");
    private static final String INVITER = id("Guest Inviter");
    private static final String MESSAGES = id("Message Center Reader");
    private static final String REPORTS = id("Reports Reader");
    private static final String USAGE = id("Usage Summary Reports Reader");
    private static final String GROUPS = id("Groups Administrator");

    /** Target roles that each actor's role reaches when it resets a password. */
    private static final Map<String, Set<String>> RESET = Map.of(
            PASSWORD, Set.of(READERS, INVITER, PASSWORD),
            HELPDESK, Set.of(READERS, INVITER, PASSWORD, MESSAGES, REPORTS, USAGE, HELPDESK),
            AUTHENTICATION, Set.of(READERS, INVITER, PASSWORD, MESSAGES, REPORTS, USAGE, AUTHENTICATION),
            USER, Set.of(READERS, INVITER, PASSWORD, MESSAGES, REPORTS, USAGE, HELPDESK, USER, GROUPS));

    /** Target roles that each actor's role reaches when it changes what is sensitive: enabled, deleted, methods. */
    private static final Map<String, Set<String>> SENSITIVE = Map.of(
            AUTHENTICATION, Set.of(AUTHENTICATION, READERS, INVITER, MESSAGES, PASSWORD, REPORTS, USAGE),
            USER, Set.of(READERS, GROUPS, INVITER, HELPDESK, MESSAGES, PASSWORD, REPORTS, USER, USAGE));

    /** Target roles that may be revoked beside by Helpdesk and Authentication administrators. */
    private static final Map<String, Set<String>> REVOKE = Map.of(
            HELPDESK, RESET.getOrDefault(HELPDESK, Set.of()),
            AUTHENTICATION, SENSITIVE.getOrDefault(AUTHENTICATION, Set.of()),
            USER, SENSITIVE.getOrDefault(USER, Set.of()));

    /** Roles that manage authentication methods. */
    private static final Map<String, Set<String>> METHODS =
            Map.of(AUTHENTICATION, SENSITIVE.getOrDefault(AUTHENTICATION, Set.of()));

    /** What an actor wants to do to a target. */
    public enum Act {
        RESET_PASSWORD,
        SENSITIVE_CHANGE,
        REVOKE_SESSIONS,
        MANAGE_METHODS
    }

    private RoleMatrix() {}

    /** Whether somebody of these active roles may do it to somebody of those. */
    public static boolean may(Act act, Set<String> actor, Set<String> target) {
        if (actor.contains(GLOBAL) || actor.contains(PRIVILEGED_AUTHENTICATION)) {
            return true;
        }
        Map<String, Set<String>> reach = reach(act);
        return actor.stream()
                .filter(reach::containsKey)
                .anyMatch(role -> reach.getOrDefault(role, Set.of()).containsAll(target));
    }

    private static Map<String, Set<String>> reach(Act act) {
        return switch (act) {
            case RESET_PASSWORD -> RESET;
            case SENSITIVE_CHANGE -> SENSITIVE;
            case REVOKE_SESSIONS -> REVOKE;
            case MANAGE_METHODS -> METHODS;
        };
    }

    private static String id(String name) {
        return DirectoryRoles.findTemplateId(name).orElseThrow();
    }
}
