package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.EvidenceHeldException;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.LegalHold;
import dev.cordon.evidence.Retention;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.schedule.IncidentClaimedException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes the bytes of closed incidents whose retention is over and on which no legal hold stands. Journal, custody log and reports stay; each
 * exhibit leaves its tombstone.
 */
public final class ExpireEvidence {
    private final Workspace workspace;

    public ExpireEvidence(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * How a closed incident that still has bytes stands, or what became of it.
     *
     * @param closedAt when it was closed, by the clock of the machine that did
     * @param keptUntil when its retention ends
     * @param exhibits how many exhibits have bytes, or had until now
     * @param bytes how many bytes those are together; some may be shared with other incidents
     * @param holds the legal holds that stand
     */
    public record Expiry(
            IncidentId incident,
            Instant closedAt,
            Instant keptUntil,
            Fate fate,
            long exhibits,
            long bytes,
            List<LegalHold> holds) {
        public Expiry {
            requireNonNull(incident, "incident is null");
            requireNonNull(closedAt, "closedAt is null");
            requireNonNull(keptUntil, "keptUntil is null");
            requireNonNull(fate, "fate is null");
            holds = List.copyOf(holds);
        }

        private Expiry with(Fate other) {
            return new Expiry(incident, closedAt, keptUntil, other, exhibits, bytes, holds);
        }
    }

    /** What becomes of it. */
    public enum Fate {
        KEPT,
        HELD,
        DUE,
        DELETED,
        BUSY
    }

    /** How every closed incident stands that has bytes, the earliest first. Changes nothing. */
    public List<Expiry> plan() {
        Retention retention = workspace.retention().current();
        return new Incidents(workspace)
                .list().reversed().stream()
                        .flatMap(record -> expiry(record, retention).stream())
                        .filter(expiry -> expiry.exhibits() > 0)
                        .toList();
    }

    /** Deletes what is due; what another process works on is left for the next time. */
    public List<Expiry> expire(Actor by) {
        Retention retention = workspace.retention().current();
        return new Incidents(workspace)
                .list().reversed().stream()
                        .flatMap(record -> expiry(record, retention).stream())
                        .map(expiry -> expiry.fate() == Fate.DUE ? expire(expiry, retention, by) : expiry)
                        .filter(expiry -> expiry.exhibits() > 0)
                        .toList();
    }

    /** When the retention ended of an incident whose evidence may go now, also where none is left; empty where it is kept or held. */
    Optional<Instant> dueSince(CaseRecord record) {
        return expiry(record, workspace.retention().current())
                .filter(expiry -> expiry.fate() == Fate.DUE)
                .map(Expiry::keptUntil);
    }

    private Expiry expire(Expiry due, Retention retention, Actor by) {
        try {
            return workspace.runs().claimAndRun(due.incident(), () -> claimed(due, retention, by));
        } catch (IncidentClaimedException _) {
            return due.with(Fate.BUSY);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The evidence of " + due.incident() + " could not be deleted", e);
        }
    }

    /** Looks again: it may have been opened again, or held, since the list was made. */
    private Expiry claimed(Expiry due, Retention retention, Actor by) {
        Optional<Expiry> now = expiry(new Incidents(workspace).show(due.incident()), retention);
        if (now.isEmpty() || now.get().fate() != Fate.DUE) {
            return now.orElse(due.with(Fate.KEPT));
        }
        try {
            workspace.vault().expire(due.incident(), rule(due, retention), by.name());
            workspace.records().forget(due.incident());
            workspace.collections().forget(due.incident());
            return due.with(Fate.DELETED);
        } catch (EvidenceHeldException _) {
            return due.with(Fate.HELD);
        }
    }

    private static String rule(Expiry due, Retention retention) {
        return "closed " + due.closedAt().truncatedTo(ChronoUnit.SECONDS) + ", kept " + retention + " until "
                + due.keptUntil().truncatedTo(ChronoUnit.SECONDS) + ", no legal hold";
    }

    private Optional<Expiry> expiry(CaseRecord record, Retention retention) {
        if (!record.state().state().isEnded()) {
            return Optional.empty();
        }
        IncidentId incident = record.incident().id();
        Set<ExhibitId> gone = workspace.vault().tombstones(incident).keySet();
        List<Exhibit> living = record.exhibits().stream()
                .filter(exhibit -> !gone.contains(exhibit.id()))
                .toList();
        List<LegalHold> holds = LegalHold.standing(workspace.custody().entries(incident));
        return closedAt(record).map(closedAt -> {
            Instant until = retention.until(closedAt);
            return new Expiry(
                    incident,
                    closedAt,
                    until,
                    fate(until, holds),
                    living.size(),
                    living.stream().mapToLong(Exhibit::size).sum(),
                    holds);
        });
    }

    private Fate fate(Instant until, List<LegalHold> holds) {
        if (!holds.isEmpty()) {
            return Fate.HELD;
        }
        return workspace.wallTime().instant().isBefore(until) ? Fate.KEPT : Fate.DUE;
    }

    private static Optional<Instant> closedAt(CaseRecord record) {
        return record.entries().reversed().stream()
                .filter(recorded -> recorded.entry() instanceof CaseEntry.StateChanged changed
                        && changed.to().isEnded())
                .map(Recorded::wallAt)
                .findFirst();
    }
}
