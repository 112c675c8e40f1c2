package dev.cordon.playbooks.casefile;

import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SignInLog.Kind;
import dev.cordon.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Until when a log is complete. Nothing in the service says so; this errs early: the documented delay, or three times the delay that the
 * log itself shows now, whichever is longer, and never past an event of our own that has not appeared yet.
 */
public final class LogReach {
    private static final int SAFETY = 3;

    /** The directory writes its audit row at the time of the change, give or take its clock. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private LogReach() {}

    /** Until when the sign-in log of {@code kind}, read at {@code readAt}, is complete; costs one request. */
    public static Instant ofSignIns(Tenant tenant, Kind kind, Instant readAt, Duration documentedDelay) {
        Optional<Instant> newest = Attempt.of(() -> tenant.signInLog().fetchNewest(kind))
                .findReading()
                .flatMap(Reading::value);
        Duration seen = newest.map(at -> Duration.between(at, readAt)).orElse(Duration.ZERO);
        Duration safe = seen.multipliedBy(SAFETY);
        return readAt.minus(safe.compareTo(documentedDelay) > 0 ? safe : documentedDelay);
    }

    /** Until when the audit log is complete, given the revocations that we know we made. */
    public static Instant ofAudits(
            List<AuditEvent> events, Collection<Instant> ownRevocations, Instant readAt, Duration documentedDelay) {
        Instant documented = readAt.minus(documentedDelay);
        return ownRevocations.stream()
                .filter(own -> events.stream().noneMatch(event -> isNear(event.at(), own)))
                .map(own -> own.minus(SKEW))
                .filter(documented::isAfter)
                .min(Instant::compareTo)
                .orElse(documented);
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(SKEW) <= 0;
    }
}
