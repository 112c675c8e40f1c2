package dev.cordon.report;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.ResponseTarget;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunState;
import java.util.List;
import java.util.Optional;

/**
 * Everything a report is made of.
 *
 * @param state what the incident is now
 * @param entries its journal, in order
 * @param exhibits its evidence, in order
 * @param journalHead the journal's newest entry when the report was written, an anchor
 * @param custodyHead the custody log's newest entry when the report was written, an anchor
 * @param attack what the logs say about the attack; empty when they were not looked at or the summary is lost
 * @param reconstructed what the stored rows of logs tell of the attacker; empty when nobody asked them
 * @param procedure the procedure that was followed, for titles and reasons; empty when it is not at hand
 * @param targets the response targets, measured
 * @param frame what stands around the report
 */
public record ReportSource(
        RunState state,
        List<Recorded> entries,
        List<Exhibit> exhibits,
        ChainHead journalHead,
        ChainHead custodyHead,
        Optional<AttackSummary> attack,
        Optional<Reconstructed> reconstructed,
        Optional<Procedure> procedure,
        List<ResponseTarget.Measured> targets,
        ReportFrame frame) {
    public ReportSource {
        requireNonNull(state, "state is null");
        entries = List.copyOf(entries);
        exhibits = List.copyOf(exhibits);
        requireNonNull(journalHead, "journalHead is null");
        requireNonNull(custodyHead, "custodyHead is null");
        requireNonNull(attack, "attack is null");
        requireNonNull(reconstructed, "reconstructed is null");
        requireNonNull(procedure, "procedure is null");
        targets = List.copyOf(targets);
        requireNonNull(frame, "frame is null");
        if (state.opened().isEmpty()) {
            throw new IllegalArgumentException("no report of an incident that was never opened");
        }
    }

    Incident incident() {
        return state.incident();
    }

    /** Whether Cordon responded to it: imported evidence alone says nothing of what was done to the account. */
    boolean isResponse() {
        return incident().type() != IncidentType.IMPORTED_EVIDENCE;
    }

    /** Whether, when the report is written, the last token from before is dead; never where nobody reckoned until when one works. */
    boolean isResidualOver() {
        return state.residual()
                .filter(access -> !access.until().isAfter(frame.writtenAt()))
                .isPresent();
    }

    /** What the stored rows tell, where there were any. */
    Optional<Reconstruction> rows() {
        return reconstructed.filter(Reconstructed::looked).map(Reconstructed::reconstruction);
    }

    /** The step's title, or its id where the procedure is not at hand. */
    String title(StepId step) {
        return procedure
                .flatMap(known -> known.find(step))
                .map(found -> found.instructions().title())
                .orElse(step.value());
    }
}
