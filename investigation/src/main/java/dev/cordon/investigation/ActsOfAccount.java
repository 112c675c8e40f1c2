package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the account changed in the directory since the attack began, from the directory audit: of an administrator's account everything may
 * be the attacker's.
 *
 * @param events the changes that succeeded, oldest first
 */
public record ActsOfAccount(List<AuditEvent> events) {
    private static final int MOST = 12;

    public ActsOfAccount {
        events = List.copyOf(events);
    }

    /** The account's doing in the window of {@code picture}, and whatever was done from the attacker's addresses. */
    public static ActsOfAccount in(AttackPicture picture) {
        requireNonNull(picture, "picture is null");
        return new ActsOfAccount(picture.audits().stream()
                .filter(event -> event.succeeded() && picture.isInWindow(event.at()))
                .filter(event -> event.actorId().equalsIgnoreCase(picture.userObjectId())
                        || (!event.actorIp().isBlank() && picture.isAttackerAddress(event.actorIp())))
                .sorted(Comparator.comparing(AuditEvent::at))
                .toList());
    }

    /** Those that changed something else than the account of {@code objectId}, whose own things, roles among them, the review deals with. */
    public ActsOfAccount beside(String objectId) {
        return new ActsOfAccount(events.stream()
                .filter(event -> !isOfNothingBut(objectId, event))
                .toList());
    }

    private static boolean isOfNothingBut(String objectId, AuditEvent event) {
        Set<String> touched = AuditedRole.of(event).beside(event);
        return !touched.isEmpty() && touched.stream().allMatch(objectId::equalsIgnoreCase);
    }

    /** Each with its time and what it was done to, what is untrusted quoted; empty text when there is none. */
    public String inWords() {
        String listed = events.stream().limit(MOST).map(ActsOfAccount::inWords).collect(Collectors.joining("; "));
        return events.size() > MOST
                ? listed + "; and " + (events.size() - MOST) + " more: 'cordon incident attack' lists all"
                : listed;
    }

    private static String inWords(AuditEvent event) {
        AuditedRole audited = AuditedRole.of(event);
        Set<String> touched = audited.beside(event);
        String role = audited.names().stream().map(Quote::of).sorted().collect(Collectors.joining(", "));
        String targets = event.targets().entrySet().stream()
                .filter(target -> touched.contains(target.getKey()))
                .map(target -> Quote.of(target.getValue().isBlank() ? target.getKey() : target.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
        String client = GivenRight.of(event).client();
        boolean isNamed = client.isEmpty() || event.targets().containsKey(client);
        return Quote.of(event.activity()) + (targets.isEmpty() ? "" : " on " + targets)
                + (role.isEmpty() ? "" : ", role " + role)
                + (isNamed ? "" : " for the application with the object id " + Quote.of(client)) + " at "
                + Minutes.of(event.at());
    }
}
