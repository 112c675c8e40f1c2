package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something read back after it was done.
 *
 * @param what what was looked at, for people
 * @param expected what it should be
 * @param actual what was read
 * @param holds whether the two agree
 * @param pending whether it cannot be said yet: nothing that was read speaks against it, and not enough could be read
 * @param readAt when it was read, tenant time, UTC
 * @param requestId the service's id of the answer, where it gave one
 * @param exhibit the exhibit that holds the answer, where it was sealed
 */
public record Proof(
        String what,
        String expected,
        String actual,
        boolean holds,
        boolean pending,
        Instant readAt,
        Optional<String> requestId,
        Optional<ExhibitId> exhibit) {
    public Proof {
        requireNonNull(what, "what is null");
        requireNonNull(expected, "expected is null");
        requireNonNull(actual, "actual is null");
        requireNonNull(readAt, "readAt is null");
        requireNonNull(requestId, "requestId is null");
        requireNonNull(exhibit, "exhibit is null");
        if (holds && pending) {
            throw new IllegalArgumentException("what holds is not pending");
        }
    }

    /** A proof about which it can be said whether it holds. */
    public Proof(
            String what,
            String expected,
            String actual,
            boolean holds,
            Instant readAt,
            Optional<String> requestId,
            Optional<ExhibitId> exhibit) {
        this(what, expected, actual, holds, false, readAt, requestId, exhibit);
    }

    /** The same reading as one about which nothing can be said yet. */
    public Proof asPending() {
        return new Proof(what, expected, actual, false, true, readAt, requestId, exhibit);
    }
}
