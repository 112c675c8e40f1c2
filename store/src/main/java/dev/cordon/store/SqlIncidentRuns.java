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
        Optional<Execution> holder =
                repository.getExecution(Claims.INCIDENT_RUN, incident.value()).filter(Execution::isPicked);
        Optional<ProcessIdentity> process = holder.flatMap(execution -> ProcessIdentity.parse(execution.pickedBy));
        return new IncidentClaimedException(
                incident,
                process.map(ProcessIdentity::name).orElse("another process"),
                process.map(ProcessIdentity::since).orElse(now));
    }
}
