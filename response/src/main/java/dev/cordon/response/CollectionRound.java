package dev.cordon.response;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.Place;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One pass over sources. One thread. */
final class CollectionRound {
    /** Microsoft works on a query for minutes to hours. Behind this the search is asked beside it, or one that never ends would keep it away. */
    static final Duration LONGEST_QUERY = Duration.ofHours(6);

    private final SourceCollection sources;
    private final Instant now;
    private final Duration patience;
    private final List<Collected> asked = new ArrayList<>();
    private boolean interrupted;

    CollectionRound(SourceCollection sources, Instant now, Duration patience) {
        this.sources = sources;
        this.now = now;
        this.patience = patience;
    }

    /** Every source that was asked, as it stands then. */
    List<Collected> asked() {
        return List.copyOf(asked);
    }

    /** Whether this thread was interrupted: what is left is gone on with the next time. */
    boolean isInterrupted() {
        return interrupted;
    }

    /** Does something more, unless it was interrupted. */
    <T> List<T> then(Supplier<List<T>> more) {
        List<T> done = interrupted ? List.of() : more.get();
        interrupted |= Thread.currentThread().isInterrupted();
        return done;
    }

    /** Ends sources without asking, for what has to be known before could not be read. */
    void notAsked(List<CollectionPlan.Planned> planned, Failure unread) {
        for (CollectionPlan.Planned each : planned) {
            if (!sources.isUnread(each.source())) {
                asked.add(sources.notAsked(each, now, unread));
            }
        }
    }

    /**
     * The queries first, since Microsoft works on them meanwhile; the search only for what they did not bring. All are begun before one is
     * read, so that whoever goes on after a death knows of each.
     */
    void all(List<CollectionPlan.Planned> planned) throws InterruptedException {
        boolean goesOn = wasCutOff(planned);
        List<CollectionPlan.Planned> wanted = planned.stream()
                .filter(each -> !isSearch(each) && !(goesOn && isEnded(each)))
                .filter(each -> !sources.isUnread(each.source()))
                .toList();
        for (CollectionPlan.Planned each : wanted) {
            sources.planned(each, now);
        }
        for (CollectionPlan.Planned each : wanted) {
            sources.known(each.source()).filter(_ -> !interrupted).ifPresent(this::read);
        }
        awaitQueries();
        for (CollectionPlan.Planned each : planned) {
            if (isSearch(each) && isWanted(each.source()) && !interrupted && !(goesOn && isEnded(each))) {
                read(each, now);
            }
        }
    }

    /** Whether an earlier pass was not brought to its end: then this one goes on with it, and asks nothing again that has ended. */
    private boolean wasCutOff(List<CollectionPlan.Planned> planned) {
        return planned.stream()
                .flatMap(each -> sources.known(each.source()).stream())
                .anyMatch(known -> known.progress().ending().isEmpty());
    }

    private boolean isEnded(CollectionPlan.Planned planned) {
        return sources.known(planned.source())
                .filter(known -> !known.progress().isUnfinished()
                        && !SourceCollection.asksForMore(planned, known)
                        && !(isSearch(planned) && isBehind(known)))
                .isPresent();
    }

    /** Whether the queries ask for time that this search was not asked for. */
    private boolean isBehind(Collected search) {
        return queries(search.source())
                .filter(queries -> !CollectionAftermath.covers(search, queries.progress()))
                .isPresent();
    }

    private Optional<Collected> queries(CollectionSource search) {
        return sources.known(queriesOf(search));
    }

    private static CollectionSource queriesOf(CollectionSource search) {
        return new CollectionSource(CollectedLog.AUDIT_LOG_QUERIES, search.of());
    }

    static boolean isSearch(CollectionPlan.Planned planned) {
        return planned.source().log() == CollectedLog.AUDIT_LOG_SEARCH;
    }

