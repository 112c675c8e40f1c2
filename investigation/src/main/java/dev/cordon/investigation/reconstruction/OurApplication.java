package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The application as which Cordon signs in, by its exact ids: whoever likes can give an application our name. What was done with its identity is
 * ours only as far as nobody stole it: what was done while Cordon was not at work is told apart ({@link #wasAtWork}).
 *
 * @param clientIds its client id, wherever we signed in with another one all of them
 * @param objectIds the object ids of its service principal; empty where that could not be learned
 * @param atWork when the journal shows Cordon at work in the tenant, tenant time
 */
public record OurApplication(Set<String> clientIds, Set<String> objectIds, NavigableSet<Instant> atWork) {
    /** We came as a person, or it was not written down as whom. */
    public static final OurApplication NONE = new OurApplication(Set.of(), Set.of(), new TreeSet<>());

    /** Between what is written down lies a long answer, and the log has its times from another clock. */
    private static final Duration MARGIN = Duration.ofMinutes(15);

    /** How the audit log writes an application as its user. */
    private static final String PREFIX = "serviceprincipal_";

    private static final Set<String> PERSONS = Set.of("0", "regular");

    public OurApplication {
        clientIds = plain(clientIds);
        objectIds = plain(objectIds);
        requireNonNull(atWork, "atWork is null");
        atWork = Collections.unmodifiableNavigableSet(new TreeSet<>(atWork));
    }

    private static Set<String> plain(Collection<String> ids) {
        return ids.stream().map(Names::plain).filter(id -> !id.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether anything of it is known. */
    public boolean isKnown() {
        return !clientIds.isEmpty() || !objectIds.isEmpty();
    }

    /** Whether the journal shows us at work about that time. */
    boolean wasAtWork(Instant at) {
        Instant before = atWork.floor(at);
        Instant after = atWork.ceiling(at);
        return (before != null && !before.plus(MARGIN).isBefore(at))
                || (after != null && !after.minus(MARGIN).isAfter(at));
    }

    /** Whether it was done with our application's identity, whoever held it. */
    boolean did(EvidenceRow row) {
        if (!isKnown()) {
            return false;
        }
        return switch (row.record().log()) {
            case DIRECTORY_AUDIT, SIGN_INS -> row.isOfApplication() && isNamedBy(row.client(), row.principal());
            case AUDIT_LOG -> didByAuditLog(row);
            case MESSAGE_TRACE, RISK_DETECTIONS, ALERTS -> false;
        };
    }

    /** Microsoft's logs leave out one of the two ids; none that stands there may be another's. */
    private boolean isNamedBy(String client, String principal) {
        boolean others = (!client.isEmpty() && !clientIds.contains(client))
                || (!principal.isEmpty() && !objectIds.isEmpty() && !objectIds.contains(principal));
        return !others && (clientIds.contains(client) || objectIds.contains(principal));
    }

    /** Our client id alone proves nothing where a person is signed in: he may use our application, and the attacker in his name. */
    private boolean didByAuditLog(EvidenceRow row) {
        String actor = row.actor();
        String id = actor.startsWith(PREFIX) ? actor.substring(PREFIX.length()) : actor;
        return clientIds.contains(id)
                || objectIds.contains(id)
                || (clientIds.contains(row.client()) && !mayBePerson(row));
    }

    private static boolean mayBePerson(EvidenceRow row) {
        return row.actor().isEmpty()
                || row.actor().contains("@")
                || row.actor().startsWith("s-1-")
                || PERSONS.contains(Names.plain(row.detail().userType()));
    }
}
