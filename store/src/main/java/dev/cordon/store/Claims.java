package dev.cordon.store;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ScheduledTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** db-scheduler's executions and its claims on them, used inline. Safe for many threads and many processes. */
final class Claims {
    static final String INCIDENT_RUN = "incident-run";
    static final String RECHECK = "recheck";

    private final Dialect dialect;
    private final InstantSource wallTime;
    private final ClaimPace pace;

    Claims(Dialect dialect, InstantSource wallTime, ClaimPace pace) {
        this.dialect = dialect;
        this.wallTime = wallTime;
        this.pace = pace;
    }

    /** db-scheduler's view of the database, under this process's name as of now. */
    TaskRepository repository() {
        SchedulerName name =
                new SchedulerName.Fixed(ProcessIdentity.own(wallTime.instant()).text());
        return new JdbcTaskRepository(
                dialect.dataSource(),
                false,
                dialect.scheduler(),
                JdbcTaskRepository.DEFAULT_TABLE_NAME,
                new TaskResolver(
                        SchedulerListeners.NOOP,
                        wallTime::instant,
                        List.of(
                                Tasks.oneTime(INCIDENT_RUN).execute((_, _) -> {}),
                                Tasks.oneTime(RECHECK).execute((_, _) -> {}))),
                name,
                false,
                wallTime::instant);
    }

    /** Makes the execution exist, and tells how it stands. */
    Optional<Execution> createAndFind(TaskRepository repository, String task, String instance, Instant due) {
        repository.createIfNotExists(new ScheduledTaskInstance(new TaskInstance<>(task, instance), due));
        return repository.getExecution(task, instance);
    }

    /** Claims a free execution, or one whose holder is lost; empty when somebody else has it or was quicker. */
    Optional<Execution> claim(TaskRepository repository, Execution execution) {
        if (!execution.isPicked()) {
            return repository.pick(execution, wallTime.instant());
        }
        if (!isLost(execution)
                || !repository.reschedule(
                        execution,
                        execution.getExecutionTime(),
                        execution.lastSuccess,
                        execution.lastFailure,
                        execution.consecutiveFailures)) {
            return Optional.empty();
        }
        return repository
                .getExecution(execution.getTaskName(), execution.getId())
                .filter(free -> !free.isPicked())
                .flatMap(free -> repository.pick(free, wallTime.instant()));
    }

    /**
     * Whether the holder is gone: at once when it was a process of this machine, otherwise by its heartbeat. One that lies further in the future
     * than a heartbeat lasts is nobody's, for it would hold the claim for ever, unless its process is seen to live: then the clock was put back.
     */
    boolean isLost(Execution execution) {
        Optional<ProcessIdentity> holder = ProcessIdentity.parse(execution.pickedBy);
        boolean gone = holder.map(ProcessIdentity::isGone).orElse(false);
        boolean livesHere = holder.map(ProcessIdentity::livesHere).orElse(false);
        return gone || !isAlive(execution.lastHeartbeat, livesHere);
    }

    private boolean isAlive(@Nullable Instant heartbeat, boolean livesHere) {
        if (heartbeat == null) {
            return false;
        }
        Duration age = Duration.between(heartbeat, wallTime.instant());
        boolean isOfTheFuture = age.compareTo(pace.lapse().negated()) < 0;
        return isOfTheFuture ? livesHere : age.compareTo(pace.lapse()) <= 0;
    }

    /** Takes the execution away, unless it was rescheduled or taken over meanwhile; tells whether it did. */
    boolean complete(TaskRepository repository, Execution claimed) {
        boolean unchanged = repository
                .getExecution(claimed.getTaskName(), claimed.getId())
                .map(now -> now.version == claimed.version && Objects.equals(now.pickedBy, claimed.pickedBy))
                .orElse(false);
        if (unchanged) {
            repository.remove(claimed);
        }
        return unchanged;
    }

    /** Gives the claim back and leaves the execution as due as it was. */
    boolean release(TaskRepository repository, Execution claimed) {
        return repository.reschedule(
                claimed,
                claimed.getExecutionTime(),
                claimed.lastSuccess,
                wallTime.instant(),
                claimed.consecutiveFailures + 1);
    }

    /** Runs something that uses the repository, and says what its database errors mean. */
    <T> T translated(String tried, Supplier<T> work) {
        try {
            return dialect.undisturbed(work);
        } catch (SQLRuntimeException e) {
            throw e.getCause() instanceof SQLException cause
                    ? dialect.failure(tried, cause)
                    : new StoreException(StoreException.Reason.FAILED, tried, e);
        }
    }

    /** Keeps the claim alive until it is closed, or somebody else has taken it over. */
    Heartbeat keepAlive(TaskRepository repository, Execution claimed) {
        return new Heartbeat(pace.heartbeat(), () -> repository.updateHeartbeat(claimed, wallTime.instant()));
    }
}
