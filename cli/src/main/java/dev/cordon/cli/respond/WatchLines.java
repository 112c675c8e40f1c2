package dev.cordon.cli.respond;

import dev.cordon.cli.desk.ResponseDesk.Due;
import dev.cordon.cli.desk.ResponseDesk.Rechecked;
import dev.cordon.cli.desk.ResponseDesk.StillDue;
import dev.cordon.cli.desk.ResponseDesk.Subject;
import dev.cordon.cli.desk.ResponseDesk.Waiting;
import dev.cordon.cli.desk.ResponseDesk.Watched;
import dev.cordon.cli.screen.Printable;
import dev.cordon.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a watch that goes on for days says of itself: what it watches, and a line for each look. */
final class WatchLines {
    private static final int NAMED = 3;

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
        boolean isLooked = recheck.clean().isPresent() || recheck.isPending();
        return which(recheck.due())
                + (isLooked ? ", looked at: " : ", NOT looked at: ")
                + subject(recheck.due().subject())
                + (recheck.unseen().isEmpty() ? "" : " but: " + String.join("; ", recheck.unseen()))
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
                + stillDue(seen.stillDue())
                + unasked(seen.unasked())
                + ahead(seen)
                + ".";
    }

    /** What is past due stands before what comes next, which would hide it. */
    private static String stillDue(List<StillDue> due) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        due.forEach(one -> names.computeIfAbsent(
                        " of " + one.incident() + " (" + one.because() + ")", _ -> new ArrayList<>())
                .add(one.name()));
        return names.isEmpty()
                ? ""
                : names.entrySet().stream()
                        .map(group -> String.join(", ", group.getValue()) + group.getKey())
                        .collect(Collectors.joining(", ", "; still due: ", ""));
    }

    private static String unasked(List<Waiting> unasked) {
        if (unasked.isEmpty()) {
            return "";
        }
        int more = unasked.size() - NAMED;
        return "; whether these are due is not known, the tenant did not tell its time: "
                + unasked.stream().limit(NAMED).map(WatchLines::inWords).collect(Collectors.joining(", "))
                + (more > 0 ? ", and " + more + " later" : "");
    }

    private static String ahead(Watched seen) {
        boolean nothing = seen.stillDue().isEmpty() && seen.unasked().isEmpty();
        return next(seen.waiting())
                .map(text -> "; next: " + text)
                .orElse(nothing ? "; nothing is scheduled" : "; nothing else is scheduled");
    }

    private static String result(Watched seen) {
        var parts = new ArrayList<String>();
        long undone = seen.done().stream().filter(one -> !one.done()).count();
        long loud =
                seen.done().stream().filter(one -> one.done() && !one.isQuiet()).count();
        long pending = seen.done().stream()
                .filter(one -> one.isQuiet() && one.isPending())
                .count();
        if (!seen.done().isEmpty()) {
            parts.add(count(seen.done().size(), "re-check") + " due"
                    + (undone + loud + pending == 0 ? ", all quiet" : "")
                    + (pending == 0 ? "" : ", " + pending + " waiting for Microsoft")
                    + (loud == 0 ? "" : ", " + loud + " NOT QUIET")
                    + (undone == 0 ? "" : ", " + undone + " NOT DONE"));
        }
        if (!seen.unreachable().isEmpty()) {
            parts.add(count(seen.unreachable().size(), "tenant") + " NOT REACHED");
        }
        return parts.isEmpty() ? "nothing is due" : String.join(", ", parts);
    }

    private static Optional<String> next(List<Waiting> waiting) {
        return waiting.stream().findFirst().map(one -> inWords(one) + " of the tenant's clock");
    }

    private static String inWords(Waiting one) {
        return one.name() + " of " + one.incident() + " at " + one.dueAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
