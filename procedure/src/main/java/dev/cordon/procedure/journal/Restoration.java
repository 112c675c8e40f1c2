package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;

import dev.cordon.procedure.ItemKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far the account was given back to its user.
 *
 * @param givenBackAt since when he has it again, tenant time; empty while he has not. Giving it back once more does not move it
 * @param passes each one-time pass made for him, with the tenant time at which that was put down
 * @param newSince what was met for the first time, or anew, after that, and is not known to be gone
 */
public record Restoration(Optional<Instant> givenBackAt, Map<ItemKey, Instant> passes, Set<ItemKey> newSince) {
    /** Nothing was given back. */
    public static final Restoration NONE = new Restoration(Optional.empty(), Map.of(), Set.of());

    public Restoration {
        requireNonNull(givenBackAt, "givenBackAt is null");
        passes = Map.copyOf(passes);
        newSince = Set.copyOf(newSince);
    }

    /** Whether {@code at} lies in the time in which the user has his account again. */
    public boolean isSince(Instant at) {
        return givenBackAt.filter(since -> !at.isBefore(since)).isPresent();
    }
}