    /** Whatever is due, and whatever a death cut off. */
    void due(List<Collected> sourcesThen) {
        for (Collected then : sourcesThen) {
            // The search may have been read within the turn of its queries.
            Collected each = sources.known(then.source()).orElse(then);
            if (isDue(each.progress()) && !interrupted) {
                searchInstead(read(sources.takenUp(each, each.progress().until())));
            }
        }
    }

    private boolean isDue(CollectionProgress progress) {
        return progress.ending()
                .map(ending ->
                        ending.againAt().filter(again -> !again.isAfter(now)).isPresent())
                .orElse(true);
    }

    /** Where queries ended without the rows, the search follows them as far as they asked. */
    private void searchInstead(Collected queries) {
        var search = new CollectionSource(
                CollectedLog.AUDIT_LOG_SEARCH, queries.source().of());
        if (!interrupted
                && queries.progress().place() instanceof Place.AuditQueries(var position)
                && isWanted(search)
                && sources.known(search).map(this::isBehind).orElse(true)) {
            read(
                    new CollectionPlan.Planned(
                            search,
                            queries.progress().from(),
                            new Place.AuditSearch(AuditLogSearch.Position.start(position.question()))),
                    queries.progress().until());
        }
    }

    private void read(CollectionPlan.Planned search, Instant until) {
        Collected read = read(sources.planned(search, until));
        // What was in the middle of an earlier round has read no further than that one asked.
        if (!interrupted && !read.progress().isUnfinished() && isBehind(read)) {
            read(sources.planned(search, until));
        }
    }

    private Collected read(Collected begun) {
        Collected read = sources.read(begun);
        asked.removeIf(each -> each.source().equals(read.source()));
        asked.add(read);
        interrupted = Thread.currentThread().isInterrupted();
        return read;
    }

    /** Also where nobody can say any more how the queries stand. */
    private boolean isWanted(CollectionSource search) {
        boolean isWithout = sources.isUnread(queriesOf(search))
                || queries(search).filter(this::isWithoutRows).isPresent();
        return isWithout && !sources.isUnread(search);
    }

    /** Whether the queries ended without the rows, or Microsoft has been at them for too long. */
    private boolean isWithoutRows(Collected queries) {
        CollectionProgress progress = queries.progress();
        return progress.ending()
                .filter(ending -> switch (ending.outcome()) {
                    case COMPLETE, LATE -> false;
                    case CUT_OFF, NOT_PERMITTED, NOT_LICENSED -> true;
                    case STILL_RUNNING -> !isAwaited(progress, now);
                })
                .isPresent();
    }

    /** Whether Microsoft is at what was asked of it, for no longer than it may be, and is asked again. */
    static boolean isAwaited(CollectionProgress progress, Instant now) {
        return progress.ending()
                .filter(ending -> ending.outcome() == CollectionOutcome.STILL_RUNNING
                        && ending.againAt().isPresent()
                        && now.isBefore(progress.begunAt().plus(LONGEST_QUERY)))
                .isPresent();
    }

    private void awaitQueries() throws InterruptedException {
        Instant pausesLeft = Instant.EPOCH.plus(patience);
        for (Duration pause = Duration.ofSeconds(5); !interrupted; pause = longer(pause)) {
            List<Collected> running =
                    asked.stream().filter(CollectionRound::isRunning).toList();
            if (running.isEmpty() || pausesLeft.isBefore(Instant.EPOCH.plus(pause))) {
                return;
            }
            pausesLeft = pausesLeft.minus(pause);
            boolean ended = new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS);
            for (Collected each : running) {
                if (!ended && !interrupted) {
                    read(sources.takenUp(each, each.progress().until()));
                }
            }
        }
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(Duration.ofSeconds(30)) < 0 ? pause.plusSeconds(5) : pause;
    }

    private static boolean isRunning(Collected source) {
        return source.progress()
                .ending()
                .filter(ending -> ending.outcome() == CollectionOutcome.STILL_RUNNING)
                .isPresent();
    }
}
