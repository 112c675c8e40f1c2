package dev.cordon.playbooks.casefile;

import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.AuditSwitch;
import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.SignInHistory;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.playbooks.preflight.PreFlightCard;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Mailbox;
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
import java.util.function.UnaryOperator;

/**
 * The logs about one user since a time, each read or not.
 *
 * @param from since when, tenant time
 * @param interactive interactive sign-ins
 * @param nonInteractive non-interactive sign-ins
 * @param about directory events with the user as target
 * @param by directory events with the user as actor
 * @param mailbox changes of the user's mailbox, from the unified audit log
 * @param ingestion whether the tenant writes that log
 * @param exemption whether the user is exempt from it
 */
public record Logs(
        Instant from,
        Attempt<List<SignIn>> interactive,
        Attempt<List<SignIn>> nonInteractive,
        Attempt<List<AuditEvent>> about,
        Attempt<List<AuditEvent>> by,
        Attempt<List<MailboxEvent>> mailbox,
        Attempt<Optional<Boolean>> ingestion,
        Attempt<Optional<Boolean>> exemption) {
    /** How long each log may take to show a row, as documented and seen in practice; the log is not complete any later. */
    public static final Duration INTERACTIVE_DELAY = Duration.ofMinutes(15);

    /** For non-interactive sign-ins. */
    public static final Duration NON_INTERACTIVE_DELAY = Duration.ofMinutes(30);
    /** For directory audits. */
    public static final Duration AUDIT_DELAY = Duration.ofMinutes(15);

    /** For the unified audit log: an hour and a half is typical, nothing is promised. */
    public static final Duration UNIFIED_AUDIT_DELAY = Duration.ofMinutes(90);

    /** Reads all of them at the same time. */
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
            Future<Attempt<Optional<Boolean>>> ingestion =
                    together.start(() -> Attempt.of(() -> tenant.mailboxAudit().fetchIngestion()));
            Future<Attempt<Optional<Boolean>>> exemption =
                    together.start(() -> Attempt.of(() -> tenant.mailboxAudit().fetchExemption(user)));
            return new Logs(
                    from,
                    Together.result(interactive),
                    Together.result(nonInteractive),
                    Together.result(about),
                    Together.result(by),
                    Together.result(mailbox),
                    Together.result(ingestion),
                    Together.result(exemption));
        }
    }

    /**
     * Draws what the logs say about somebody else being in the account.
     *
     * @param card what is known of the account; nobody signs in to that of a shared mailbox
     */
    public AttackPicture picture(PreFlightCard card, Instant now) {
        UserAccount user = card.user();
        SignInHistory history = SignInHistory.of(
                user.objectId(), rows(interactive), rows(nonInteractive), rows(about), rows(by), coverage(), now);
        return AttackPicture.draw(history.signedInByNobody(card.isSignedInToByNobody())
                .withMailboxChanges(rows(mailbox), unifiedAudit(card), user.userPrincipalName()));
    }

    private Coverage unifiedAudit(PreFlightCard card) {
        Coverage read = coverage("unifiedAudit", mailbox, UNIFIED_AUDIT_DELAY);
        List<String> doubts = auditSwitches(card).stream()
                .flatMap(one -> one.doubt().stream())
                .toList();
        return doubts.isEmpty() ? read : read.doubted(String.join(" ", doubts));
    }

    /** Whether the unified audit log can show what happened in the mailbox. Where there is no mailbox, only the log itself is asked about. */
    public List<AuditSwitch> auditSwitches(PreFlightCard card) {
        AuditSwitch organisation = auditSwitch(AuditSwitch.Place.ORGANISATION, ingestion, on -> on);
        if (card.is(Circumstance.NO_MAILBOX)) {
            return List.of(organisation);
        }
        return List.of(
                organisation,
                auditSwitch(AuditSwitch.Place.ACCOUNT, exemption, exempt -> !exempt),
                auditSwitch(
                        AuditSwitch.Place.MAILBOX,
                        switch (card.mailbox()) {
                            case Attempt.Read<Optional<Mailbox>>(Reading<Optional<Mailbox>> read) ->
                                new Attempt.Read<>(read.map(box -> box.flatMap(Mailbox::auditEnabled)));
                            case Attempt.Unread<Optional<Mailbox>>(Failure failure) -> new Attempt.Unread<>(failure);
                        },
                        on -> on));
    }

    private static AuditSwitch auditSwitch(
            AuditSwitch.Place place, Attempt<Optional<Boolean>> attempt, UnaryOperator<Boolean> writes) {
        return switch (attempt) {
            case Attempt.Unread<Optional<Boolean>>(Failure failure) ->
                AuditSwitch.unread(place, failure.meaning() + " " + failure.remedy());
            case Attempt.Read<Optional<Boolean>>(Reading<Optional<Boolean>> read) ->
                read.isComplete()
                        ? AuditSwitch.read(place, read.value().map(writes))
                        : AuditSwitch.unread(place, "The answer was not whole.");
        };
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
