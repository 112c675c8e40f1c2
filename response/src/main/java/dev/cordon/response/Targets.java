package dev.cordon.response;

import dev.cordon.incident.ClickResult;
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

    private static ResponseTarget.Measured blocked(CaseRecord record) {
        Instant clicked = record.state().campaign().clicks().stream()
                .flatMap(click -> click.clickedAt().stream())
                .min(Instant::compareTo)
                .orElse(record.incident().detectedAt());
        return ResponseTarget.blockedClickClosed()
                .measure(
                        clicked,
                        record.state()
                                .stateSince()
                                .filter(_ -> record.state().state().isEnded()));
    }

    /** The incident's targets. */
    public static List<ResponseTarget.Measured> of(CaseRecord record) {
        Incident incident = record.incident();
        boolean isBlocked = record.state()
                .campaign()
                .outcome()
                .filter(ClickResult.BLOCKED::equals)
                .isPresent();
        if (isBlocked) {
            return List.of(blocked(record));
        }
        Optional<Instant> started = record.entries().stream()
                .filter(entry -> entry.entry() instanceof EngineEntry.RunStarted)
                .map(Recorded::at)
                .findFirst();
        return ResponseTarget.startOfResponse(incident.type(), incident.detectedBy()).stream()
                .map(target -> target.measure(incident.detectedAt(), started))
                .toList();
    }
}
