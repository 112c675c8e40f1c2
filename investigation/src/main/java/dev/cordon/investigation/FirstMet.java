package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * When a thing that carries no date was first met in this response.
 *
 * @param at when it was there, tenant time: it is at least as old as that
 * @param appeared whether it was not there when its place was read before, earlier in this response
 * @param otherwiseAt the latest time at which its place was known to be empty or to hold something else: it is younger than that, where that
 *     is known; tenant time
 */
record FirstMet(Instant at, boolean appeared, Optional<Instant> otherwiseAt) {
    FirstMet {
        requireNonNull(at, "at is null");
        requireNonNull(otherwiseAt, "otherwiseAt is null");
    }

    static FirstMet at(Instant at) {
        return new FirstMet(at, false, Optional.empty());
    }

    FirstMet movedTo(Instant time) {
        return new FirstMet(time, appeared, otherwiseAt);
    }

    FirstMet asAppeared() {
        return new FirstMet(at, true, otherwiseAt);
    }

    FirstMet since(Optional<Instant> otherwise) {
        return new FirstMet(at, appeared, otherwise);
    }

    /** Whether what happened at {@code time} cannot have made what is there now. */
    boolean isYoungerThan(Instant time) {
        return otherwiseAt.filter(otherwise -> !time.isAfter(otherwise)).isPresent();
    }
}
