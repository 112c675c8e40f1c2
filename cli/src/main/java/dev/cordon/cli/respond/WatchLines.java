package dev.cordon.cli.respond;

import dev.cordon.cli.desk.ResponseDesk.Due;
import dev.cordon.cli.desk.ResponseDesk.Rechecked;
import dev.cordon.cli.desk.ResponseDesk.Subject;
import dev.cordon.cli.desk.ResponseDesk.Waiting;
import dev.cordon.cli.desk.ResponseDesk.Watched;
import dev.cordon.cli.screen.Printable;
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

    /** Before a re-check looks: what follows on the screen is about it. */
    static String begins(Due due) {
        return which(due) + " looks at " + subject(due.subject()) + ".";
    }

    /** What came of a re-check. */
    static String ended(Rechecked recheck) {
        boolean isLooked = recheck.clean().isPresent();
        return which(recheck.due())
                + (isLooked ? ", looked at: " : ", NOT looked at: ")
                + subject(recheck.due().subject())
                + ". "
                + sentence(recheck.detail());
    }

    private static String which(Due due) {
        return due.incident() + " " + Printable.name(due.upn()) + " " + due.name();
    }

    private static String subject(Subject subject) {
        return switch (subject) {
            case ACCOUNT -> "the account and every place in which an attacker can leave something";
            case LOGS -> "Microsoft's logs";
        };
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /**
     * After a look.
     *
     * @param at wall time
     */
    static String look(Instant at, Watched seen) {
        return at.truncatedTo(ChronoUnit.SECONDS) + " " + result(seen)
                + next(ahead(seen))
                        .map(text -> "; next: " + text)
                        .orElse(seen.waiting().isEmpty() ? "; nothing is scheduled" : "; nothing else is scheduled")
                + ".";
    }

    /** What was due and could not be done is told of already, and its time is past. */
    private static List<Waiting> ahead(Watched seen) {
        return seen.waiting().stream()
                .filter(one -> seen.done().stream().noneMatch(due -> !due.done() && isOf(due.due(), one)))
                .toList();
    }

    private static boolean isOf(Due due, Waiting waiting) {
        return due.incident().equals(waiting.incident()) && due.name().equals(waiting.name());
    }

    private static String result(Watched seen) {
        var parts = new ArrayList<String>();
        long undone = seen.done().stream().filter(one -> !one.done()).count();
        long loud =
                seen.done().stream().filter(one -> one.done() && !one.isQuiet()).count();
        if (!seen.done().isEmpty()) {
            parts.add(count(seen.done().size(), "re-check") + " due"
                    + (undone + loud == 0 ? ", all quiet" : "")
                    + (loud == 0 ? "" : ", " + loud + " NOT QUIET")
                    + (undone == 0 ? "" : ", " + undone + " NOT DONE"));
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
