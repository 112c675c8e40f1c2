package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;

import dev.cordon.procedure.ItemKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far the account was given back to its user.
 *
 * @param periods the times in which what was made may be the user's doing, in order: each begins when the account was given back and ends when
 *     the incident was reopened. Giving it back once more within one does not begin another
 * @param passes each one-time pass made for him, with the tenant time at which that was put down
 * @param newSince what was met for the first time, or anew, in one of these times, and is not known to be gone
 */
public record Restoration(List<Period> periods, Map<ItemKey, Instant> passes, Set<ItemKey> newSince) {
    /** Nothing was given back. */
    public static final Restoration NONE = new Restoration(List.of(), Map.of(), Set.of());

    public Restoration {
        periods = List.copyOf(periods);
        passes = Map.copyOf(passes);
        newSince = Set.copyOf(newSince);
    }

    /**
     * A time in which the user had his account, and what is made may be his doing.
     *
     * @param since from when on, tenant time
     * @param until when the incident was reopened; empty while it was not
     */
    public record Period(Instant since, Optional<Instant> until) {
        public Period {
            requireNonNull(since, "since is null");
            requireNonNull(until, "until is null");
        }

        boolean holds(Instant at) {
            return !at.isBefore(since) && until.filter(end -> !at.isBefore(end)).isEmpty();
        }
    }

    /** When it was given back to him last, tenant time, also where the incident was reopened since; empty while it never was. */
    public Optional<Instant> givenBackAt() {
        return periods.isEmpty()
                ? Optional.empty()
                : Optional.of(periods.getLast().since());
    }

    /** Whether what is made now may be his doing: it was given back, and the incident was not reopened since. */
    public boolean isTheUsersNow() {
        return !periods.isEmpty() && periods.getLast().until().isEmpty();
    }

    /** Whether {@code at} lies in a time in which the user had his account again. */
    public boolean isSince(Instant at) {
        return periods.stream().anyMatch(period -> period.holds(at));
    }
}
