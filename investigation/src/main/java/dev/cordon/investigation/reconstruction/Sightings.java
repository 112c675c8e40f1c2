package dev.cordon.investigation.reconstruction;

import dev.cordon.investigation.UserAgents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the rows show of one address or one session. Filled in any order; for one thread. */
final class Sightings {
    private final Habit habit = new Habit();
    private final Set<String> failed = new TreeSet<>();
    private final Set<String> others = new TreeSet<>();
    private final Set<String> acts = new TreeSet<>();
    private final Set<String> programs = new TreeSet<>();
    private final Map<String, Instant> since = new HashMap<>();
    private @Nullable Instant first;
    private @Nullable Instant last;
    private long rows;
    private long refused;

    /**
     * Takes a row in.
     *
     * @param other the session of an address, the address of a session or a device; perhaps empty
     * @param suspicious whether a program made it, or it is what attackers do to stay
     */
    void add(EvidenceRow row, String other, boolean suspicious) {
        Instant at = row.record().at();
        rows++;
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        if (!other.isEmpty()) {
            others.add(other);
            since.merge(other, at, (one, two) -> one.isBefore(two) ? one : two);
        }
        if (suspicious && HostileActs.isOne(row)) {
            acts.add(row.record().operation());
        }
        if (suspicious && UserAgents.isAutomation(row.record().userAgent())) {
            programs.add(row.record().userAgent());
        }
        habit.add(row, suspicious);
        if (row.isSignIn() && row.failed()) {
            failed.add(row.actor());
            refused++;
        }
    }

    /** Whether it is the actor's usual place. */
    boolean isUsualFor(String actor) {
        return habit.isUsualFor(actor);
    }

    List<String> usualActors() {
        return habit.usualActors();
    }

    List<String> actors() {
        Set<String> all = new TreeSet<>(habit.actors());
        all.addAll(failed);
        all.remove("");
        return new ArrayList<>(all);
    }

    /** Those that only failed. */
    List<String> onlyFailed() {
        return failed.stream()
                .filter(actor -> !actor.isEmpty() && !habit.actors().contains(actor))
                .toList();
    }

    Set<String> others() {
        return others;
    }

    Set<String> acts() {
        return acts;
    }

    Set<String> programs() {
        return programs;
    }

    /** The first of the others that was seen; empty text where there is none. */
    String firstOther() {
        return since.entrySet().stream()
                .min(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    long rows() {
        return rows;
    }

    /** How many of them are refused sign-ins. */
    long refused() {
        return refused;
    }

    Instant first() {
        return first == null ? Instant.EPOCH : first;
    }

    Instant last() {
        return last == null ? Instant.EPOCH : last;
    }
}
