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
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.AuditLogSearch;
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
     */
    public record Request(
            Set<LogRecord.Log> logs, Whose whose, Optional<Instant> from, Duration patience, Optional<String> despite) {
        public Request {
            logs = Set.copyOf(logs);
            requireNonNull(whose, "whose is null");
            requireNonNull(from, "from is null");
            requireNonNull(patience, "patience is null");
            requireNonNull(despite, "despite is null");
        }

        /** Every log of the account. */
        public static Request ofAccount(Duration patience) {
            return new Request(
                    EnumSet.allOf(LogRecord.Log.class), Whose.ACCOUNT, Optional.empty(), patience, Optional.empty());
        }
    }

    /**
     * What came of it.
     *
     * @param sources every source that was asked now, as it stands
     * @param all every source of the incident, as it stands
     * @param interrupted whether it was cut off; what is left is gone on with the next time
     */
    public record Collection(IncidentId incident, List<Collected> sources, List<Collected> all, boolean interrupted) {
        public Collection {
            requireNonNull(incident, "incident is null");
            sources = List.copyOf(sources);
            all = List.copyOf(all);
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
     * @throws RequestRefusedException when there is no such incident, or it is not contained and nobody says why it is done all the same
     * @throws TenantException when the tenant cannot be reached
     * @throws InterruptedException when interrupted before anything was begun
     */
    public Collection collect(String id, Request request, Function<Path, SignIn> signIn, CollectionListener listener)
            throws InterruptedException {
        CaseRecord record = new Incidents(workspace).find(id);
        boolean deviates = requireContained(record, request.despite());
        try (Tenant tenant = new Tenants(workspace).connect(record.incident().tenant(), signIn)) {
            Tenant collecting = tenant.in(Lane.COLLECTION);
            Instant now = collecting.clock().fetchNow();
            Actor actor = RespondToCompromisedAccount.actor(collecting.caller());
            if (deviates) {
                workspace
                        .journal()
                        .append(
                                record.incident().id(),
                                now,
                                actor,
                                new CaseEntry.Deviation(
                                        "Logs are collected although the incident is "
                                                + Word.of(record.state().state()),
                                        actor.name(),
                                        request.despite().orElse("")));
            }
            List<CollectionPlan.Planned> planned = new ArrayList<>(CollectionPlan.of(
                    request, record.incident().account(), user(collecting, record), attack(record), now));
            planned.addAll(toDestinations(request, record, collecting, now, listener));
            CollectionPlan.movedOn(request, planned).forEach(listener::notes);
            var sources = new SourceCollection(workspace, collecting, record.incident(), actor, listener);
            var round = new Round(sources, now, request.patience());
            round.all(planned);
            return concluded(record, collecting, actor, round);
        }
    }

    /**
     * Asks again, or goes on with, what is due of an incident's collections.
     *
     * @param tenant the incident's
     */
    Collection collectDue(CaseRecord record, Tenant tenant, Actor actor) throws InterruptedException {
        Tenant collecting = tenant.in(Lane.COLLECTION);
        Instant now = collecting.clock().fetchNow();
        var sources = new SourceCollection(workspace, collecting, record.incident(), actor, CollectionListener.none());
        var round = new Round(sources, now, Duration.ZERO);
        round.due(workspace.collections().all(record.incident().id()));
        return concluded(record, collecting, actor, round);
    }

    private Collection concluded(CaseRecord record, Tenant tenant, Actor actor, Round round) {
        IncidentId incident = record.incident().id();
        List<Collected> all = workspace.collections().all(incident);
        new CollectionAftermath(workspace, incident, tenant.clock()::now, actor).settle(all);
        if (!round.interrupted) {
            new IncidentReports(workspace).write(incident);
        }
        Anchors.put(workspace, incident);
        return new Collection(incident, round.asked, all, round.interrupted);
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

    /** One that is deleted or cannot be read has the addresses that the incident knows. */
    private static Optional<UserAccount> user(Tenant tenant, CaseRecord record) {
        try {
            return Optional.of(tenant.directory()
                    .fetchUser(record.incident().account().objectId())
                    .value());
        } catch (TenantException _) {
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
        return new AttackSummaryExhibit(workspace).find(record);
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

        /** The queries first, since Microsoft works on them meanwhile; the search only for what they did not bring. */
        void all(List<CollectionPlan.Planned> planned) throws InterruptedException {
            boolean goesOn = wasCutOff(planned);
            for (CollectionPlan.Planned each : planned) {
                if (!isSearch(each) && !(goesOn && isEnded(each))) {
                    read(each);
                }
            }
            awaitQueries();
            for (CollectionPlan.Planned each : planned) {
                if (isSearch(each) && isWanted(each.source()) && !(goesOn && isEnded(each))) {
                    read(each);
                }
            }
        }

        /** Whether an earlier pass was not brought to its end: then this one goes on with it, and asks nothing again that has ended. */
        private boolean wasCutOff(List<CollectionPlan.Planned> planned) {
            boolean isBegun = planned.stream()
                    .anyMatch(each -> sources.known(each.source()).isPresent());
            return isBegun
                    && planned.stream()
                            .anyMatch(each -> sources.known(each.source())
                                    .map(known -> known.progress().ending().isEmpty())
                                    .orElse(!isSearch(each)));
        }

        private boolean isEnded(CollectionPlan.Planned planned) {
            return sources.known(planned.source())
                    .filter(known -> !known.progress().isUnfinished())
                    .isPresent();
        }

        private static boolean isSearch(CollectionPlan.Planned planned) {
            return planned.source().log() == CollectedLog.AUDIT_LOG_SEARCH;
        }

        /** Whatever is due, and whatever a death cut off. */
        void due(List<Collected> known) {
            for (Collected each : known) {
                CollectionProgress progress = each.progress();
                boolean isDue = progress.ending()
                        .map(ending -> ending.againAt()
                                .filter(again -> !again.isAfter(now))
                                .isPresent())
                        .orElse(true);
                if (isDue && !interrupted) {
                    searchInstead(read(sources.takenUp(each, progress.until())));
                }
            }
        }

        /** Where queries ended without the rows, the search is begun that would have followed them. */
        private void searchInstead(Collected queries) {
            var search = new CollectionSource(
                    CollectedLog.AUDIT_LOG_SEARCH, queries.source().of());
            if (!interrupted
                    && queries.progress().place() instanceof Place.AuditQueries(var position)
                    && sources.known(search).isEmpty()
                    && isWanted(search)) {
                read(sources.begun(
                        new CollectionPlan.Planned(
                                search,
                                queries.progress().from(),
                                new Place.AuditSearch(AuditLogSearch.Position.start(position.question()))),
                        now));
            }
        }

        private void read(CollectionPlan.Planned planned) {
            if (!interrupted) {
                read(sources.known(planned.source())
                        .map(known -> sources.takenUp(known, now))
                        .orElseGet(() -> sources.begun(planned, now)));
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
            return sources.known(new CollectionSource(CollectedLog.AUDIT_LOG_QUERIES, search.of()))
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
