package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import dev.cordon.tenant.SignIn;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything an {@link AttackPicture} is drawn from.
 *
 * @param userObjectId whose it is
 * @param signIns interactive and non-interactive sign-ins together, each row once, oldest first
 * @param audits directory events about the user and by the user, each once, oldest first
 * @param mailboxChanges changes to the user's mailbox from the unified audit log, each once, oldest first
 * @param userName the user's sign-in name as that log names actors; empty text when unknown
 * @param revocations when the user's sessions were revoked, as far as known
 * @param coverage how much of each log that is; a log that could not be read stands here too
 * @param signedInByNobody whether nobody signs in to the account day by day: a shared mailbox's, which people use through their own, or one for emergencies
 * @param now the tenant time of drawing
 */
public record SignInHistory(
        String userObjectId,
        List<SignIn> signIns,
        List<AuditEvent> audits,
        List<MailboxEvent> mailboxChanges,
        String userName,
        List<Instant> revocations,
        List<Coverage> coverage,
        boolean signedInByNobody,
        Instant now) {
    public SignInHistory {
        requireNonNull(userObjectId, "userObjectId is null");
        requireNonNull(now, "now is null");
        signIns = onceEach(signIns.stream(), SignIn::id, SignIn::at);
        audits = onceEach(audits.stream(), AuditEvent::id, AuditEvent::at);
        mailboxChanges = onceEach(mailboxChanges.stream(), MailboxEvent::id, MailboxEvent::at);
        requireNonNull(userName, "userName is null");
        revocations = revocations.stream().sorted().toList();
        coverage = List.copyOf(coverage);
    }

    /** A history from the separate listings. */
    public static SignInHistory of(
            String userObjectId,
            List<SignIn> interactive,
            List<SignIn> nonInteractive,
            List<AuditEvent> about,
            List<AuditEvent> by,
            List<Coverage> coverage,
            Instant now) {
        return new SignInHistory(
                userObjectId,
                Stream.concat(interactive.stream(), nonInteractive.stream()).toList(),
                Stream.concat(about.stream(), by.stream()).toList(),
                List.of(),
                "",
                List.of(),
                coverage,
                false,
                now);
    }

    /** The same history, knowing that the sessions were revoked at these times. */
    public SignInHistory revokedAt(List<Instant> times) {
        return new SignInHistory(
                userObjectId, signIns, audits, mailboxChanges, userName, times, coverage, signedInByNobody, now);
    }

    /** The same history of an account that people use through their own accounts, and never sign in to, where {@code nobody} is true. */
    public SignInHistory signedInByNobody(boolean nobody) {
        return new SignInHistory(
                userObjectId, signIns, audits, mailboxChanges, userName, revocations, coverage, nobody, now);
    }

    /**
     * The same history with what the unified audit log says of the user's mailbox.
     *
     * @param changes the changes; empty where none were found or the log was not read
     * @param reach how much of the log that is, its source {@code unifiedAudit}
     * @param userPrincipalName the user's sign-in name, by which the log names actors
     */
    public SignInHistory withMailboxChanges(List<MailboxEvent> changes, Coverage reach, String userPrincipalName) {
        List<Coverage> sources =
                Stream.concat(coverage.stream(), Stream.of(reach)).toList();
        return new SignInHistory(
                userObjectId, signIns, audits, changes, userPrincipalName, revocations, sources, signedInByNobody, now);
    }

    private static <T> List<T> onceEach(
            Stream<T> rows, java.util.function.Function<T, String> id, java.util.function.Function<T, Instant> at) {
        Map<String, T> byId =
                rows.collect(Collectors.toMap(id, row -> row, (first, second) -> first, LinkedHashMap::new));
        return byId.values().stream().sorted(Comparator.comparing(at)).toList();
    }
}
