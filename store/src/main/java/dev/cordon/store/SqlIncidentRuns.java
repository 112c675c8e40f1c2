package dev.cordon.store;

import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.task.Execution;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.schedule.IncidentClaimedException;
import dev.cordon.procedure.schedule.IncidentRuns;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs incidents inline under db-scheduler's claim. */
final class SqlIncidentRuns implements IncidentRuns {
    /** What the name of a claim on the collecting of logs begins with, before the incident. */
    static final String COLLECTING = "collect/";

    private final Claims claims;
    private final HeldClaims held;
    private final InstantSource wallTime;

    SqlIncidentRuns(Claims claims, HeldClaims held, InstantSource wallTime) {
        this.claims = claims;
        this.held = held;
        this.wallTime = wallTime;
    }

    @Override
    public <T> T claimAndRun(IncidentId incident, Callable<T> work) throws Exception {
        TaskRepository repository = claims.repository();
        Execution claimed = claims.translated("Claiming " + incident, () -> claim(repository, incident));
        held.hold(incident, claimed);
        try (Heartbeat _ = claims.keepAlive(repository, claimed)) {
            return work.call();
        } finally {
            held.letGo(incident);
            claims.translated(
                    "Recording that the run of " + incident + " has ended", () -> claims.complete(repository, claimed));
        }
    }

    @Override
    public <T> T claimAndCollect(IncidentId incident, Callable<T> work) throws Exception {
        TaskRepository repository = claims.repository();
        String instance = COLLECTING + incident;
        Execution claimed = claims.translated("Claiming the logs of " + incident, () -> {
            Instant now = wallTime.instant();
            return claims.createAndFind(repository, Claims.INCIDENT_RUN, instance, now)
                    .flatMap(found -> claims.claim(repository, found))
                    .orElseThrow(() -> {
                        Optional<ProcessIdentity> holder = holder(repository, instance);
                        return IncidentClaimedException.collecting(incident, name(holder), since(holder, now));
                    });
        });
        try (Heartbeat _ = claims.keepAlive(repository, claimed)) {
            return work.call();
        } finally {
            claims.translated(
                    "Recording that the logs of " + incident + " are not collected any more",
                    () -> claims.complete(repository, claimed));
        }
    }

    private Execution claim(TaskRepository repository, IncidentId incident) {
        Instant now = wallTime.instant();
        if (held.isHeld(incident)) {
            throw refusal(repository, incident, now); // also while work goes on here whose claim was lost
        }
        Optional<Execution> execution = claims.createAndFind(repository, Claims.INCIDENT_RUN, incident.value(), now);
        Optional<Execution> claimed = execution.flatMap(found -> claims.claim(repository, found));
        return claimed.orElseThrow(() -> refusal(repository, incident, now));
    }

    private static IncidentClaimedException refusal(TaskRepository repository, IncidentId incident, Instant now) {
        Optional<ProcessIdentity> holder = holder(repository, incident.value());
        return new IncidentClaimedException(incident, name(holder), since(holder, now));
    }

    private static Optional<ProcessIdentity> holder(TaskRepository repository, String instance) {
        return repository
                .getExecution(Claims.INCIDENT_RUN, instance)
                .filter(Execution::isPicked)
                .flatMap(execution -> ProcessIdentity.parse(execution.pickedBy));
    }

    private static String name(Optional<ProcessIdentity> holder) {
        return holder.map(ProcessIdentity::name).orElse("another process");
    }

    private static Instant since(Optional<ProcessIdentity> holder, Instant now) {
        return holder.map(ProcessIdentity::since).orElse(now);
    }
}
