package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * When a thing that carries no date was first met in this response.
 *
 * @param at when it was there, tenant time: it is at least as old as that
 * @param appeared whether it was not there when its place was read before, earlier in this response
 */
record FirstMet(Instant at, boolean appeared) {
    FirstMet {
        requireNonNull(at, "at is null");
    }
}
