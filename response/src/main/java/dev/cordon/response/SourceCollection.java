package dev.cordon.response;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.Incident;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.Place;
import dev.cordon.investigation.collection.UnreadableProgressException;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.tenant.AlertQuestion;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.Tenant;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a source from where it stands to the end of its round: every page is kept before the next is asked for. One thread. */
final class SourceCollection {
    /** How often a round that breaks off is taken up again at once, where it had brought something since. */
    private static final int MOST_TRIES = 4;

    private final Workspace workspace;
    private final Tenant tenant;
    private final Incident incident;
    private final Actor actor;
    private final CollectionListener listener;
    private final AuditRetention retention;

    /**
     * The sources of an incident.
     *
     * @param tenant in the lane of collection
     */
    SourceCollection(
            Workspace workspace,
            Tenant tenant,
            Incident incident,
            Actor actor,
            CollectionListener listener,
            AuditRetention retention) {
        this.workspace = workspace;
        this.tenant = tenant;
        this.incident = incident;
        this.actor = actor;
        this.listener = listener;
        this.retention = retention;
    }

    /** What is known of a source; empty also where its place cannot be read ({@link #isUnread}). */
    Optional<Collected> known(CollectionSource source) {
        try {
            return workspace.collections().find(incident.id(), source);
        } catch (UnreadableProgressException _) {
            return Optional.empty();
        }
    }

    /** Whether it was begun and cannot be gone on with, for its place cannot be read. */
    boolean isUnread(CollectionSource source) {
        try {
            workspace.collections().find(incident.id(), source);
            return false;
        } catch (UnreadableProgressException _) {
            return true;
        }
    }

    /** Begins a source, takes it up, or begins its next round; where more is wanted than it was ever asked for, a round that asks for all of it. */
    Collected planned(CollectionPlan.Planned planned, Instant until) {
        return known(planned.source())
                .map(known -> goneOn(planned, known, until))
                .orElseGet(() -> begun(planned, until));
    }

    private Collected goneOn(CollectionPlan.Planned planned, Collected known, Instant until) {
        Optional<CollectionProgress> widened = widened(planned, known);
        return widened.isPresent() || isEarlier(planned, known)
                ? next(known, widened.orElse(known.progress()).reachingBack(planned.from()), until)
                : takenUp(known, until);
    }

    /** Whether more is wanted than the source was ever asked for. */
    static boolean asksForMore(CollectionPlan.Planned planned, Collected known) {
        return isEarlier(planned, known) || widened(planned, known).isPresent();
    }

    private static boolean isEarlier(CollectionPlan.Planned planned, Collected known) {
        return planned.from().isBefore(known.progress().from());
    }

    /** Where an account is asked about that has names by now which the alerts were not looked through for. */
    private static Optional<CollectionProgress> widened(CollectionPlan.Planned planned, Collected known) {
        if (known.progress().place() instanceof Place.Alerts(var before)
                && planned.beginning() instanceof Place.Alerts(var wanted)
                && !before.question().about().containsAll(wanted.question().about())) {
            List<String> names = Stream.concat(before.question().about().stream(), wanted.question().about().stream())
                    .distinct()
                    .toList();
            var question = new AlertQuestion(names, known.progress().from());
            return Optional.of(known.progress().asking(new Place.Alerts(PagePosition.start(question))));
        }
        return Optional.empty();
    }

    private Collected next(Collected known, CollectionProgress wanted, Instant until) {
        return toldOfBeginning(workspace
                .collections()
                .move(
                        incident.id(),
                        known,
                        wanted.next(known.source().log(), until, tenant.clock().now())));
    }

    /**
     * Leaves the places of these logs and begins these sources in their stead, all at once; rounds are counted on, also those of places that
     * cannot be read. The searches begin when they are wanted.
     */
    void anew(Set<LogRecord.Log> logs, List<CollectionPlan.Planned> planned, Instant until) {
        List<LogCollection> told = RunState.of(workspace.journal().entries(incident.id()))
                .chronicle()
                .collections();
        Map<CollectionSource, LogCollections.Beginning> beginnings = new LinkedHashMap<>();
        for (CollectionPlan.Planned each : planned) {
            if (!CollectionRound.isSearch(each)) {
                int round = 1 + rounds(told, each.source());
                beginnings.putIfAbsent(
                        each.source(),
                        new LogCollections.Beginning(
                                each.source(),
                                CollectionProgress.first(round, each.from(), until, until, each.beginning())));
            }
        }
        workspace
                .collections()
                .replace(incident.id(), logs, List.copyOf(beginnings.values()))
                .forEach(this::toldOfBeginning);
    }

    private static int rounds(List<LogCollection> told, CollectionSource source) {
        return told.stream()
                .filter(each ->
                        each.source().equals(Word.of(source.log())) && each.of().equals(source.of()))
                .mapToInt(each -> Math.max(
                        each.round(),
                        each.ended().map(CaseEntry.CollectionEnded::round).orElse(0)))
                .max()
                .orElse(0);
    }

