package dev.cordon.store;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.task.Execution;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.schedule.Rechecks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Re-checks as db-scheduler's executions, named {@code INCIDENT/NAME}, whose execution time is tenant time. */
final class SqlRechecks implements Rechecks {
    private static final Duration PRECISION = Duration.ofMillis(1);

    private final Claims claims;

    SqlRechecks(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void schedule(IncidentId incident, String name, Instant dueAt) {
        TaskRepository repository = claims.repository();
        claims.translated(
                "Scheduling a re-check",
                () -> claims.createAndFind(repository, Claims.RECHECK, incident + "/" + name, dueAt)
                        .filter(execution -> !isKeptAs(execution.getExecutionTime(), dueAt))
                        .map(execution -> repository.reschedule(
                                execution, dueAt, execution.lastSuccess, execution.lastFailure, 0)));
    }

    /** Databases keep less of a time than it has, and what is scheduled again for the time it has must stay claimed by whoever carries it out. */
    private static boolean isKeptAs(Instant kept, Instant dueAt) {
        return Duration.between(kept, dueAt).abs().compareTo(PRECISION) < 0;
    }

    @Override
    public void cancel(IncidentId incident) {
        TaskRepository repository = claims.repository();
        executions(repository).stream()
                .filter(execution -> scheduled(execution).incident().equals(incident))
                .forEach(execution ->
                        claims.translated("Forgetting a re-check", () -> claims.complete(repository, execution)));
    }

    @Override
    public List<Scheduled> scheduled() {
        return executions(claims.repository()).stream()
                .map(SqlRechecks::scheduled)
                .toList();
    }

    @Override
    public List<Done> runDue(Instant tenantNow, Predicate<Scheduled> which, Recheck recheck) {
        TaskRepository repository = claims.repository();
        List<Done> done = new ArrayList<>();
        for (Execution execution : executions(repository)) {
            Scheduled scheduled = scheduled(execution);
            boolean due = !scheduled.dueAt().isAfter(tenantNow) && which.test(scheduled);
            Optional<Execution> claimed = due
                    ? claims.translated("Claiming a re-check", () -> claims.claim(repository, execution))
                    : Optional.empty();
            if (claimed.isPresent()) {
                done.add(carryOut(repository, claimed.get(), recheck));
            } else if (due) {
                held(repository, execution, tenantNow).ifPresent(done::add);
            }
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        return done;
    }

    /** Why it was not claimed; empty when it was carried out, given back or put off meanwhile. */
    private Optional<Done.Held> held(TaskRepository repository, Execution execution, Instant tenantNow) {
        return claims.translated(
                        "Reading who has a re-check",
                        () -> repository.getExecution(execution.getTaskName(), execution.getId()))
                .filter(now -> now.isPicked() && !now.getExecutionTime().isAfter(tenantNow))
                .map(now -> {
                    Optional<ProcessIdentity> holder = ProcessIdentity.parse(now.pickedBy);
                    return new Done.Held(
                            scheduled(now),
                            holder.map(ProcessIdentity::name).orElse(now.pickedBy),
                            holder.map(ProcessIdentity::since));
                });
    }

    @SuppressWarnings("InterruptedExceptionSwallowed") // restored, and told in the result
    private Done carryOut(TaskRepository repository, Execution claimed, Recheck recheck) {
        Scheduled scheduled = scheduled(claimed);
        try (Heartbeat _ = claims.keepAlive(repository, claimed)) {
            recheck.carryOut(scheduled);
        } catch (Exception e) {
            claims.translated("Keeping a re-check", () -> claims.release(repository, claimed));
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new Done.Failed(scheduled, e);
        }
        claims.translated("Ending a re-check", () -> claims.complete(repository, claimed));
        return new Done.CarriedOut(scheduled);
    }

    private List<Execution> executions(TaskRepository repository) {
        return claims
                .translated(
                        "Reading the re-checks",
                        () -> repository.getScheduledExecutions(ScheduledExecutionsFilter.all(), Claims.RECHECK))
                .stream()
                .sorted(Comparator.comparing(Execution::getExecutionTime))
                .toList();
    }

    private static Scheduled scheduled(Execution execution) {
        String[] parts = execution.getId().split("/", 2);
        return new Scheduled(new IncidentId(parts[0]), parts[1], execution.getExecutionTime());
    }
}
