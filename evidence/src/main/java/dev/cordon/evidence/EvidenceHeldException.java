package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentId;

/** A legal hold stands on evidence that was to be deleted; nothing was deleted. */
public final class EvidenceHeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EvidenceHeldException(IncidentId incident, LegalHold hold) {
        super("Nothing of " + requireNonNull(incident, "incident is null") + " was deleted: it is "
                + requireNonNull(hold, "hold is null").text() + ". 'cordon evidence release " + incident
                + " --because TEXT' ends the hold.");
    }
}
