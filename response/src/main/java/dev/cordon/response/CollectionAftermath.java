package dev.cordon.response;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionProgress.Ending;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.procedure.journal.Recheck;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.procedure.schedule.Rechecks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What follows from how collections stand: when they are gone on with, and what is left for people. */
final class CollectionAftermath {
    /** What the re-checks are called that go on with collections, before their number. */
    static final String RECHECK = "collect-logs-";

    private static final String OPERATOR = "the operator";

    private static final Set<LogRecord.Log> JUDGEMENTS = Set.of(LogRecord.Log.RISK_DETECTIONS, LogRecord.Log.ALERTS);

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

    /** Has a death looked after: whatever is not read by then is gone on with. */
    void begin() {
        Instant at = now.get();
        if (scheduled(at).isEmpty()) {
            schedule(nextName(), at.plus(CollectionProgress.RETRY));
        }
    }

    /**
     * Journals what a death kept from it, schedules what is due next, and opens or closes the task.
     *
     * @param firstSeen when the attack was first seen; empty where nobody knows
     */
    void settle(KnownCollections known, Optional<Instant> firstSeen) {
        List<Collected> all = known.all();
        journal(all);
        scheduleAgain();
        next(all).ifPresent(this::schedule);
        RunState state = state();
        List<Collected> missing = missing(all);
        String left = text(missing, known, firstSeen);
        boolean isOpen = state.openTasks().containsKey(CollectLogs.TASK);
        // What was read and is not all was settled by whoever closed the task.
        boolean isLeftOut = missing.isEmpty()
                && known.unread().isEmpty()
                && !isOpen
                && state.chronicle().closedTasks().contains(CollectLogs.TASK);
        if (known.isEmpty() || isLeftOut) {
            return;
        }
        if (!left.isEmpty()) {
            open(state, left);
        } else if (isOpen) {
            append(new CaseEntry.TaskClosed(CollectLogs.TASK, "the logs were collected"));
        }
    }

    private void open(RunState state, String text) {
        boolean isSaid = Optional.ofNullable(state.openTasks().get(CollectLogs.TASK))
                .filter(task -> task.text().equals(text))
                .isPresent();
        if (!isSaid) {
            append(new CaseEntry.TaskOpened(CollectLogs.TASK, text, OPERATOR, false));
        }
    }

    /** A death between the place and the entry leaves the journal behind, which report and screen are read from. */
    private void journal(List<Collected> all) {
        List<LogCollection> told = state().chronicle().collections();
        all.stream()
                .filter(each -> each.progress().ending().isPresent())
                .map(SourceCollection::entry)
                .filter(ended ->
                        told.stream().flatMap(each -> each.ended().stream()).noneMatch(isSame(ended)))
                .forEach(this::append);
    }

    private static Predicate<CaseEntry.CollectionEnded> isSame(CaseEntry.CollectionEnded ended) {
        return told -> told.source().equals(ended.source())
                && told.of().equals(ended.of())
                && told.round() == ended.round()
                && told.outcome() == ended.outcome()
                && told.through().equals(ended.through())
                && told.againAt().equals(ended.againAt())
                && told.rows() == ended.rows();
    }

    /** Those that lack rows which another channel did not bring either. */
    static List<Collected> missing(List<Collected> all) {
        return all.stream().filter(each -> isMissing(each, all)).toList();
    }

    private Optional<Instant> next(List<Collected> all) {
        return all.stream()
                .flatMap(each -> each
                        .progress()
                        .ending()
                        .map(Ending::againAt)
                        .orElseGet(() -> Optional.of(now.get().plus(CollectionProgress.RETRY)))
                        .stream())
                .min(Instant::compareTo);
    }

    /** The journal knows of it, and a death may have kept it from whoever carries it out. One that is carried out right now is not touched. */
    private void scheduleAgain() {
        Set<String> known = workspace.rechecks().scheduled().stream()
                .filter(scheduled -> scheduled.incident().equals(incident))
                .map(Rechecks.Scheduled::name)
                .collect(Collectors.toSet());
        state().rechecksDue().stream()
                .filter(recheck -> isOurs(recheck.name()) && !known.contains(recheck.name()))
                .forEach(recheck -> workspace.rechecks().schedule(incident, recheck.name(), recheck.dueAt()));
    }

    private void schedule(Instant dueAt) {
        Optional<Recheck> scheduled = scheduled(now.get());
        if (scheduled.filter(recheck -> recheck.dueAt().equals(dueAt)).isEmpty()) {
            schedule(scheduled.map(Recheck::name).orElseGet(this::nextName), dueAt);
        }
    }

