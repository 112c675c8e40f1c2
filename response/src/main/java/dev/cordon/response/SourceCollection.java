package dev.cordon.response;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.incident.Incident;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionProgress;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.LogCollections.Collected;
import dev.cordon.investigation.collection.Place;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Reads a source from where it stands to the end of its round: every page is kept before the next is asked for. One thread. */
final class SourceCollection {
    /** How often a round that breaks off is taken up again at once, where it had brought something since. */
    private static final int MOST_TRIES = 4;

    private final Workspace workspace;
    private final Tenant tenant;
    private final Incident incident;
    private final Actor actor;
    private final CollectionListener listener;

    /**
     * The sources of an incident.
     *
     * @param tenant in the lane of collection
     */
    SourceCollection(Workspace workspace, Tenant tenant, Incident incident, Actor actor, CollectionListener listener) {
        this.workspace = workspace;
        this.tenant = tenant;
        this.incident = incident;
        this.actor = actor;
        this.listener = listener;
    }

    /** What is known of a source. */
    Optional<Collected> known(CollectionSource source) {
        return workspace.collections().find(incident.id(), source);
    }

    /** Begins a source, takes it up, or begins its next round, from the planned time on where that is earlier than the one known. */
    Collected planned(CollectionPlan.Planned planned, Instant until) {
        return known(planned.source())
                .map(known ->
                        isEarlier(planned, known) ? reachingBack(known, planned.from(), until) : takenUp(known, until))
                .orElseGet(() -> begun(planned, until));
    }

    /** Whether more is wanted than the source was ever asked for. */
    static boolean isEarlier(CollectionPlan.Planned planned, Collected known) {
        return planned.from().isBefore(known.progress().from());
    }

    private Collected reachingBack(Collected known, Instant from, Instant until) {
        return toldOfBeginning(workspace
                .collections()
                .move(
                        incident.id(),
                        known,
                        known.progress()
                                .reachingBack(from)
                                .next(
                                        known.source().log(),
                                        until,
                                        tenant.clock().now())));
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
        return toldOfBeginning(workspace
                .collections()
                .move(
                        incident.id(),
                        known,
                        progress.next(
                                known.source().log(), until, tenant.clock().now())));
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
        Instant now = tenant.clock().now();
        CollectedLog log = begun.source().log();
        CollectionProgress ended = reading.kept.progress().ended(log, kept(log), end, now);
        Collected last = workspace.collections().move(incident.id(), reading.kept, ended);
        append(entry(last));
        listener.ended(last);
        return last;
    }

    /** A tenant that has no licence for the sign-in log keeps the directory's for a week only, and does not say so. */
    private Duration kept(CollectedLog log) {
        boolean isWithoutPremium = workspace.collections().all(incident.id()).stream()
                .filter(each -> each.source().log().log() == LogRecord.Log.SIGN_INS)
                .flatMap(each -> each.progress().ending().stream())
                .anyMatch(ending -> ending.outcome() == CollectionOutcome.NOT_LICENSED);
        return isWithoutPremium ? log.keptWithoutPremium() : log.kept();
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
