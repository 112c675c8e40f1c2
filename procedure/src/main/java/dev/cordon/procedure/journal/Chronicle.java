package dev.cordon.procedure.journal;

import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry.ActedByOther;
import dev.cordon.procedure.journal.CaseEntry.Attributed;
import dev.cordon.procedure.journal.CaseEntry.Deviation;
import dev.cordon.procedure.journal.CaseEntry.DraftWritten;
import dev.cordon.procedure.journal.CaseEntry.IncidentLinked;
import dev.cordon.procedure.journal.CaseEntry.ReportWritten;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was said and written about an incident, in order.
 *
 * @param notes people's notes
 * @param deviations where the procedure was not followed as written
 * @param drafts messages drafted
 * @param reports reports written; the last one is the newest
 * @param links the incidents that this one is linked with, each once
 * @param closedTasks the ids of tasks that were closed, open again or not
 * @param actsOfOthers what logs show that others did to the account, each once
 * @param attributions what persons said of whose addresses, sessions and devices are
 * @param collections the logs that were collected, or begun to be, in the order in which they were begun
 */
public record Chronicle(
        List<Note> notes,
        List<Deviation> deviations,
        List<DraftWritten> drafts,
        List<ReportWritten> reports,
        List<IncidentLinked> links,
        Set<String> closedTasks,
        List<ActedByOther> actsOfOthers,
        List<Attribution> attributions,
        List<LogCollection> collections) {
    public Chronicle {
        notes = List.copyOf(notes);
        deviations = List.copyOf(deviations);
        drafts = List.copyOf(drafts);
        reports = List.copyOf(reports);
        links = List.copyOf(links);
        closedTasks = Set.copyOf(closedTasks);
        actsOfOthers = List.copyOf(actsOfOthers);
        attributions = List.copyOf(attributions);
        collections = List.copyOf(collections);
    }

    /** The incidents that this one is linked with, by what links them, in the order in which that was first said. */
    public Map<String, List<IncidentId>> linkedBecause() {
        return links.stream()
                .collect(Collectors.groupingBy(
                        IncidentLinked::because,
                        LinkedHashMap::new,
                        Collectors.mapping(IncidentLinked::other, Collectors.toList())));
    }

    /**
     * A person's note.
     *
     * @param at tenant time
     */
    public record Note(Instant at, Actor by, String text) {}

    /**
     * A person's word about an address, a session or a device.
     *
     * @param at tenant time
     */
    public record Attribution(Instant at, Actor by, Attributed said) {}
}
