package dev.cordon.response;

import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.procedure.schedule.IncidentClaimedException;
import dev.cordon.procedure.schedule.Rechecks.Done;
import dev.cordon.procedure.schedule.Rechecks.Scheduled;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries out the re-checks that are due. Each tenant's own time says what is due, so it is asked first. What came back reopens the
 * incident, is removed again and verified again.
 */
public final class Watch {
    /** As often a tenant that did not answer is asked again while logs are collected: each time may cost {@link Greeting#PATIENCE}. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

    private static final String SHOWN = "Something had come back, or shows only now that the logs reach further";

    private final Workspace workspace;

    public Watch(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What a look brought.
     *
     * @param tenantTimes the time of each tenant that was asked
     * @param done each re-check that was due, also those that another process holds; one that was tried again and again once, as it ended
     * @param found what those found that looked
     * @param notLooked why those did not look that found nothing to look at, or somebody else at work
     * @param stillDue the re-checks whose time is past now
     * @param waiting the re-checks that are not due yet
     * @param unasked the re-checks of tenants that did not tell their time: whether they are due is not known
     * @param unreachable each tenant that could not be asked to the last, with the reason; its re-checks stay scheduled
     */
    public record Looked(
            Map<String, Instant> tenantTimes,
            List<Done> done,
            Map<Scheduled, Found> found,
            Map<Scheduled, NotLooked> notLooked,
            List<Scheduled> stillDue,
            List<Scheduled> waiting,
            List<Scheduled> unasked,
            Map<String, String> unreachable) {
        public Looked {
            stillDue = List.copyOf(stillDue);
            unasked = List.copyOf(unasked);
            found = Map.copyOf(found);
            notLooked = Map.copyOf(notLooked);
            unreachable = Map.copyOf(unreachable);
            tenantTimes = Map.copyOf(tenantTimes);
            done = List.copyOf(done);
            waiting = List.copyOf(waiting);
        }
    }

    /** What came of a re-check that did not fail. */
    public sealed interface Outcome permits Found, NotLooked {}

    /**
     * Nothing was looked at, so nothing is known: neither that something is clean nor that it is not.
     *
     * @param staysDue whether it is still to be done
     * @param because why, a sentence
     */
    public record NotLooked(boolean staysDue, String because) implements Outcome {
        public NotLooked {
            Objects.requireNonNull(because, "because is null");
        }
    }

    /**
     * What a re-check found.
     *
     * @param collected how the collection of logs stands, a sentence; empty where something else was looked at
     * @param cameBack whether something had come back, or the attacker had signed in again; what could be removed was removed again
     * @param clean whether nothing had, and every row of the sign-off was read true
     * @param state where the incident stands after it
     * @param unseen what of the account was not seen
     * @param awaited what Microsoft is still working at
     * @param pending whether that is all that keeps it from being clean: so far nothing is wrong, and nobody knows yet
     */
    public record Found(
            boolean cameBack,
            boolean clean,
            IncidentState state,
            Optional<String> collected,
            Unseen unseen,
            List<AwaitedQuery> awaited,
            boolean pending)
            implements Outcome {
        public Found {
            awaited = List.copyOf(awaited);
        }

        static Found looked(boolean cameBack, boolean clean, IncidentState state, Unseen unseen) {
            return new Found(cameBack, clean, state, Optional.empty(), unseen, List.of(), false);
        }

        /** Of the logs. */
        static Found collected(CollectLogs.Collection collection, IncidentState state, String words, Instant now) {
            List<Collected> awaited = collection.awaited(now);
            boolean pending = !awaited.isEmpty()
                    && collection.unread().isEmpty()
                    && awaited.size() == collection.missing().size();
            return new Found(
                    false,
                    collection.isWhole(),
                    state,
                    Optional.of(words),
                    Unseen.nothing(),
                    awaited.stream().map(AwaitedQuery::of).toList(),
                    pending);
        }
    }

