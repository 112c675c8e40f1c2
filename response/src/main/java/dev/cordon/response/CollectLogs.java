package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Word;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.Place;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.procedure.schedule.IncidentClaimedException;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.TenantException;
import dev.cordon.tenant.UserAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Collects Microsoft's logs into an incident after its account is contained: sealed as they came, their rows kept once each. What was begun and
 * not read to its end is gone on with, whatever ended it; what is late is asked again when it is due ({@link Watch}). Repeating it loses
 * nothing and keeps nothing twice.
 */
public final class CollectLogs {
    /** The task of an incident whose logs were not collected, or not all of them. */
    public static final String TASK = "collect-logs";

    private final Workspace workspace;

    public CollectLogs(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Whose rows are collected. */
    public enum Whose {
        /** Those that the account made, that name it, or that came from an address the attacker is known by. */
        ACCOUNT,
        /** All that the logs hold. */
        EVERYBODY
    }

    /**
     * What is collected.
     *
     * @param logs which logs
     * @param whose whose rows
     * @param from from when on; empty for what {@link CollectionPlan} says
     * @param patience how long Microsoft's own work is waited for, wall time
     * @param despite why it is done before the account is contained; empty when it need not be
     * @param mails how many of the mails that the rows name are asked for, none where it is 0
     * @param anew why the written places of these logs are left and they begin anew; empty where they are gone on with
     */
    public record Request(
            Set<LogRecord.Log> logs,
            Whose whose,
            Optional<Instant> from,
            Duration patience,
            Optional<String> despite,
            int mails,
            Optional<String> anew) {
        /** So many mails are asked for unless somebody says otherwise. */
        public static final int USUAL_MAILS = 50;

        public Request {
            logs = Set.copyOf(logs);
            requireNonNull(whose, "whose is null");
            requireNonNull(from, "from is null");
            requireNonNull(patience, "patience is null");
            requireNonNull(despite, "despite is null");
            if (mails < 0) {
                throw new IllegalArgumentException("mails is negative: " + mails);
            }
            requireNonNull(anew, "anew is null");
        }

        /** The same without mails, that goes on where it was. */
        public Request(
                Set<LogRecord.Log> logs,
                Whose whose,
                Optional<Instant> from,
                Duration patience,
                Optional<String> despite) {
            this(logs, whose, from, patience, despite, 0, Optional.empty());
        }

        /** Every log of the account, and the mails that their rows name. */
        public static Request ofAccount(Duration patience) {
            return new Request(
                    EnumSet.allOf(LogRecord.Log.class),
                    Whose.ACCOUNT,
                    Optional.empty(),
                    patience,
                    Optional.empty(),
                    USUAL_MAILS,
                    Optional.empty());
        }
    }

    /**
     * What came of it.
     *
     * @param sources every source that was asked now, as it stands
     * @param all every source of the incident, as it stands
     * @param mails how the sampling of mails ended, for each mailbox; none where it was not asked for
     * @param interrupted whether it was cut off; what is left is gone on with the next time
     */
    public record Collection(
            IncidentId incident,
            List<Collected> sources,
            List<Collected> all,
            List<CaseEntry.CollectionEnded> mails,
            boolean interrupted) {
        public Collection {
            requireNonNull(incident, "incident is null");
            sources = List.copyOf(sources);
            all = List.copyOf(all);
            mails = List.copyOf(mails);
        }

        /** Those that lack rows which another channel did not bring either. */
        public List<Collected> missing() {
            return CollectionAftermath.missing(all);
        }
    }

    /**
     * Collects.
     *
     * @param id as the operator typed it
     * @param signIn how to sign in, by connection document
     * @throws IncidentClaimedException when somebody else collects the incident's logs; nothing was asked
     * @throws RequestRefusedException when there is no such incident, or it is not contained and nobody says why it is done all the same
     * @throws TenantException when the tenant cannot be reached
     * @throws InterruptedException when interrupted before anything was begun
     */
    public Collection collect(String id, Request request, Function<Path, SignIn> signIn, CollectionListener listener)
            throws InterruptedException {
        IncidentId incident = new Incidents(workspace).find(id).incident().id();
        return claimed(incident, () -> collectClaimed(id, request, signIn, listener));
    }

    private Collection collectClaimed(
            String id, Request request, Function<Path, SignIn> signIn, CollectionListener listener)
            throws InterruptedException {
        CaseRecord record = new Incidents(workspace).find(id);
        boolean deviates = requireContained(record, request.despite());
        try (Tenant tenant = new Tenants(workspace).connect(record.incident().tenant(), signIn)) {
            Tenant collecting = tenant.in(Lane.COLLECTION);
            Instant now = collecting.clock().fetchNow();
            Actor actor = RespondToCompromisedAccount.actor(collecting.caller());
            IncidentId incident = record.incident().id();
            if (deviates) {
                deviated(
                        incident,
                        now,
                        actor,
                        "Logs are collected although the incident is "
                                + Word.of(record.state().state()),
                        request.despite().orElse(""));
            }
            request.anew().ifPresent(because -> {
                deviated(incident, now, actor, left(request.logs()), because);
                workspace.collections().leave(incident, request.logs());
            });
            List<CollectionPlan.Planned> planned = new ArrayList<>(CollectionPlan.of(
                    request, record.incident().account(), user(request, collecting, record), attack(record), now));
            planned.addAll(toDestinations(request, record, collecting, now, listener));
            CollectionPlan.movedOn(request, planned).forEach(listener::notes);
            aftermath(record, collecting, actor).begin();
            var sources = new SourceCollection(workspace, collecting, record.incident(), actor, listener);
            var round = new Round(sources, now, request.patience());
            round.all(planned);
            return concluded(record, collecting, actor, round, mails(id, request, round, collecting, actor));
        }
    }

    private void deviated(IncidentId incident, Instant at, Actor actor, String what, String because) {
        workspace.journal().append(incident, at, actor, new CaseEntry.Deviation(what, actor.name(), because));
    }

    private static String left(Set<LogRecord.Log> logs) {
        return LogCollection.leaving(logs.stream().sorted().map(Word::of).toList());
    }

    /**
     * Asks again, or goes on with, what is due of an incident's collections.
     *
     * @param tenant the incident's
     * @throws IncidentClaimedException when somebody else collects the incident's logs
     */
    Collection collectDue(CaseRecord record, Tenant tenant, Actor actor, CollectionListener listener)
            throws InterruptedException {
        return claimed(record.incident().id(), () -> collectDueClaimed(record, tenant, actor, listener));
    }

    private <T> T claimed(IncidentId incident, Callable<T> work) throws InterruptedException {
        try {
            return workspace.runs().claimAndCollect(incident, work);
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Collecting the logs of " + incident + " failed", e);
        }
    }

    private Collection collectDueClaimed(CaseRecord record, Tenant tenant, Actor actor, CollectionListener listener)
            throws InterruptedException {
        Tenant collecting = tenant.in(Lane.COLLECTION);
        Instant now = collecting.clock().fetchNow();
        var sources = new SourceCollection(workspace, collecting, record.incident(), actor, listener);
        var round = new Round(sources, now, Duration.ZERO);
        round.due(workspace.collections().all(record.incident().id()));
        return concluded(record, collecting, actor, round, List.of());
    }

    /** What the rows name stands there only when they are kept. */
    private List<CaseEntry.CollectionEnded> mails(String id, Request request, Round round, Tenant tenant, Actor actor) {
        if (request.mails() == 0 || round.interrupted) {
            return List.of();
        }
        CaseRecord record = new Incidents(workspace).find(id);
        var mails = new SampleMails(workspace, tenant, record, actor, request.mails()).sample();
        round.interrupted = Thread.currentThread().isInterrupted();
        return mails;
    }

    private Collection concluded(
            CaseRecord record, Tenant tenant, Actor actor, Round round, List<CaseEntry.CollectionEnded> mails) {
        IncidentId incident = record.incident().id();
        List<Collected> all = workspace.collections().all(incident);
        aftermath(record, tenant, actor).settle(all, attack(record).flatMap(AttackSummary::firstSeen));
        if (!round.interrupted) {
            new IncidentReports(workspace).write(incident);
        }
        Anchors.put(workspace, incident);
        return new Collection(incident, round.asked, all, mails, round.interrupted);
    }

    CollectionAftermath aftermath(CaseRecord record, Tenant tenant, Actor actor) {
        return new CollectionAftermath(workspace, record.incident().id(), tenant.clock()::now, actor);
    }

    /** Whether somebody has to answer for it. */
    private static boolean requireContained(CaseRecord record, Optional<String> despite) {
        IncidentId id = record.incident().id();
        if (record.incident().type() == IncidentType.IMPORTED_EVIDENCE) {
            throw new RequestRefusedException(
                    Reason.NO_TENANT,
                    "This incident holds imported evidence and belongs to no tenant. Nothing was asked.",
                    "'cordon respond' opens an incident of a tenant, whose logs can be collected.");
        }
        IncidentState state = record.state().state();
        return switch (state) {
            case CONTAINED, VERIFIED, WATCHING -> false;
            case CLOSED, FALSE_POSITIVE ->
                throw new RequestRefusedException(
                        Reason.NOT_POSSIBLE_NOW,
                        "The incident is closed. Nothing was asked.",
                        "Open a new one if the account is in trouble again.");
            case OPEN, CONTAINING, REOPENED, NEEDS_OPERATOR -> {
                if (despite.isEmpty()) {
                    throw new RequestRefusedException(
                            Reason.NOT_POSSIBLE_NOW,
                            "The incident is " + Word.of(state)
                                    + ": first the attacker is thrown out, then the logs are read, which wait for"
                                    + " nobody. Nothing was asked.",
                            "'cordon incident resume " + id
                                    + "' goes on; --despite TEXT collects all the same, and the text stands in the"
                                    + " journal.");
                }
                yield true;
            }
        };
    }

    /**
     * The account with its addresses, where its mail is asked for; one that is deleted has those that the incident knows. Where they cannot be
     * read for another reason nothing is asked: the trace of some of them would be called complete.
     */
    private static Optional<UserAccount> user(Request request, Tenant tenant, CaseRecord record) {
        if (request.whose() == Whose.EVERYBODY || !request.logs().contains(LogRecord.Log.MESSAGE_TRACE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(tenant.directory()
                    .fetchUser(record.incident().account().objectId())
                    .value());
        } catch (TenantException e) {
            if (e.failure().reason() != Failure.Reason.NOT_FOUND) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private List<CollectionPlan.Planned> toDestinations(
            Request request, CaseRecord record, Tenant tenant, Instant now, CollectionListener listener) {
        if (request.whose() == Whose.EVERYBODY || !request.logs().contains(LogRecord.Log.MESSAGE_TRACE)) {
            return List.of();
        }
        var destinations = AttackersDestinations.of(record, organisation(tenant, record), workspace);
        destinations.notes().forEach(listener::notes);
        return CollectionPlan.toDestinations(request, destinations.addresses(), attack(record), now);
    }

    /** Where its domains cannot be read, the account's own is known. */
    private static Organisation organisation(Tenant tenant, CaseRecord record) {
        try {
            return Organisation.of(tenant.directory().fetchOrganization().value());
        } catch (TenantException _) {
            String name = record.incident().account().userPrincipalName();
            return Organisation.ofDomains(name.substring(name.lastIndexOf('@') + 1));
        }
    }

    private Optional<AttackSummary> attack(CaseRecord record) {
        return new AttackSummaryExhibit(workspace).all(record).together();
    }

    /** One pass over sources. One thread. */
    private static final class Round {
        private final SourceCollection sources;
        private final Instant now;
        private final Duration patience;
        private final List<Collected> asked = new ArrayList<>();
        private boolean interrupted;

        Round(SourceCollection sources, Instant now, Duration patience) {
            this.sources = sources;
            this.now = now;
            this.patience = patience;
        }

        /**
         * The queries first, since Microsoft works on them meanwhile; the search only for what they did not bring. All are begun before one is
         * read, so that whoever goes on after a death knows of each.
         */
        void all(List<CollectionPlan.Planned> planned) throws InterruptedException {
            boolean goesOn = wasCutOff(planned);
            List<CollectionPlan.Planned> wanted = planned.stream()
                    .filter(each -> !isSearch(each) && !(goesOn && isEnded(each)))
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
                            && !SourceCollection.isEarlier(planned, known)
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
            return sources.known(new CollectionSource(CollectedLog.AUDIT_LOG_QUERIES, search.of()));
        }

        private static boolean isSearch(CollectionPlan.Planned planned) {
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
                    .map(ending -> ending.againAt()
                            .filter(again -> !again.isAfter(now))
                            .isPresent())
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

        private boolean isWanted(CollectionSource search) {
            return queries(search)
                    .flatMap(queries -> queries.progress().ending())
                    .map(CollectionProgress.Ending::outcome)
                    .map(outcome -> !outcome.isRead() && outcome != CollectionOutcome.STILL_RUNNING)
                    .orElse(false);
        }

        private void awaitQueries() throws InterruptedException {
            Instant pausesLeft = Instant.EPOCH.plus(patience);
            for (Duration pause = Duration.ofSeconds(5); !interrupted; pause = longer(pause)) {
                List<Collected> running =
                        asked.stream().filter(Round::isRunning).toList();
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
}
