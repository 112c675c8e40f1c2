package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Stamped;
import dev.cordon.evidence.attestation.StampAnswer;
import dev.cordon.evidence.attestation.TimeStamping;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import java.util.Optional;

/** Has both logs stamped as they end now, by somebody whose clock is not ours, and keeps his answer as an exhibit. */
public final class StampEvidence {
    private final Workspace workspace;

    public StampEvidence(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What came of it.
     *
     * @param of what was to be stamped
     * @param entry the entry that tells of the stamp; empty where there is none
     */
    public record Outcome(Stamped.Heads of, StampAnswer answer, Optional<CustodyEntry> entry) {
        public Outcome {
            requireNonNull(of, "of is null");
            requireNonNull(answer, "answer is null");
            requireNonNull(entry, "entry is null");
        }
    }

    /**
     * Asks once. A server that fails is told, and nothing is recorded of it.
     *
     * @param id whose evidence the answer is kept with; the stamp is over everything in the store
     * @throws RequestRefusedException when there is no such incident
     */
    public Outcome stamp(String id, TimeStamping stamping, Actor by) {
        IncidentId incident = new Incidents(workspace).find(id).incident().id();
        Stamped.Heads heads = new Stamped.Heads(
                workspace.journal().head(), workspace.custody().head());
        StampAnswer answer = stamping.over(heads.imprint());
        return new Outcome(
                heads,
                answer,
                switch (answer) {
                    case StampAnswer.Taken taken -> Optional.of(keep(workspace, incident, heads, taken, by));
                    case StampAnswer.None _ -> Optional.empty();
                });
    }

    /** Seals the answer first, so that no entry tells of what is not there. */
    static CustodyEntry keep(Workspace workspace, IncidentId incident, Stamped of, StampAnswer.Taken taken, Actor by) {
        Exhibit exhibit = workspace
                .vault()
                .seal(
                        incident,
                        new Acquisition(
                                "time-stamp",
                                of.text(),
                                taken.server(),
                                Optional.empty(),
                                workspace.wallTime().instant(),
                                "application/timestamp-reply",
                                taken.stamp().reply()));
        return workspace
                .custody()
                .append(
                        incident,
                        new CustodyEvent.Timestamped(
                                exhibit.id(),
                                of,
                                taken.server(),
                                taken.stamp().time(),
                                taken.stamp().serial(),
                                by.name()));
    }
}
