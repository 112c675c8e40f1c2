package dev.cordon.response;

import dev.cordon.incident.IncidentState;
import dev.cordon.incident.IncidentType;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Unsettled;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.LeftOpen;
import dev.cordon.response.RequestRefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Closes an incident, as done or as a false positive. */
public final class CloseIncident {
    private final Workspace workspace;

    public CloseIncident(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Closes.
     *
     * @param falsePositive whether nothing had happened
     * @param because why it may be closed
     * @param knowingly whether it was said that it may close although something is left open
     * @throws RequestRefusedException when it was never contained and is no false positive, or is closed already
     */
    public CaseRecord close(String id, boolean falsePositive, String because, boolean knowingly, Actor author) {
        CaseRecord record = new Incidents(workspace).find(id);
        IncidentState state = record.state().state();
        if (state.isEnded()) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW, "The incident is closed already.", "Nothing is left to do.");
        }
        List<IncidentState> closable = List.of(IncidentState.CONTAINED, IncidentState.VERIFIED, IncidentState.WATCHING);
        boolean hadNothingToContain = record.incident().type() == IncidentType.IMPORTED_EVIDENCE;
        if (!falsePositive && !hadNothingToContain && !closable.contains(state)) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    "The account was not contained (the incident is '" + dev.cordon.incident.Word.of(state)
                            + "'), so the incident stays open.",
                    "'cordon incident resume " + record.incident().id()
                            + "' goes on; --false-positive closes it when nothing had happened.");
        }
        requireNothingOpen(record, falsePositive, knowingly);
        Offline.append(
                workspace,
                record,
                author,
                new CaseEntry.StateChanged(
                        state, falsePositive ? IncidentState.FALSE_POSITIVE : IncidentState.CLOSED, because));
        workspace.rechecks().cancel(record.incident().id());
        return new Incidents(workspace).show(record.incident().id());
    }

    /** What was found is settled by the word that it was no incident; what somebody was to do is not. */
    private static void requireNothingOpen(CaseRecord record, boolean falsePositive, boolean knowingly) {
        var left = new LeftOpen(record.state());
        List<String> clauses = falsePositive
                ? left.work()
                : Stream.of(left.work(), left.things()).flatMap(List::stream).toList();
        if (!knowingly && !clauses.isEmpty()) {
            throw new RequestRefusedException(
                    Reason.NOT_CONFIRMED,
                    "The incident stays open. Closed now, it would leave this: "
                            + String.join("; ", falsePositive ? clauses : left.clauses()) + ".",
                    "'cordon incident show " + record.incident().id()
                            + "' tells what they are; 'cordon incident note' takes down that a task is done. Close it all the"
                            + " same with --yes.",
                    open(record, falsePositive));
        }
    }

    private static List<String> open(CaseRecord record, boolean falsePositive) {
        List<String> open = new ArrayList<>(record.state().openTasks().keySet());
        record.state().rechecksDue().forEach(recheck -> open.add("re-check " + recheck.name()));
        if (!falsePositive) {
            record.state().items().values().stream()
                    .filter(Unsettled::isOpen)
                    .forEach(item -> open.add(item.key().kind() + " " + item.name()));
        }
        return open;
    }
}