    /** Ends a source without asking, for what has to be known before could not be read. Only who knows it then asks again. */
    Collected notAsked(CollectionPlan.Planned planned, Instant until, Failure unread) {
        Collected begun = planned(planned, until);
        listener.reads(begun);
        CollectionOutcome outcome = CollectionEnd.of(unread) instanceof CollectionEnd.NotPermitted
                ? CollectionOutcome.NOT_PERMITTED
                : CollectionOutcome.CUT_OFF;
        return told(
                begun,
                begun.progress()
                        .notAsked(
                                outcome,
                                "The names and mail addresses of the account could not be read, and of some of them alone it is not asked. "
                                        + unread.meaning() + " " + unread.remedy()));
    }

    /** Begins the first round of a source. */
    Collected begun(CollectionPlan.Planned planned, Instant until) {
        Collected begun = workspace
                .collections()
                .begin(
                        incident.id(),
                        planned.source(),
                        CollectionProgress.first(planned.from(), until, until, planned.beginning()));
        return toldOfBeginning(begun);
    }

    /**
     * Takes up a round that is not read to its end, or begins the next.
     *
     * @param until until when rows are wanted now, where a new round begins
     */
    Collected takenUp(Collected known, Instant until) {
        CollectionProgress progress = known.progress();
        if (progress.isUnfinished() && isBegun(progress)) {
            return progress.ending().isEmpty()
                    ? known
                    : workspace.collections().move(incident.id(), known, progress.takenUp());
        }
        return next(known, progress, until);
    }

    /** What was refused before anything was read is asked about the time until now. */
    private static boolean isBegun(CollectionProgress progress) {
        return !progress.place().isAtStart()
                || progress.ending()
                        .map(ending -> ending.outcome() == CollectionOutcome.STILL_RUNNING)
                        .orElse(true);
    }

    private Collected toldOfBeginning(Collected begun) {
        append(new CaseEntry.CollectionBegan(
                Word.of(begun.source().log()),
                begun.source().of(),
                begun.progress().round(),
                begun.progress().from(),
                begun.progress().until()));
        return begun;
    }

    /**
     * Reads on.
     *
     * @return how it stands then; without an ending where this thread was interrupted, so that the next one goes on
     */
    Collected read(Collected begun) {
        listener.reads(begun);
        var reading = new Reading(begun);
        CollectionEnd end = reading.toEnd();
        if (Thread.currentThread().isInterrupted()) {
            return reading.kept;
        }
        CollectionProgress read = reading.kept.progress();
        return told(
                reading.kept,
                retention.ended(begun.source().log(), read, end, tenant.clock().now()));
    }

    private Collected told(Collected read, CollectionProgress ended) {
        Collected last = workspace.collections().move(incident.id(), read, ended);
        append(entry(last));
        listener.ended(last);
        return last;
    }

    static CaseEntry.CollectionEnded entry(Collected last) {
        CollectionProgress progress = last.progress();
        CollectionProgress.Ending ending =
                progress.ending().orElseThrow(() -> new IllegalStateException(last.source() + " has not ended"));
        return new CaseEntry.CollectionEnded(
                Word.of(last.source().log()),
                last.source().of(),
                progress.round(),
                progress.from(),
                progress.until(),
                progress.through(),
                last.counts().rows(),
                last.counts().different(),
                last.counts().unreadable(),
                ending.outcome(),
                last.reason(),
                ending.againAt());
    }

    private void append(CaseEntry entry) {
        workspace.journal().append(incident.id(), tenant.clock().now(), actor, entry);
    }

    /** One round on its way. */
    private final class Reading {
        private Collected kept;
        private boolean hasBrought;

        Reading(Collected begun) {
            this.kept = begun;
        }

        CollectionEnd toEnd() {
            CollectionEnd end = collect();
            for (int tries = 1; tries < MOST_TRIES && isWorthAnother(end); tries++) {
                hasBrought = false;
                end = collect();
            }
            return end;
        }

        private boolean isWorthAnother(CollectionEnd end) {
            return end instanceof CollectionEnd.CutOff
                    && hasBrought
                    && !kept.progress().place().isAtEnd()
                    && !Thread.currentThread().isInterrupted();
        }

        private CollectionEnd collect() {
            return switch (kept.progress().place()) {
                case Place.AuditQueries(var position) ->
                    tenant.auditLogQueries().collect(position, page -> keep(page, Place.AuditQueries::new));
                case Place.AuditSearch(var position) ->
                    tenant.auditLogSearch().collect(position, page -> keep(page, Place.AuditSearch::new));
                case Place.SignIns(var position) ->
                    tenant.signInLog().rows().collect(position, page -> keep(page, Place.SignIns::new));
                case Place.DirectoryAudits(var position) ->
                    tenant.directoryAudit().rows().collect(position, page -> keep(page, Place.DirectoryAudits::new));
                case Place.Trace(var position) ->
                    tenant.messageTrace().collect(position, page -> keep(page, Place.Trace::new));
                case Place.RiskDetections(var position) ->
                    tenant.riskyUsers().detections().collect(position, page -> keep(page, Place.RiskDetections::new));
                case Place.Alerts(var position) ->
                    tenant.securityAlerts().rows().collect(position, page -> keep(page, Place.Alerts::new));
            };
        }

        private <P> void keep(LogPage<P> page, Function<P, Place> place) {
            kept = workspace
                    .collections()
                    .keep(
                            incident.id(),
                            kept,
                            CollectedPages.of(kept.source(), page),
                            kept.progress().at(place.apply(page.next())));
            hasBrought |= !page.rows().isEmpty();
            listener.keeps(kept);
        }
    }
}
