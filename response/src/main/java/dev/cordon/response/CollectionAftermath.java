package dev.cordon.response;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionProgress.Ending;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What follows from how collections stand: when they are gone on with, and what is left for people. */
final class CollectionAftermath {
    /** What the re-checks are called that go on with collections, before their number. */
    static final String RECHECK = "collect-logs-";

    private static final String OPERATOR = "the operator";

    private final Workspace workspace;
    private final IncidentId incident;
    private final Supplier<Instant> now;
    private final Actor actor;

    CollectionAftermath(Workspace workspace, IncidentId incident, Supplier<Instant> now, Actor actor) {
        this.workspace = workspace;
        this.incident = incident;
        this.now = now;
        this.actor = actor;
    }

    /** Schedules what is due next, and opens or closes the task. */
    void settle(List<Collected> all) {
        next(all).ifPresent(this::schedule);
        RunState state = state();
        List<Collected> missing = missing(all);
        if (!missing.isEmpty()) {
            String text = text(missing);
            boolean isSaid = Optional.ofNullable(state.openTasks().get(CollectLogs.TASK))
                    .filter(task -> task.text().equals(text))
                    .isPresent();
            if (!isSaid) {
                append(new CaseEntry.TaskOpened(CollectLogs.TASK, text, OPERATOR, false));
            }
        } else if (!all.isEmpty() && state.openTasks().containsKey(CollectLogs.TASK)) {
            append(new CaseEntry.TaskClosed(CollectLogs.TASK, "the logs were collected"));
        }
    }

    /** Those that lack rows which another channel did not bring either. */
    static List<Collected> missing(List<Collected> all) {
        return all.stream().filter(each -> isMissing(each, all)).toList();
    }

    private static Optional<Instant> next(List<Collected> all) {
        return all.stream()
                .flatMap(each -> each.progress().ending().stream())
                .flatMap(ending -> ending.againAt().stream())
                .min(Instant::compareTo);
    }

    /** Each has a name of its own: one that is carried out ends, and must not take the next one along. */
    private void schedule(Instant dueAt) {
        RunState state = state();
        Instant at = now.get();
        // One whose time has come may be the one that is carried out right now.
        boolean isScheduled = state.rechecksDue().stream()
                .anyMatch(recheck -> isOurs(recheck.name())
                        && recheck.dueAt().isAfter(at)
                        && !recheck.dueAt().isAfter(dueAt));
        if (!isScheduled) {
            long number = state.rechecks().keySet().stream()
                            .filter(CollectionAftermath::isOurs)
                            .count()
                    + 1;
            append(new CaseEntry.RecheckScheduled(RECHECK + number, dueAt));
            workspace.rechecks().schedule(incident, RECHECK + number, dueAt);
        }
    }

    /** Whether that re-check goes on with collections. */
    static boolean isOurs(String recheck) {
        return recheck.startsWith(RECHECK);
    }

    /** What one channel to a log could not bring is not missing where the other one did. */
    private static boolean isMissing(Collected source, List<Collected> all) {
        boolean isRead = outcome(source).filter(CollectionOutcome::isRead).isPresent();
        return !isRead
                && twin(source.source(), all)
                        .flatMap(CollectionAftermath::outcome)
                        .filter(CollectionOutcome::isRead)
                        .isEmpty();
    }

    private static Optional<Collected> twin(CollectionSource source, List<Collected> all) {
        Optional<CollectedLog> other = switch (source.log()) {
            case AUDIT_LOG_QUERIES -> Optional.of(CollectedLog.AUDIT_LOG_SEARCH);
            case AUDIT_LOG_SEARCH -> Optional.of(CollectedLog.AUDIT_LOG_QUERIES);
            case SIGN_INS_INTERACTIVE,
                    SIGN_INS_NON_INTERACTIVE,
                    SIGN_INS_SERVICE_PRINCIPAL,
                    DIRECTORY_AUDITS_TARGET,
                    DIRECTORY_AUDITS_ACTOR,
                    DIRECTORY_AUDITS_ALL,
                    MESSAGE_TRACE_SENT,
                    MESSAGE_TRACE_RECEIVED,
                    MESSAGE_TRACE_ALL -> Optional.empty();
        };
        return other.flatMap(log -> all.stream()
                .filter(each -> each.source().equals(new CollectionSource(log, source.of())))
                .findFirst());
    }

    private static Optional<CollectionOutcome> outcome(Collected source) {
        return source.progress().ending().map(Ending::outcome);
    }

    private String text(List<Collected> missing) {
        return "Not all logs were collected: "
                + missing.stream().map(CollectionAftermath::told).collect(Collectors.joining(" "))
                + " Mend what is named and go on: cordon incident collect " + incident
                + "; or export it by hand: cordon evidence import FILE --incident " + incident + ".";
    }

    private static String told(Collected source) {
        CollectionProgress progress = source.progress();
        return source.source() + ": "
                + progress.ending()
                        .map(ending -> Word.of(ending.outcome()) + ". " + ending.reason())
                        .orElse("was cut off and is not read to its end.");
    }

    private RunState state() {
        return RunState.of(workspace.journal().entries(incident));
    }

    private void append(CaseEntry entry) {
        workspace.journal().append(incident, now.get(), actor, entry);
    }
}
