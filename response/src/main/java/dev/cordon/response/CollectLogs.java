package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Word;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.LogCollections.Standing;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.procedure.schedule.IncidentClaimedException;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.TenantException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

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
     * @param addresses how many of the addresses that the attacker is known by are asked about
     */
    public record Request(
            Set<LogRecord.Log> logs,
            Whose whose,
            Optional<Instant> from,
            Duration patience,
            Optional<String> despite,
            int mails,
            Optional<String> anew,
            int addresses) {
        /** So many mails are asked for unless somebody says otherwise. */
        public static final int USUAL_MAILS = 50;

        /** So many of the attacker's addresses are asked about unless somebody says otherwise. */
        public static final int USUAL_ADDRESSES = 10;

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
            if (addresses < 0) {
                throw new IllegalArgumentException("addresses is negative: " + addresses);
            }
        }

        /** The same about so many addresses as usual. */
        public Request(
                Set<LogRecord.Log> logs,
                Whose whose,
                Optional<Instant> from,
                Duration patience,
                Optional<String> despite,
                int mails,
                Optional<String> anew) {
            this(logs, whose, from, patience, despite, mails, anew, USUAL_ADDRESSES);
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
     * @param all every source of the incident whose place can be read, as it stands
     * @param unread the sources that were not gone on with because their place cannot be read, as they are written down: untrusted text
     * @param mails how the sampling of mails ended, for each mailbox; none where it was not asked for
     * @param interrupted whether it was cut off; what is left is gone on with the next time
     */
    public record Collection(
            IncidentId incident,
            List<Collected> sources,
            List<Collected> all,
            List<String> unread,
            List<CaseEntry.CollectionEnded> mails,
            boolean interrupted) {
        public Collection {
            requireNonNull(incident, "incident is null");
            sources = List.copyOf(sources);
            all = List.copyOf(all);
            unread = List.copyOf(unread);
            mails = List.copyOf(mails);
        }

        /** Those that lack rows which another channel did not bring either. */
        public List<Collected> missing() {
            return CollectionAftermath.missing(all);
        }

        /** Those of the missing at which Microsoft is still working, for no longer than it may; nothing is wrong with them so far. */
        public List<Collected> awaited(Instant now) {
            return missing().stream()
                    .filter(each -> CollectionRound.isAwaited(each.progress(), now))
                    .toList();
        }

        /** Whether some log was begun, and none lacks rows or cannot be gone on with. */
        public boolean isWhole() {
            return !all.isEmpty() && missing().isEmpty() && unread.isEmpty();
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
        try (Tenant tenant = new Tenants(workspace).connect(record.incident().tenant(), signIn);
                var rows = new IncidentRows(workspace, record.incident().id(), listener)) {
            Tenant collecting = tenant.in(Lane.COLLECTION);
            Instant now = collecting.clock().fetchNow();
            Actor actor = RespondToCompromisedAccount.actor(collecting.caller());
            IncidentId incident = record.incident().id();
            OwnIdentity.gap(OwnIdentity.putDown(workspace, record, collecting.caller(), now, actor))
                    .ifPresent(listener::notes);
            if (deviates) {
                String state = Word.of(record.state().state()).toString();
                deviated(
                        incident,
                        now,
                        actor,
                        "Logs are collected although the incident is " + state,
                        request.despite().orElse(""));
            }
            var retention =
                    new AuditRetention(collecting, () -> workspace.collections().all(incident));
            AccountNames names = AccountNames.of(request, collecting, record.incident());
            Asked asked = asked(request, record, collecting, names, retention, now, actor, listener);
            aftermath(record, collecting, actor).begin();
            var mails = new SampleMails(workspace, collecting, record, actor, request.mails(), rows);
            mails.begin();
            var sources = new SourceCollection(workspace, collecting, record.incident(), actor, listener, retention);
            request.anew().ifPresent(because -> {
                deviated(incident, now, actor, left(request.logs()), because);
                sources.anew(
                        request.logs(),
                        Stream.concat(asked.now().stream(), asked.unnamed().stream())
                                .toList(),
                        now);
            });
            leftAlone(record, now, actor).forEach(listener::notes);
            var round = new CollectionRound(sources, now, request.patience());
            names.unread().ifPresent(unread -> round.notAsked(asked.unnamed(), unread));
            round.all(asked.now());
            return concluded(record, collecting, actor, round, round.then(mails::sample), rows);
        }
    }

    /** What is asked now, and what cannot be without the account's names. */
    private record Asked(List<CollectionPlan.Planned> now, List<CollectionPlan.Planned> unnamed) {}

    /** What is not asked as it was wanted is told and journalled. */
    private Asked asked(
            Request request,
            CaseRecord record,
            Tenant tenant,
            AccountNames names,
            AuditRetention retention,
            Instant now,
            Actor actor,
            CollectionListener listener) {
        AttackSummaryExhibit.Kept summaries = new AttackSummaryExhibit(workspace).all(record);
        List<String> notes = new ArrayList<>(notes(summaries));
        BiFunction<CollectedLog, Instant, Instant> oldest =
                request.logs().contains(LogRecord.Log.DIRECTORY_AUDIT) ? retention::oldest : CollectedLog::oldest;
        List<CollectionPlan.Planned> planned = new ArrayList<>(CollectionPlan.of(
                request, record.incident().account(), names.user(), summaries.together(), now, oldest));
        List<CollectionPlan.Planned> unnamed = names.takeUnnamed(planned);
        planned.addAll(toDestinations(request, record, tenant, now, notes));
        CollectionPlan.leftOut(request, summaries.together()).ifPresent(notes::add);
        notes.addAll(CollectionPlan.movedOn(request, planned, retention::kept));
        noted(record, now, actor, notes);
        notes.forEach(listener::notes);
        return new Asked(planned, unnamed);
    }

    /** What is not gone on with is journalled, a sentence each. */
    private List<String> leftAlone(CaseRecord record, Instant now, Actor actor) {
        List<String> told = KnownCollections.of(workspace, record.incident().id()).unread().stream()
                .map(KnownCollections::told)
                .toList();
        noted(record, now, actor, told);
        return told;
    }

    /** Without a summary less is known of the attack, and so less is asked. */
    private static List<String> notes(AttackSummaryExhibit.Kept summaries) {
        String without = ": the attacker's addresses and first sign that only it names are left out of what is asked.";
        return Stream.concat(
                        summaries.damaged().stream()
                                .map(exhibit -> "The summary of the attack in " + exhibit
                                        + " is not what was sealed ('cordon evidence verify')" + without),
                        summaries.unread().stream()
                                .map(exhibit -> "The summary of the attack in " + exhibit
                                        + " cannot be read by this version" + without))
                .toList();
    }

    private void deviated(IncidentId incident, Instant at, Actor actor, String what, String because) {
        workspace.journal().append(incident, at, actor, new CaseEntry.Deviation(what, actor.name(), because));
    }

    /** What was said of an earlier call in the same words stands in the journal already. */
    private void noted(CaseRecord record, Instant at, Actor actor, List<String> notes) {
        List<CaseEntry> said = record.entries().stream()
                .<CaseEntry>mapMulti((recorded, taker) -> {
                    if (recorded.entry() instanceof CaseEntry.CollectionNoted noted) {
                        taker.accept(noted);
                    }
                })
                .toList();
        notes.stream()
                .map(CaseEntry.CollectionNoted::new)
                .filter(note -> !said.contains(note))
                .forEach(note -> workspace.journal().append(record.incident().id(), at, actor, note));
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
        IncidentId incident = record.incident().id();
        Tenant collecting = tenant.in(Lane.COLLECTION);
        Instant now = collecting.clock().fetchNow();
        OwnIdentity.putDown(workspace, record, collecting.caller(), now, actor);
        var retention =
                new AuditRetention(collecting, () -> workspace.collections().all(incident));
        var sources = new SourceCollection(workspace, collecting, record.incident(), actor, listener, retention);
        var round = new CollectionRound(sources, now, Duration.ZERO);
        Standing before = workspace.collections().all(incident);
        // What cannot be read is not gone on with; the conclusion tells of it.
        round.due(before.readable());
        boolean rowsCame = different(workspace.collections().all(incident)) > different(before);
        try (var rows = new IncidentRows(workspace, incident, listener)) {
            return concluded(
                    record,
                    collecting,
                    actor,
                    round,
                    round.then(() -> SampleMails.again(workspace, collecting, record, actor, rowsCame, rows)),
                    rows);
        }
    }

    private static long different(Standing all) {
        return all.readable().stream()
                .mapToLong(each -> each.counts().different())
                .sum();
    }

    private Collection concluded(
            CaseRecord record,
            Tenant tenant,
            Actor actor,
            CollectionRound round,
            List<CaseEntry.CollectionEnded> mails,
            IncidentRows rows) {
        IncidentId incident = record.incident().id();
        KnownCollections known = KnownCollections.of(workspace, incident);
        aftermath(record, tenant, actor).settle(known, attack(record).flatMap(AttackSummary::firstSeen));
        if (!round.isInterrupted()) {
            report(incident, rows);
        }
        Anchors.put(workspace, incident);
        return new Collection(incident, round.asked(), known.all(), known.unread(), mails, round.isInterrupted());
    }

    private void report(IncidentId incident, IncidentRows rows) {
        new IncidentReports(workspace, now -> {
                    Reconstructed attack = new ReconstructAttack(workspace).of(now, rows);
                    rows.listener().begins(ReconstructionListener.Phase.REPORT, 0);
                    return attack;
                })
                .write(incident);
        rows.listener().ends();
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

    private List<CollectionPlan.Planned> toDestinations(
            Request request, CaseRecord record, Tenant tenant, Instant now, List<String> notes) {
        if (request.whose() == Whose.EVERYBODY || !request.logs().contains(LogRecord.Log.MESSAGE_TRACE)) {
            return List.of();
        }
        var destinations = AttackersDestinations.of(record, organisation(tenant, record, notes), workspace);
        notes.addAll(destinations.notes());
        return CollectionPlan.toDestinations(request, destinations.addresses(), attack(record), now);
    }

    /** Where its domains cannot be read, the account's own is known. */
    private static Organisation organisation(Tenant tenant, CaseRecord record, List<String> notes) {
        try {
            return Organisation.of(tenant.directory().fetchOrganization().value());
        } catch (TenantException unread) {
            String name = record.incident().account().userPrincipalName();
            String domain = name.substring(name.lastIndexOf('@') + 1);
            notes.add("The organisation's domains could not be read, so only " + domain
                    + " is taken for inside: mail to colleagues at its other domains may be traced as mail that left. "
                    + unread.failure().paragraph());
            return Organisation.ofDomains(domain);
        }
    }

    private Optional<AttackSummary> attack(CaseRecord record) {
        return new AttackSummaryExhibit(workspace).all(record).together();
    }
}
