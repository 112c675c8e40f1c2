package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;

import dev.cordon.procedure.ItemKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far the account was given back to its user.
 *
 * @param givenBackAt since when he has it again, tenant time; empty while he has not, and from a reopening on until it is given back once
 *     more. Giving it back once more before that does not move it
 * @param earlier the times in which he had it before a reopening, in order
 * @param passes each one-time pass made for him, with the tenant time at which that was put down
 * @param newSince what was met for the first time, or anew, while he had it, and is not known to be gone
 */
public record Restoration(
        Optional<Instant> givenBackAt, List<Period> earlier, Map<ItemKey, Instant> passes, Set<ItemKey> newSince) {
    /** Nothing was given back. */
    public static final Restoration NONE = new Restoration(Optional.empty(), List.of(), Map.of(), Set.of());

    public Restoration {
        requireNonNull(givenBackAt, "givenBackAt is null");
        earlier = List.copyOf(earlier);
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

    /** Every time in which he had it, in order; the last has no end while he has it. */
    public List<Period> periods() {
        return Stream.concat(earlier.stream(), givenBackAt.map(since -> new Period(since, Optional.empty())).stream())
                .toList();
    }

    /** When it was given back to him last, whatever came after it; empty where it never was. */
    public Optional<Instant> lastGivenBackAt() {
        return periods().isEmpty()
                ? Optional.empty()
                : Optional.of(periods().getLast().since());
    }

    /** Whether {@code at} lies in a time in which the user had his account again. */
    public boolean isSince(Instant at) {
        return periods().stream().anyMatch(period -> period.holds(at));
    }
}