    /**
     * Looks once at every tenant that has a re-check scheduled. One that cannot be asked is named and does not keep the others waiting.
     * Collections are gone on with last, and whenever something else falls due meanwhile it is done before their next source and behind each page: at
     * whatever tenant, also at one whose first incident was opened meanwhile, and at one that did not answer before, which is asked again once a
     * minute at most. Only while a page is on its way, with the pauses that Microsoft asks for, everything else waits. When interrupted it returns
     * what it has seen, with the thread's interrupt set; what was cut off stays due.
     *
     * @param signIn how to sign in, by connection document
     */
    public Looked once(Function<Path, SignIn> signIn, ResponseRequest.Dialogue dialogue) {
        return once(signIn, dialogue, _ -> {});
    }

    /**
     * The same.
     *
     * @param begins told of each re-check before it looks, on the looking thread
     */
    public Looked once(Function<Path, SignIn> signIn, ResponseRequest.Dialogue dialogue, Consumer<Scheduled> begins) {
        try (Look look = new Look(signIn, dialogue, begins)) {
            look.greet();
            look.collect();
            return look.result();
        }
    }

    /** One and the same re-check, for whenever it is scheduled. */
    private record Which(IncidentId incident, String name) {
        static Which of(Scheduled scheduled) {
            return new Which(scheduled.incident(), scheduled.name());
        }
    }

    private enum Standing {
        DUE,
        AHEAD,
        UNKNOWN
    }

    /** One look at all tenants. One thread. */
    private final class Look implements AutoCloseable {
        private final Function<Path, SignIn> signIn;
        private final ResponseRequest.Dialogue dialogue;
        private final Map<IncidentId, String> tenantOf = new HashMap<>();
        private final Map<String, Instant> askedInVain = new HashMap<>();
        private final Map<String, Tenant> tenants = new LinkedHashMap<>();
        private final Map<String, Instant> times = new LinkedHashMap<>();
        private final Map<String, String> unreachable = new LinkedHashMap<>();
        private final List<Done> done = new ArrayList<>();
        private final Map<Which, Done> undone = new LinkedHashMap<>();
        private final Map<Scheduled, Found> found = new LinkedHashMap<>();
        private final Map<Scheduled, NotLooked> notLooked = new LinkedHashMap<>();
        private final Consumer<Scheduled> begins;

        Look(Function<Path, SignIn> signIn, ResponseRequest.Dialogue dialogue, Consumer<Scheduled> begins) {
            this.signIn = signIn;
            this.dialogue = dialogue;
            this.begins = begins;
        }

        /** Asks every tenant that has a re-check scheduled and has not answered yet, and does what is due there. */
        void greet() {
            for (String name : tenantsWithRechecks()) {
                if (!Thread.currentThread().isInterrupted() && !tenants.containsKey(name) && mayAnswer(name)) {
                    at(name, greeting(name, signIn));
                }
            }
        }

        private List<String> tenantsWithRechecks() {
            return workspace.rechecks().scheduled().stream()
                    .map(scheduled -> tenantOf(scheduled.incident()))
                    .distinct()
                    .toList();
        }

        private String tenantOf(IncidentId id) {
            return tenantOf.computeIfAbsent(
                    id,
                    incident ->
                            new Incidents(workspace).show(incident).incident().tenant());
        }

        private boolean mayAnswer(String name) {
            Instant last = askedInVain.get(name);
            return last == null
                    || !last.plus(ASKED_AGAIN).isAfter(workspace.wallTime().instant());
        }

        private void at(String name, Greeting greeting) {
            switch (greeting) {
                case Greeting.Unanswered(String reason) -> {
                    unreachable.put(name, reason);
                    askedInVain.put(name, workspace.wallTime().instant());
                }
                case Greeting.Answered(Tenant tenant, Instant now) -> {
                    unreachable.remove(name);
                    tenants.put(name, tenant);
                    times.put(name, now);
                    runDue(name, now, scheduled -> !looksAtLogs(scheduled));
                }
            }
        }

        /** At those that have answered by now; whoever answers while they are at it has his turn with the next look. */
        void collect() {
            new LinkedHashMap<>(times).forEach((name, now) -> runDue(name, now, Watch::looksAtLogs));
        }

