package dev.cordon.procedure.schedule;

import dev.cordon.incident.IncidentId;
import java.util.Optional;

/** Somebody else has taken the incident over from this process, which was silent for too long. Nothing was recorded since. */
public final class ClaimLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what to do now.
     *
     * @param holder which process has it, for people; empty where it has ended
     */
    public ClaimLostException(IncidentId incident, Optional<String> holder) {
        super(incident + " was taken over by " + holder.orElse("another process, which has ended")
                + ", because nothing was heard of this one for too long: it stood still, or its network did. It was stopped"
                + " before its next change; what it did until then is in the journal. 'cordon incident show " + incident
                + "' says how it stands, and 'cordon incident resume " + incident
                + "' goes on where the other one does not.");
    }
}
