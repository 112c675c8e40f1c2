package dev.cordon.playbooks.casefile;

import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.SignInHistory;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SignIn;
import dev.cordon.tenant.SignInLog.Kind;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * The logs about one user since a time, each read or not.
 *
 * @param from since when, tenant time
 * @param interactive interactive sign-ins
 * @param nonInteractive non-interactive sign-ins
 * @param about directory events with the user as target
 * @param by directory events with the user as actor
 * @param mailbox changes of the user's mailbox, from the unified audit log
 */
public record Logs(
        Instant from,
        Attempt<List<SignIn>> interactive,
        Attempt<List<SignIn>> nonInteractive,
        Attempt<List<AuditEvent>> about,
        Attempt<List<AuditEvent>> by,
        Attempt<List<MailboxEvent>> mailbox) {
    /** How long each log may take to show a row, as documented and seen in practice; the log is not complete any later. */
    public static final Duration INTERACTIVE_DELAY = Duration.ofMinutes(15);

    /** For non-interactive sign-ins. */
    public static final Duration NON_INTERACTIVE_DELAY = Duration.ofMinutes(30);
    /** For directory audits. */
    public static final Duration AUDIT_DELAY = Duration.ofMinutes(15);

    /** For the unified audit log: an hour and a half is typical, nothing is promised. */
    public static final Duration UNIFIED_AUDIT_DELAY = Duration.ofMinutes(90);

    /** Reads all five at the same time. */
    public static Logs read(Tenant tenant, UserAccount user, Instant from) throws InterruptedException {
        String id = user.objectId();
        try (Together together = new Together()) {
            Future<Attempt<List<SignIn>>> interactive =
                    together.start(() -> Attempt.of(() -> tenant.signInLog().fetchSignIns(id, Kind.INTERACTIVE, from)));
            Future<Attempt<List<SignIn>>> nonInteractive = together.start(
                    () -> Attempt.of(() -> tenant.signInLog().fetchSignIns(id, Kind.NON_INTERACTIVE, from)));
            Future<Attempt<List<AuditEvent>>> about = together.start(
                    () -> Attempt.of(() -> tenant.directoryAudit().fetchAbout(id, from)));
            Future<Attempt<List<AuditEvent>>> by = together.start(
                    () -> Attempt.of(() -> tenant.directoryAudit().fetchBy(id, from)));
            Future<Attempt<List<MailboxEvent>>> mailbox =
                    together.start(() -> Attempt.of(() -> tenant.mailboxAudit().fetchChanges(user, from)));
            return new Logs(
                    from,
                    Together.result(interactive),
                    Together.result(nonInteractive),
                    Together.result(about),
                    Together.result(by),
                    Together.result(mailbox));
        }
    }

    /**
     * Draws what the logs say about somebody else being in the account.
     *
     * @param shared whether it is the account of a shared mailbox, which nobody signs in to
     */
    public AttackPicture picture(UserAccount user, boolean shared, Instant now) {
        SignInHistory history = SignInHistory.of(
                user.objectId(), rows(interactive), rows(nonInteractive), rows(about), rows(by), coverage(), now);
        return AttackPicture.draw(history.signedInByNobody(shared)
                .withMailboxChanges(
                        rows(mailbox),
                        coverage("unifiedAudit", mailbox, UNIFIED_AUDIT_DELAY),
                        user.userPrincipalName()));
    }

    /** What was read of each log, until when, and what was not. */
    public List<Coverage> coverage() {
        List<Coverage> all = new ArrayList<>();
        all.add(coverage("signIns", interactive, INTERACTIVE_DELAY));
        all.add(coverage("nonInteractive", nonInteractive, NON_INTERACTIVE_DELAY));
        all.add(coverage("directoryAudits", about, AUDIT_DELAY));
        if (by.findReading().isEmpty() || about.findReading().isPresent()) {
            all.add(coverage("directoryAudits", by, AUDIT_DELAY));
        }
        return all;
    }

    private <T> Coverage coverage(String source, Attempt<List<T>> attempt, Duration delay) {
        return switch (attempt) {
            case Attempt.Read<List<T>>(Reading<List<T>> reading) ->
                Coverage.of(source, from, Optional.of(reading.readAt().minus(delay)), reading);
            case Attempt.Unread<List<T>>(Failure failure) -> Coverage.notRead(source, from, failure.meaning());
        };
    }

    private static <T> List<T> rows(Attempt<List<T>> attempt) {
        return attempt.value().orElse(List.of());
    }
}
