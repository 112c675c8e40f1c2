package dev.cordon.investigation.reconstruction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who was somewhere on which days. Filled in any order; for one thread. */
final class Habit {
    /** On so many days somebody must have been somewhere for it to be his usual place. */
    private static final int DAYS = 3;

    private final Map<String, Set<LocalDate>> days = new HashMap<>();
    private @Nullable Instant firstSuspicious;

    /** Takes a row in; who only tried to sign in was not there. */
    void add(EvidenceRow row, boolean suspicious) {
        Instant at = row.record().at();
        if (suspicious) {
            firstSuspicious = firstSuspicious == null || at.isBefore(firstSuspicious) ? at : firstSuspicious;
        }
        if (!row.actor().isEmpty() && !(row.isSignIn() && row.failed())) {
            days.computeIfAbsent(row.actor(), none -> new HashSet<>()).add(day(at));
        }
    }

    /** Whether it is the actor's usual place: he was there on several days before anything suspicious came from there. */
    boolean isUsualFor(String actor) {
        @Nullable Instant suspicious = firstSuspicious;
        return isRegular(actor, suspicious == null ? LocalDate.MAX : day(suspicious));
    }

    /** Whether anybody was there on several days before that one, whatever he did. */
    boolean hasRegularsBefore(Instant at) {
        return days.keySet().stream().anyMatch(actor -> isRegular(actor, day(at)));
    }

    private boolean isRegular(String actor, LocalDate before) {
        return days.getOrDefault(actor, Set.of()).stream()
                        .filter(day -> day.isBefore(before))
                        .count()
                >= DAYS;
    }

    List<String> usualActors() {
        return days.keySet().stream().filter(this::isUsualFor).sorted().toList();
    }

    /** Whoever was there at all. */
    Set<String> actors() {
        return days.keySet();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
