package dev.cordon.investigation.reconstruction;

import dev.cordon.investigation.UserAgents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the rows show of one address or one session. Filled in any order; for one thread. */
final class Sightings {
    /** On so many days somebody must have been somewhere for it to be his usual place. */
    static final int DAYS_OF_A_HABIT = 3;

    private final Map<String, Set<LocalDate>> days = new HashMap<>();
    private final Set<String> failed = new TreeSet<>();
    private final Set<String> others = new TreeSet<>();
    private final Set<String> acts = new TreeSet<>();
    private final Set<String> programs = new TreeSet<>();
    private final Map<String, Instant> since = new HashMap<>();
    private @Nullable Instant firstHostile;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private long rows;

    /**
     * Takes a row in.
     *
     * @param other the session of an address, the address of a session; perhaps empty
     */
    void add(EvidenceRow row, String other) {
        Instant at = row.record().at();
        rows++;
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        if (!other.isEmpty()) {
            others.add(other);
            since.merge(other, at, (one, two) -> one.isBefore(two) ? one : two);
        }
        boolean automated = UserAgents.isAutomation(row.record().userAgent());
        if (automated) {
            programs.add(row.record().userAgent());
        }
        if (HostileActs.isOne(row)) {
            acts.add(row.record().operation());
        }
        if (automated || HostileActs.isOne(row)) {
            firstHostile = firstHostile == null || at.isBefore(firstHostile) ? at : firstHostile;
        }
        String actor = row.actor();
        if (row.isSignIn() && row.failed()) {
            failed.add(actor);
        } else if (!actor.isEmpty()) {
            days.computeIfAbsent(actor, none -> new HashSet<>()).add(LocalDate.ofInstant(at, ZoneOffset.UTC));
        }
    }

    /** Whether it is the actor's usual place: he was there on several days before anything suspicious came from there. */
    boolean isUsualFor(String actor) {
        @Nullable Instant hostile = firstHostile;
        LocalDate before = hostile == null ? LocalDate.MAX : LocalDate.ofInstant(hostile, ZoneOffset.UTC);
        return days.getOrDefault(actor, Set.of()).stream()
                        .filter(day -> day.isBefore(before))
                        .count()
                >= DAYS_OF_A_HABIT;
    }

    List<String> usualActors() {
        return days.keySet().stream().filter(this::isUsualFor).sorted().toList();
    }

    List<String> actors() {
        Set<String> all = new TreeSet<>(days.keySet());
        all.addAll(failed);
        all.remove("");
        return new ArrayList<>(all);
    }

    /** Those that only failed. */
    List<String> onlyFailed() {
        return failed.stream()
                .filter(actor -> !actor.isEmpty() && !days.containsKey(actor))
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

    Instant first() {
        return first == null ? Instant.EPOCH : first;
    }

    Instant last() {
        return last == null ? Instant.EPOCH : last;
    }
}
