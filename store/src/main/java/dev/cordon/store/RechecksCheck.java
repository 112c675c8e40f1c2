package dev.cordon.store;

import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.InProgress;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the re-checks that are scheduled against those that the journal says are due. A run writes them into the journal, schedules them where it
 * ends contained, and then has the custody log anchor the journal: from that anchor on each is missed. For one thread.
 */
final class RechecksCheck {
    static final String TABLE = "scheduled_tasks";

    /** What a run that ends so has scheduled. */
    private static final Set<IncidentState> SCHEDULED =
            EnumSet.of(IncidentState.CONTAINED, IncidentState.VERIFIED, IncidentState.WATCHING);

    /** Neither database keeps nanoseconds. */
    private static final Duration ROUNDED = Duration.ofMillis(2);

    private final Map<IncidentId, Told> told = new LinkedHashMap<>();
    private final List<Fault> faults;
    private final List<InProgress> inProgress;

    RechecksCheck(List<Recorded> work, List<CustodyEntry> anchored, List<Fault> faults, List<InProgress> inProgress) {
        this.faults = faults;
        this.inProgress = inProgress;
        Map<IncidentId, NavigableSet<Long>> anchors = new HashMap<>();
        for (CustodyEntry entry : anchored) {
            if (entry.event() instanceof CustodyEvent.Anchored(var journal)) {
                anchors.computeIfAbsent(entry.incident(), _ -> new TreeSet<>()).add(journal.sequence());
            }
        }
        work.forEach(recorded -> told.computeIfAbsent(
                        recorded.incident(), incident -> new Told(anchors.getOrDefault(incident, new TreeSet<>())))
                .take(recorded));
        told.values().forEach(incident -> incident.anchoredBefore(Long.MAX_VALUE));
    }

    /** A re-check that the journal says is due, and when it may be scheduled for. */
    private static final class Due {
        private final List<Instant> at = new ArrayList<>();
        private Optional<Recorded> kept = Optional.empty();
        private Recorded last;

        Due(Recorded first) {
            this.last = first;
        }

        void scheduled(Recorded entry, Instant dueAt) {
            last = entry;
            at.add(dueAt);
        }

        /** It is in the table from now on, as it was scheduled last. */
        void anchored() {
            kept = Optional.of(last);
            at.subList(0, at.size() - 1).clear();
        }

        boolean isAt(Instant time) {
            return at.stream().anyMatch(due -> Duration.between(due, time).abs().compareTo(ROUNDED) < 0);
        }
    }

    /** What the journal says of one incident. */
    private static final class Told {
        private final NavigableSet<Long> anchors;
        private final Set<String> names = new HashSet<>();
        private final Map<String, Due> due = new LinkedHashMap<>();
        private IncidentState state = IncidentState.OPEN;
        private boolean isRunning;

        Told(NavigableSet<Long> anchors) {
            this.anchors = new TreeSet<>(anchors);
        }

        void take(Recorded recorded) {
            anchoredBefore(recorded.sequence());
            isRunning = recorded.entry() instanceof EngineEntry.RunStarted
                    || (isRunning && !(recorded.entry() instanceof EngineEntry.RunEnded));
            if (recorded.entry() instanceof CaseEntry.StateChanged changed) {
                state = changed.to();
                if (state.isEnded()) {
                    due.clear();
                }
            }
            if (recorded.entry() instanceof CaseEntry.RecheckScheduled scheduled) {
                names.add(scheduled.name());
                due.computeIfAbsent(scheduled.name(), _ -> new Due(recorded)).scheduled(recorded, scheduled.dueAt());
            }
            if (recorded.entry() instanceof CaseEntry.RecheckDone done) {
                due.remove(done.name());
            }
        }

        /** Takes in the anchors that were put before that entry of the journal. One within a run says nothing: it was put by somebody else. */
        void anchoredBefore(long sequence) {
            NavigableSet<Long> put = anchors.headSet(sequence, false);
            if (!put.isEmpty() && !isRunning && SCHEDULED.contains(state)) {
                due.values().forEach(Due::anchored);
            }
            put.clear();
        }
    }

    void compare(Connection connection, Dialect dialect, TakenClaims claims) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT task_name, task_instance, execution_time FROM scheduled_tasks ORDER BY task_name, task_instance");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String task = rows.getString("task_name");
                String name = rows.getString("task_instance");
                if (task.equals(Claims.RECHECK)) {
                    scheduled(name, dialect.time(rows, "execution_time"));
                } else if (!task.equals(Claims.INCIDENT_RUN)) {
                    faults.add(added(task + " " + name));
                }
            }
        }
        told.forEach((incident, said) ->
                said.due.forEach((name, due) -> due.kept.ifPresent(entry -> missing(incident, name, entry, claims))));
    }

    private void scheduled(String instance, Instant time) {
        String[] parts = instance.split("/", 2);
        Told said = parts.length == 2 && IncidentId.isIncidentId(parts[0]) ? told.get(new IncidentId(parts[0])) : null;
        if (said == null || !said.names.contains(parts[1])) {
            faults.add(added("the re-check " + instance));
            return;
        }
        Due due = said.due.remove(parts[1]);
        if (due != null && !due.isAt(time)) {
            faults.add(Fault.inFile(
                    TABLE,
                    "the re-check " + instance + " at " + due.at.getLast() + ", as journal " + due.last.sequence()
                            + " says",
                    "at " + time,
                    "It was put off or brought forward by hand. 'cordon incident resume " + parts[0]
                            + "' schedules it as the journal says."));
        }
    }

    private static Fault added(String what) {
        return Fault.inFile(TABLE, "no such work", what, "The journal knows nothing of it: somebody put it there.");
    }

    private void missing(IncidentId incident, String name, Recorded entry, TakenClaims claims) {
        String what = "the re-check " + incident + "/" + name + ", as journal " + entry.sequence() + " says";
        if (claims.isRun(incident) || claims.isCollected(incident)) {
            inProgress.add(new InProgress(
                    TABLE,
                    entry.wallAt(),
                    what
                            + ", is not scheduled: a run of the incident is under way and schedules it when it ends, or it was cut"
                            + " off: then 'cordon incident resume " + incident + "' goes on"));
        } else {
            faults.add(Fault.inFile(
                    TABLE,
                    what,
                    "no such re-check",
                    "Nobody would look at the account then: it was taken away, or a process died before it was scheduled."
                            + " 'cordon incident resume " + incident + "' schedules it again."));
        }
    }
}