        private void runDue(String name, Instant now, Predicate<Scheduled> which) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            workspace
                    .rechecks()
                    .runDue(
                            now,
                            scheduled -> which.test(scheduled)
                                    && tenantOf(scheduled.incident()).equals(name),
                            scheduled -> recheck(scheduled, name))
                    .forEach(this::take);
        }

        /** One that another process holds, or that fails, is met again behind each page until it can be done. */
        private void take(Done one) {
            Which which = Which.of(one.scheduled());
            undone.remove(which);
            switch (one) {
                case Done.CarriedOut _ -> done.add(one);
                case Done.Held _, Done.Failed _ -> undone.put(which, one);
            }
        }

        private List<Done> everything() {
            return Stream.concat(done.stream(), undone.values().stream()).toList();
        }

        Looked result() {
            Map<Standing, List<Scheduled>> standing =
                    workspace.rechecks().scheduled().stream().collect(Collectors.groupingBy(this::standing));
            return new Looked(
                    times,
                    everything(),
                    found,
                    notLooked,
                    standing.getOrDefault(Standing.DUE, List.of()),
                    standing.getOrDefault(Standing.AHEAD, List.of()),
                    standing.getOrDefault(Standing.UNKNOWN, List.of()),
                    unreachable);
        }

        /** By the time it is now: a look that collects logs takes hours. */
        private Standing standing(Scheduled scheduled) {
            Tenant tenant = tenants.get(tenantOf(scheduled.incident()));
            if (tenant == null) {
                return Standing.UNKNOWN;
            }
            return scheduled.dueAt().isAfter(tenant.clock().now()) ? Standing.AHEAD : Standing.DUE;
        }

        private void recheck(Scheduled scheduled, String name) throws InterruptedException {
            Tenant tenant = Objects.requireNonNull(tenants.get(name), "tenant was not greeted");
            switch (outcome(scheduled, tenant)) {
                case Found seen -> found.put(scheduled, seen);
                case NotLooked why -> notLooked.put(scheduled, why);
            }
        }

        private Outcome outcome(Scheduled scheduled, Tenant tenant) throws InterruptedException {
            CaseRecord before = new Incidents(workspace).show(scheduled.incident());
            if (before.state().state().isEnded()) {
                return new NotLooked(false, "The incident is closed; nothing was looked at.");
            }
            begins.accept(scheduled);
            Actor actor = RespondToCompromisedAccount.actor(tenant.caller());
            return looksAtLogs(scheduled)
                    ? collected(scheduled, before, tenant, actor, this::whatFellDue)
                    : Watch.this.recheck(scheduled, before, tenant, actor, dialogue);
        }

        private void whatFellDue() {
            greet();
            tenants.forEach((name, tenant) -> runDue(name, tenant.clock().now(), scheduled -> !looksAtLogs(scheduled)));
        }

