package dev.cordon.response;

import dev.cordon.incident.Incident;
import dev.cordon.incident.ResponseTarget;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The promises about time, measured from detection to the first run, tenant time at both ends. */
public final class Targets {
    private Targets() {}

    /** The incident's targets. */
    public static List<ResponseTarget.Measured> of(CaseRecord record) {
        Incident incident = record.incident();
        Optional<Instant> started = record.entries().stream()
                .filter(entry -> entry.entry() instanceof EngineEntry.RunStarted)
                .map(Recorded::at)
                .findFirst();
        return ResponseTarget.startOfResponse(incident.type(), incident.detectedBy()).stream()
                .map(target -> target.measure(incident.detectedAt(), started))
                .toList();
    }
}
