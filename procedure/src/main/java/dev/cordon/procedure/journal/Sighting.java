package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What an item that can be changed under its id was like when it was last met.
 *
 * @param digest of all that can be changed of it
 * @param at when that, or that it is gone, was last put down; tenant time
 * @param gone whether it is gone since
 * @param otherwiseAt the latest time at which it was known to be something else, or gone before it was that; tenant time, empty when it
 *     was never known as anything else
 */
public record Sighting(String digest, Instant at, boolean gone, Optional<Instant> otherwiseAt) {
    public Sighting {
        requireNonNull(digest, "digest is null");
        requireNonNull(at, "at is null");
        requireNonNull(otherwiseAt, "otherwiseAt is null");
    }

    static Sighting first(String digest, Instant at) {
        return new Sighting(digest, at, false, Optional.empty());
    }

    /** The sighting after the item was met again. */
    Sighting met(String now, Instant when) {
        return new Sighting(now, when, false, otherwiseAt(now));
    }

    Sighting gone(Instant when) {
        return new Sighting(digest, when, true, otherwiseAt);
    }

    Sighting back(Instant when) {
        return new Sighting(digest, when, false, otherwiseAt);
    }

    /** Whether an item that is there and is {@code now} was changed since; not when it was gone in between, for then it was made anew. */
    public boolean isChanged(String now) {
        return !gone && !digest.equals(now);
    }

    /**
     * The latest time at which an item that is {@code now} was known not to be that: what happened until then did not make it so. What came
     * back as it had been is still what made it at first.
     */
    public Optional<Instant> otherwiseAt(String now) {
        return digest.equals(now) ? otherwiseAt : Optional.of(at);
    }
}