    /** Puts the re-check off, or schedules a new one. */
    void schedule(String name, Instant dueAt) {
        append(new CaseEntry.RecheckScheduled(name, dueAt));
        workspace.rechecks().schedule(incident, name, dueAt);
    }

    /** The next one of ours. One whose time has come may be the one that is carried out right now. */
    private Optional<Recheck> scheduled(Instant at) {
        return state().rechecksDue().stream()
                .filter(recheck -> isOurs(recheck.name()) && recheck.dueAt().isAfter(at))
                .findFirst();
    }

    /** Each has a name of its own: one that is carried out ends, and must not take the next one along. */
    private String nextName() {
        return RECHECK
                + (state().rechecks().keySet().stream()
                                .filter(CollectionAftermath::isOurs)
                                .count()
                        + 1);
    }

    /** Whether that re-check goes on with collections. */
    static boolean isOurs(String recheck) {
        return recheck.startsWith(RECHECK);
    }

    /** What one channel to a log could not bring is not missing where the other one did, for all of the same time. */
    private static boolean isMissing(Collected source, List<Collected> all) {
        return !isRead(source)
                && !isBought(source)
                && twin(source.source(), all)
                        .filter(CollectionAftermath::isRead)
                        .filter(twin -> covers(twin, source.progress()))
                        .isEmpty();
    }

    /** Whether rows of it may still come, or are missing: it is late, or was not read and no other channel stands for it. */
    static boolean isOpen(Collected source, List<Collected> all) {
        return isMissing(source, all)
                || source.progress()
                        .ending()
                        .filter(ending -> ending.outcome() == CollectionOutcome.LATE)
                        .isPresent();
    }

    /** What is there only where it was bought is missing nowhere else: nobody mends that tonight, and it is said where the collections stand. */
    private static boolean isBought(Collected source) {
        return JUDGEMENTS.contains(source.source().log().log())
                && source.progress()
                        .ending()
                        .filter(ending -> ending.outcome() == CollectionOutcome.NOT_LICENSED)
                        .isPresent();
    }

    private static boolean isRead(Collected source) {
        return source.progress()
                .ending()
                .map(Ending::outcome)
                .filter(CollectionOutcome::isRead)
                .isPresent();
    }

    /** Whether one asks for all the time that the other asks for, as far as rows of it were kept. */
    static boolean covers(Collected one, CollectionProgress other) {
        CollectionProgress asked = one.progress();
        boolean isFromTheBeginning = !asked.from().isAfter(other.from())
                || !asked.from().isAfter(one.source().log().oldest(asked.begunAt()));
        return isFromTheBeginning && !asked.until().isBefore(other.until());
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
                    MESSAGE_TRACE_ALL,
                    RISK_DETECTIONS,
                    ALERTS -> Optional.empty();
        };
        return other.flatMap(log -> all.stream()
                .filter(each -> each.source().equals(new CollectionSource(log, source.of())))
                .findFirst());
    }

    /** What is left for people; empty where nothing is. */
    private String text(List<Collected> missing, KnownCollections known, Optional<Instant> firstSeen) {
        List<String> left = Stream.of(
                        missing.stream().map(CollectionAftermath::told),
                        known.unread().stream().map(KnownCollections::told),
                        known.notAsked().stream().map(log -> "The " + Word.of(log) + " was not asked for."),
                        known.all().stream()
                                .filter(each -> !missing.contains(each) && isShort(each, firstSeen))
                                .map(each -> each.source() + ": asked for from "
                                        + each.progress().from().truncatedTo(ChronoUnit.SECONDS) + " on only."))
                .flatMap(Function.identity())
                .toList();
        return left.isEmpty()
                ? ""
                : "Not all logs were collected: " + String.join(" ", left)
                        + " Mend what is named and go on: cordon incident collect " + incident
                        + "; or export it by hand: cordon evidence import FILE --incident " + incident + ".";
    }

    /** The logs of which nobody ever wanted a row; what Microsoft makes of them is none. */
    static Set<LogRecord.Log> notAsked(List<Collected> all) {
        Set<LogRecord.Log> logs = EnumSet.noneOf(LogRecord.Log.class);
        Stream.of(CollectedLog.values()).map(CollectedLog::log).forEach(logs::add);
        logs.removeAll(JUDGEMENTS);
        all.forEach(each -> logs.remove(each.source().log().log()));
        return logs;
    }

    /** Whether it begins behind the attack's first sign although older rows are kept. */
    static boolean isShort(Collected source, Optional<Instant> firstSeen) {
        CollectionProgress progress = source.progress();
        Instant oldest = source.source().log().oldestWithoutPremium(progress.begunAt());
        return progress.from().isAfter(oldest)
                && firstSeen.map(progress.from()::isAfter).orElse(true);
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
