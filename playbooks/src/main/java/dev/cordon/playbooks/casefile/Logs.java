package dev.cordon.playbooks.casefile;

import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.SignInHistory;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SignIn;
import dev.cordon.tenant.SignInLog.Kind;
import dev.cordon.tenant.Tenant;
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
 */
public record Logs(
        Instant from,
        Attempt<List<SignIn>> interactive,
        Attempt<List<SignIn>> nonInteractive,
        Attempt<List<AuditEvent>> about,
        Attempt<List<AuditEvent>> by) {
    /** How long each log may take to show a row, as documented and seen in practice; the log is not complete any later. */
    public static final Duration INTERACTIVE_DELAY = Duration.ofMinutes(15);

    /** For non-interactive sign-ins. */
    public static final Duration NON_INTERACTIVE_DELAY = Duration.ofMinutes(30);
    /** For directory audits. */
    public static final Duration AUDIT_DELAY = Duration.ofMinutes(15);

    /** Reads all four at the same time. */
    public static Logs read(Tenant tenant, String objectId, Instant from) throws InterruptedException {
        try (Together together = new Together()) {
            Future<Attempt<List<SignIn>>> interactive = together.start(
                    () -> Attempt.of(() -> tenant.signInLog().fetchSignIns(objectId, Kind.INTERACTIVE, from)));
            Future<Attempt<List<SignIn>>> nonInteractive = together.start(
                    () -> Attempt.of(() -> tenant.signInLog().fetchSignIns(objectId, Kind.NON_INTERACTIVE, from)));
            Future<Attempt<List<AuditEvent>>> about = together.start(
                    () -> Attempt.of(() -> tenant.directoryAudit().fetchAbout(objectId, from)));
            Future<Attempt<List<AuditEvent>>> by = together.start(
                    () -> Attempt.of(() -> tenant.directoryAudit().fetchBy(objectId, from)));
            return new Logs(
                    from,
                    Together.result(interactive),
                    Together.result(nonInteractive),
                    Together.result(about),
                    Together.result(by));
        }
    }

    /** Draws what the logs say about somebody else being in the account. */
    public AttackPicture picture(String objectId, Instant now) {
        return AttackPicture.draw(SignInHistory.of(
                objectId, rows(interactive), rows(nonInteractive), rows(about), rows(by), coverage(), now));
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

    /** Both sign-in listings as one; rows of a log that was not read are missing, which {@link #coverage} tells. */
    public List<SignIn> signIns() {
        List<SignIn> all = new ArrayList<>(rows(interactive));
        all.addAll(rows(nonInteractive));
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
