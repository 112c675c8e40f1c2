package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody switched auditing. Texts are untrusted.
 *
 * @param at when
 * @param who who did it, as the log names him; empty text when it names nobody
 * @param from from which address; empty text when none is named
 * @param what the operation with what it set
 */
public record AuditSwitching(Instant at, String who, String from, String what) {
    private static final Set<String> SETTINGS =
            Set.of("unifiedauditlogingestionenabled", "adminauditlogenabled", "auditbypassenabled", "auditenabled");

    private static final List<String> OPERATIONS =
            List.of("set-adminauditlogconfig", "set-mailboxauditbypassassociation");

    public AuditSwitching {
        requireNonNull(at, "at is null");
        requireNonNull(who, "who is null");
        requireNonNull(from, "from is null");
        requireNonNull(what, "what is null");
    }

    /** Those among the rows of both logs that lie in time, oldest first. */
    static List<AuditSwitching> in(List<MailboxEvent> mailbox, List<AuditEvent> audits, Predicate<Instant> inTime) {
        return Stream.concat(
                        mailbox.stream()
                                .filter(MailboxOperations::switchesAudit)
                                .map(AuditSwitching::of),
                        audits.stream().filter(AuditSwitching::isSwitching).map(AuditSwitching::of))
                .filter(switching -> inTime.test(switching.at()))
                .sorted(Comparator.comparing(AuditSwitching::at))
                .toList();
    }

    private static boolean isSwitching(AuditEvent event) {
        String activity = event.activity().toLowerCase(Locale.ROOT);
        return event.succeeded() && OPERATIONS.stream().anyMatch(activity::contains);
    }

    private static AuditSwitching of(AuditEvent event) {
        return new AuditSwitching(
                event.at(),
                event.actorName().isBlank() ? event.actorId() : event.actorName(),
                event.actorIp(),
                event.activity());
    }

    private static AuditSwitching of(MailboxEvent event) {
        String set = event.parameters().entrySet().stream()
                .filter(entry -> SETTINGS.contains(entry.getKey().toLowerCase(Locale.ROOT)))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        return new AuditSwitching(
                event.at(),
                event.actor(),
                event.clientIp(),
                set.isEmpty() ? event.operation() : event.operation() + ": " + set);
    }

    /** It in a sentence's part, what is untrusted quoted. */
    public String inWords() {
        return Quote.of(what) + " at " + Minutes.of(at) + " by " + (who.isBlank() ? "nobody named" : Quote.of(who))
                + (from.isBlank() ? "" : " from " + Quote.of(from));
    }
}
