package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.collection.CollectedPart;
import dev.cordon.investigation.collection.LogReach;
import dev.cordon.investigation.records.LogRecord.Log;
import java.util.List;

/**
 * A reconstruction with what it stands on.
 *
 * @param incident of which incident
 * @param reconstruction what the rows tell
 * @param unreadable how many rows of the files that were brought, and of the logs that were collected, could not be read
 * @param followed files that were brought and say themselves that another page follows, which is not in them
 * @param withoutDetail how many rows stand in an exhibit that names no more than they do: which messages, they cannot tell
 * @param damaged exhibits that are not what was sealed: what they name beyond their rows is not in this
 * @param unreadSummaries summaries of the sign-in log that this version cannot read: the addresses they name are not in this
 * @param unreadPlaces collections that cannot be gone on with, as they are written down, untrusted text; what they brought is in this
 * @param collected how far each log was collected: what is none, and how many, holds only so far
 * @param offers for each thing that was touched, where it is or would be dealt with, in the same order
 */
public record Reconstructed(
        IncidentId incident,
        Reconstruction reconstruction,
        long unreadable,
        List<ExhibitId> followed,
        long withoutDetail,
        List<ExhibitId> damaged,
        List<ExhibitId> unreadSummaries,
        List<String> unreadPlaces,
        List<CollectedPart> collected,
        List<Offer> offers) {
    public Reconstructed {
        requireNonNull(incident, "incident is null");
        requireNonNull(reconstruction, "reconstruction is null");
        followed = List.copyOf(followed);
        damaged = List.copyOf(damaged);
        unreadSummaries = List.copyOf(unreadSummaries);
        unreadPlaces = List.copyOf(unreadPlaces);
        collected = List.copyOf(collected);
        offers = List.copyOf(offers);
    }

    /** How far the rows of {@code log} can be counted on. */
    public LogReach reach(Log log) {
        return LogReach.of(log, collected);
    }

    /** Whether a row's exhibit is not what was sealed, so that the row tells no more than was kept of it. */
    public boolean isDamaged(RowRef row) {
        return damaged.contains(row.exhibit());
    }

    /** Whether there was any row to look at: where there was none, nothing that was not found means anything. */
    public boolean looked() {
        return reconstruction.looked().stream().anyMatch(log -> log.rows() > 0);
    }
}
