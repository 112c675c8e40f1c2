package dev.cordon.investigation.review;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the service does by itself. It is known by what the service alone writes: the type of the actor, and names that no user can have.
 * A name that anybody can give an application or an account clears nobody, and what a row does not say is not taken for the service's.
 *
 * @see <a href="https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema">the types of users</a>
 */
final class Housekeeping {
    /** Microsoft's own people and machines in its data centres, and its services; spelled as a number or as a word. */
    private static final Set<String> SERVICE = Set.of("3", "4", "dcadmin", "system");

    /** The account under which Exchange's own processes work in mailboxes. */
    private static final String LOCAL_SYSTEM = "s-1-5-18";

    private static final Set<String> NOT_SYSTEM = Set.of("5", "6", "application", "serviceprincipal");

    /** The ids of Microsoft's first applications. Whoever registers an application is given a random one. */
    private static final Pattern MICROSOFTS =
            Pattern.compile("000000[0-9a-f]{2}-0000-0(?:000-c000|ff1-ce00)-000000000000", Pattern.CASE_INSENSITIVE);

    /** A command of Exchange's: a verb and what it is done to. The directory has dashes between words too. */
    private static final Pattern COMMAND = Pattern.compile("[a-z]+-[a-z0-9]+");

    private Housekeeping() {}

    /** Whether nobody's hand is in it. */
    static boolean isIt(Row row) {
        String actor = row.actor().strip().toLowerCase(Locale.ROOT);
        String type = row.detail().userType().strip().toLowerCase(Locale.ROOT);
        boolean isOfExchange = COMMAND.matcher(row.operation()).matches()
                || row.record().workload().toLowerCase(Locale.ROOT).startsWith("exchange");
        if (isOfExchange) {
            boolean isSystem = actor.equals(LOCAL_SYSTEM) && !NOT_SYSTEM.contains(type);
            return isSystem || (SERVICE.contains(type) && !Row.isPerson(actor));
        }
        // A service principal alone gives nobody anything; its keys and rights are rows of their own.
        boolean isOfMicrosoft = SERVICE.contains(type)
                || row.detail().audit().actorIds().stream()
                        .anyMatch(id -> MICROSOFTS.matcher(id).matches())
                || MICROSOFTS.matcher(row.value("appprincipalid")).matches();
        return row.operation().equals("add service principal")
                && isOfMicrosoft
                && !Row.isPerson(actor)
                && row.value("credential").isEmpty();
    }
}
