package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which the user had his account again after an attack.
 *
 * @param since from when on, tenant time
 * @param until when the attacker was seen again; empty while he was not
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
