package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Which rows of the directory audit are wanted.
 *
 * @param whose whose
 * @param from the first moment, counted in seconds
 * @param until the last moment, counted in seconds, after {@code from}
 */
public record DirectoryAuditQuestion(Whose whose, Instant from, Instant until) {
    public DirectoryAuditQuestion {
        requireNonNull(whose, "whose is null");
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("Nothing lies between " + from + " and " + until);
        }
    }

    /** Whose rows. */
    public sealed interface Whose {
        /** Everybody's. */
        record Everybody() implements Whose {}

        /** Those in which a user stands. */
        record User(Role role, String objectId) implements Whose {
            public User {
                requireNonNull(role, "role is null");
                requireNonNull(objectId, "objectId is null");
            }
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
