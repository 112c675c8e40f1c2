package dev.cordon.procedure.schedule;

import dev.cordon.incident.IncidentId;
import java.time.Instant;

/** Somebody else is working on the incident. */
public final class IncidentClaimedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String holder;
    private final Instant since;

    public IncidentClaimedException(IncidentId incident, String holder, Instant since) {
        this(incident + " is being worked on by ", holder, since);
    }

    private IncidentClaimedException(String what, String holder, Instant since) {
        super(what + holder + " since " + since
                + ". Wait for it to end, or end that process and run the command again.");
        this.holder = holder;
        this.since = since;
    }

    /** Somebody else is collecting the incident's logs. */
    public static IncidentClaimedException collecting(IncidentId incident, String holder, Instant since) {
        return new IncidentClaimedException("The logs of " + incident + " are being collected by ", holder, since);
    }

    /** Which process holds it, for people. */
    public String holder() {
        return holder;
    }

    /** Since when, by the holder's clock. */
    public Instant since() {
        return since;
    }
}
