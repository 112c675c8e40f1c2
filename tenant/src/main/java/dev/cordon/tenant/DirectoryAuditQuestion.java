package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Which rows of the directory audit are wanted.
 *
 * @param role as what the object stands in them
 * @param objectId a user's object id
 * @param from the first moment, counted in seconds
 * @param until the last moment, counted in seconds, after {@code from}
 */
public record DirectoryAuditQuestion(Role role, String objectId, Instant from, Instant until) {
    public DirectoryAuditQuestion {
        requireNonNull(role, "role is null");
        requireNonNull(objectId, "objectId is null");
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("Nothing lies between " + from + " and " + until);
        }
    }

    /** Which side of a row. */
    public enum Role {
        /** Something was done to it. */
        TARGET,
        /** It did something. */
        ACTOR
    }
}
