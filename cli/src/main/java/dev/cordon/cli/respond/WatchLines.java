package dev.cordon.cli.respond;

import dev.cordon.cli.desk.ResponseDesk.Waiting;
import dev.cordon.cli.desk.ResponseDesk.Watched;
import dev.cordon.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a watch that goes on for days says of itself: what it watches, and a line for each look. */
final class WatchLines {
    private WatchLines() {}

    /** At its start. */
    static String start(List<Waiting> waiting, Duration pause) {
        String incidents = waiting.stream()
                .map(Waiting::incident)
                .distinct()
                .map(IncidentId::toString)
                .collect(Collectors.joining(", "));
        return (incidents.isEmpty() ? "Watching; no incident has a re-check scheduled." : "Watching " + incidents + ".")
                + next(waiting).map(text -> " The next re-check: " + text + ".").orElse("") + " A look every "
                + pause.toSeconds() + " seconds, a line for each, until Ctrl-C.";
    }

    /**
     * After a look.
     *
     * @param at wall time
     */
    static String look(Instant at, Watched seen) {
        return at.truncatedTo(ChronoUnit.SECONDS) + " " + result(seen)
                + next(seen.waiting()).map(text -> "; next: " + text).orElse("; nothing is scheduled") + ".";
    }

    private static String result(Watched seen) {
        var parts = new ArrayList<String>();
        long loud = seen.done().stream().filter(one -> !one.isQuiet()).count();
        if (!seen.done().isEmpty()) {
            parts.add(
                    count(seen.done().size(), "re-check") + " due, " + (loud == 0 ? "all quiet" : loud + " NOT QUIET"));
        }
        if (!seen.unreachable().isEmpty()) {
            parts.add(count(seen.unreachable().size(), "tenant") + " NOT REACHED");
        }
        return parts.isEmpty() ? "nothing is due" : String.join(", ", parts);
    }

    private static Optional<String> next(List<Waiting> waiting) {
        return waiting.stream()
                .findFirst()
                .map(one -> one.name() + " of " + one.incident() + " at "
                        + one.dueAt().truncatedTo(ChronoUnit.SECONDS) + " of the tenant's clock");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