        @Override
        public void close() {
            tenants.values().forEach(Tenant::close);
        }
    }

    /** Whether it goes on with collecting logs; any other one looks at the account. */
    public static boolean looksAtLogs(Scheduled scheduled) {
        return CollectionAftermath.isOurs(scheduled.name());
    }

    private Greeting greeting(String name, Function<Path, SignIn> signIn) {
        try {
            return Greeting.of(new Tenants(workspace), name, signIn);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Greeting.Unanswered("Interrupted while it was asked.");
        }
    }

    private Found recheck(
            Scheduled scheduled, CaseRecord before, Tenant tenant, Actor actor, ResponseRequest.Dialogue dialogue)
            throws InterruptedException {
        CaseFile file = new CaseFile(
                tenant,
                before.incident().account().objectId(),
                workspace.tenants().breakGlass(before.incident().tenant()),
                dialogue.decider(),
                workspace.wallTime(),
                workspace.wallTime().instant());
        ProcedureRun run = new ProcedureRun(workspace, tenant, file, dialogue);
        RunState after = run.lookAgain(before.incident(), actor);
        if (Thread.interrupted()) {
            throw new InterruptedException("cut off; the re-check stays due");
        }
        Found found = found(scheduled, before.state().lastSequence(), after);
        boolean watching = found.clean() && after.state() == IncidentState.VERIFIED;
        run.append(
                scheduled.incident(),
                actor,
                new CaseEntry.RecheckDone(scheduled.name(), found.clean(), inWords(found, after)));
        if (watching) {
            run.append(
                    scheduled.incident(),
                    actor,
                    new CaseEntry.StateChanged(
                            IncidentState.VERIFIED,
                            IncidentState.WATCHING,
                            "A re-check found everything as it should be."));
        }
        Anchors.put(workspace, scheduled.incident());
        return watching ? Found.looked(false, true, IncidentState.WATCHING, found.unseen()) : found;
    }

    private Outcome collected(Scheduled scheduled, CaseRecord before, Tenant tenant, Actor actor, Runnable meanwhile)
            throws InterruptedException {
        var collect = new CollectLogs(workspace);
        CollectLogs.Collection collection;
        try {
            collection = collect.collectDue(before, tenant, actor, new BetweenPages(meanwhile));
        } catch (IncidentClaimedException elsewhere) {
            collect.aftermath(before, tenant, actor)
                    .schedule(scheduled.name(), tenant.clock().now().plus(CollectionProgress.RETRY));
            return new NotLooked(
                    true, "Put off for an hour: the logs are being collected by " + elsewhere.holder() + ".");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("cut off; the re-check stays due");
        }
        boolean clean = collection.isWhole();
        Instant now = tenant.clock().now();
        String words = CollectionSummary.of(collection, now);
        workspace
                .journal()
                .append(scheduled.incident(), now, actor, new CaseEntry.RecheckDone(scheduled.name(), clean, words));
        Anchors.put(workspace, scheduled.incident());
        IncidentState after =
                new Incidents(workspace).show(scheduled.incident()).state().state();
        Found found = Found.collected(collection, after, words, now);
        return (clean || found.pending()) && collection.sources().isEmpty() ? new NotLooked(false, words) : found;
    }

    /** Has other things done before a source is read and behind each page, when all so far is kept. */
    private record BetweenPages(Runnable other) implements CollectionListener {
        @Override
        public void reads(Collected source) {
            other.run();
        }

        @Override
        public void keeps(Collected source) {
            other.run();
        }

        @Override
        public void ended(Collected source) {}
    }

    private Found found(Scheduled scheduled, long before, RunState after) {
        boolean cameBack = new Incidents(workspace)
                .show(scheduled.incident()).entries().stream()
                        .filter(recorded -> recorded.sequence() > before)
                        .anyMatch(recorded -> recorded.entry() instanceof EngineEntry.StepEnded ended
                                && ended.step().equals(Playbook.VERIFY)
                                && ended.outcome() instanceof StepOutcome.Failed);
        return Found.looked(cameBack, !cameBack && isClean(after), after.state(), unseen(after));
    }

    private static Unseen unseen(RunState after) {
        Unseen unseen = after.step(Playbook.VERIFY)
                .flatMap(step -> step.outcome())
                .map(Unseen::of)
                .orElseGet(Unseen::nothing);
        // Only what was seen to be amiss reopens an incident.
        boolean amiss = unseen.seenAmiss() || after.state() == IncidentState.REOPENED;
        return new Unseen(unseen.places(), unseen.notLicensed(), amiss);
    }

    private static String inWords(Found found, RunState after) {
        Unseen unseen = found.unseen();
        if (found.cameBack()) {
            return (isClean(after)
                            ? SHOWN + "; it was removed, and then " + unseen.rest() + " was as it should be."
                            : SHOWN + ", and not everything is as it should be; see the sign-off.")
                    + unseen.added();
        }
        return found.clean() || unseen.isQuietAsFarAsRead()
                ? capital(unseen.rest()) + " was as it should be." + unseen.added()
                : "Not everything was as it should be; see the sign-off." + unseen.added();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static boolean isClean(RunState state) {
        return state.step(Playbook.VERIFY)
                .flatMap(step -> step.outcome())
                .filter(StepOutcome.Succeeded.class::isInstance)
                .isPresent();
    }
}
